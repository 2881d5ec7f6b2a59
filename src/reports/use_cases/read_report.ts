import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ReportId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { type Report, reportFailures } from "../report.ts";

/** A report: how far it is, and its figures once it is done. */
export async function readReport(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  id: ReportId,
): Promise<Result<Report, AccessDenied | Failure<"report.missing">>> {
  const allowed = permit(scope, "reports.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    const [report] = await tx.reports.find([id]);
    return report
      ? ok(report)
      : fail(reportFailures.missing({ report_id: id }));
  });
}
