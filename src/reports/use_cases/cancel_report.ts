import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ReportId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { type Report, reportFailures } from "../report.ts";

/** Gives up a report that is not done yet; its job notices within a page of rows. Cancelled once more it stays so. */
export async function cancelReport(
  deps: Pick<Deps, "uow" | "clock">,
  scope: Scope,
  id: ReportId,
): Promise<
  Result<Report, AccessDenied | Failure<"report.missing" | "report.ended">>
> {
  const allowed = permit(scope, "reports.write");
  if (!allowed.ok) return allowed;
  const endedAt = deps.clock.now();
  return deps.uow.run(allowed.value, async (tx) => {
    const [report] = await tx.reports.find([id]);
    if (!report) return fail(reportFailures.missing({ report_id: id }));
    const { state } = report;
    if (state === "cancelled") return ok(report);
    if (state === "done" || state === "failed") {
      return fail(reportFailures.ended({ state }));
    }
    const cancelled: Report = { ...report, state: "cancelled", endedAt };
    await tx.reports.save([cancelled]);
    tx.events.append([{
      type: "REPORT_CANCELLED",
      payload: { report_id: id },
    }]);
    return ok({ ...cancelled, version: report.version + 1 });
  });
}
