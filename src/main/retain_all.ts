import type { Deps } from "../../ports/deps.ts";
import type { TenantId } from "../kernel/ids.ts";
import {
  applyRetention,
  type Removed,
} from "../privacy/use_cases/apply_retention.ts";
import { sweepReports } from "../reports/use_cases/sweep_reports.ts";
import { sweepReceipts } from "../receipts/use_cases/sweep_receipts.ts";
import { sweepImports } from "../imports/use_cases/sweep_imports.ts";
import { openTaskScope } from "../tenancy/use_cases/open_task_scope.ts";

type Needed = Pick<
  Deps,
  "uow" | "clock" | "directory" | "files" | "payments" | "plans"
>;

/** Removes what every tenant has kept long enough, one tenant after another; tells of each what went. */
export async function* retainAll(
  deps: Needed,
): AsyncGenerator<readonly [TenantId, Removed]> {
  for (const tenantId of await deps.directory.tenantIds()) {
    const scope = openTaskScope(tenantId, "retention");
    const removed = await applyRetention(deps, scope);
    if (!removed.ok) throw new Error(removed.failure.kind);
    const swept = await sweepReceipts(deps, scope);
    if (!swept.ok) throw new Error(swept.failure.kind);
    const left = await sweepReports(deps, scope);
    if (!left.ok) throw new Error(left.failure.kind);
    const unwanted = await sweepImports(deps, scope);
    if (!unwanted.ok) throw new Error(unwanted.failure.kind);
    yield [tenantId, removed.value];
  }
}
