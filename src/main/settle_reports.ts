import type { Deps } from "../../ports/deps.ts";
import type { UsageReportId } from "../billing/usage.ts";
import {
  settleReport,
  type Verdict,
} from "../billing/use_cases/settle_report.ts";
import { isId } from "../kernel/ids.ts";
import { openTaskScope } from "../tenancy/use_cases/open_task_scope.ts";

/** What became of one report that the operator named. */
export type SettledReport =
  | { readonly report: UsageReportId; readonly settled: "heard" }
  | {
    readonly report: UsageReportId;
    readonly settled: "again";
    /** The id under which it is told once more. */
    readonly told_as: UsageReportId;
  }
  | { readonly report: string; readonly error: string };

/** Settles reports of usage that are unsure, each by itself, and tells of each what became of it. */
export async function* settleReports(
  deps: Pick<Deps, "uow" | "clock" | "ids" | "directory">,
  named: Readonly<Record<Verdict, readonly string[]>>,
): AsyncGenerator<SettledReport> {
  for (const verdict of ["heard", "again"] as const) {
    for (const id of named[verdict]) yield await settle(deps, id, verdict);
  }
}

async function settle(
  deps: Pick<Deps, "uow" | "clock" | "ids" | "directory">,
  id: string,
  verdict: Verdict,
): Promise<SettledReport> {
  const tenantId = isId("urp", id)
    ? await deps.directory.tenantOfUsageReport(id)
    : undefined;
  if (!isId("urp", id) || tenantId === undefined) {
    return { report: id, error: "There is no report of that id" };
  }
  const scope = openTaskScope(tenantId, "billing");
  const settled = await settleReport(deps, scope, { id, verdict });
  if (!settled.ok) return { report: id, error: settled.failure.title };
  return verdict === "heard"
    ? { report: id, settled: verdict }
    : { report: id, settled: verdict, told_as: settled.value.id };
}
