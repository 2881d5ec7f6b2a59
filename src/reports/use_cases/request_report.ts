import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import { actorId, type Scope } from "../../tenancy/scope.ts";
import { newReport } from "../new_report.ts";
import { checkTerms } from "../parts/check_terms.ts";
import type { ReportPeriod, ReportTerms } from "../report_demand.ts";
import { type Report, reportFailures } from "../report.ts";

/** Asks for a report, which a job makes. */
export async function requestReport(
  deps: Pick<Deps, "uow" | "clock" | "ids">,
  scope: Scope,
  { terms: asked, period }: {
    readonly terms: ReportTerms;
    readonly period: ReportPeriod;
  },
): Promise<
  Result<
    Report,
    AccessDenied | Failure<"report.period_empty" | "report.unknown_filter">
  >
> {
  const allowed = permit(scope, "reports.write");
  if (!allowed.ok) return allowed;
  if (period.from >= period.to) {
    const flaw = { pointer: "/to", detail: "is not later than `from`" };
    return fail(reportFailures.period_empty({}, [flaw]));
  }
  const id = deps.ids.next("rpt");
  const createdAt = deps.clock.now();
  return deps.uow.run(allowed.value, async (tx) => {
    const terms = await checkTerms(tx, asked);
    if (!terms.ok) return terms;
    const report = newReport({
      id,
      createdAt,
      createdBy: actorId(scope),
      scheduleId: null,
      terms: terms.value,
      period,
    });
    await tx.reports.add([report]);
    tx.events.append([{
      type: "REPORT_REQUESTED",
      payload: { report_id: id, kind: terms.value.kind },
    }]);
    return ok(report);
  });
}
