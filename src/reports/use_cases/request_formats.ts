import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ReportFileId, ReportId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { inOrder, type ReportFormat } from "../report_demand.ts";
import { type Report, reportFailures } from "../report.ts";

/**
 * Asks for more formats of a report, which are made of the rows that it kept: its figures stay what they are. One that was
 * made, and whose file is among those that `findLostFiles` found lost, is made again. The rows are in the JSON file.
 */
export async function requestFormats(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  id: ReportId,
  asked: readonly ReportFormat[],
  lost: ReadonlySet<ReportFileId>,
): Promise<
  Result<
    Report,
    | AccessDenied
    | Failure<
      | "report.missing"
      | "report.ended"
      | "report.file_gone"
      | "report.file_lost"
    >
  >
> {
  const allowed = permit(scope, "reports.write");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    const [report] = await tx.reports.find([id]);
    if (!report) return fail(reportFailures.missing({ report_id: id }));
    const { state, terms, files } = report;
    if (report.erasedAt !== null) {
      return fail(reportFailures.file_gone({ erased_at: report.erasedAt }));
    }
    if (state === "failed" || state === "cancelled") {
      return fail(reportFailures.ended({ state }));
    }
    const isLost = (format: ReportFormat) => {
      const file = files[format];
      return file !== undefined && lost.has(file.id);
    };
    const added = asked.filter((one) =>
      !terms.formats.includes(one) || isLost(one)
    );
    if (added.length === 0) return ok(report);
    if (isLost("json")) {
      return fail(reportFailures.file_lost({ format: "json" }));
    }
    const wider: Report = {
      ...report,
      terms: { ...terms, formats: inOrder([...terms.formats, ...added]) },
      files: Object.fromEntries(
        Object.entries(files).filter(([format]) =>
          !added.includes(format as ReportFormat)
        ),
      ),
    };
    await tx.reports.save([wider]);
    tx.events.append([{
      type: "REPORT_FORMATS_REQUESTED",
      payload: { report_id: id, formats: added },
    }]);
    return ok({ ...wider, version: report.version + 1 });
  });
}
