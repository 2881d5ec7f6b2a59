import type { Deps } from "../../../ports/deps.ts";
import type { PaymentFailure } from "../../../ports/payments.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import {
  accountOf,
  type StandingDeps,
  standingNow,
} from "../../billing/parts/read_standing.ts";
import { plusMs } from "../../kernel/instant.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { eraseTenant } from "./erase_tenant.ts";
import {
  atMost,
  cutOffs,
  RETENTION_KINDS,
  type RetentionDays,
  type RetentionKind,
} from "../retention.ts";

/** Rows of one kind that go in one unit. */
const ROWS_PER_UNIT = 1_000;

/** A plan that keeps less counts for one that was had before only after so many days. */
const DOWNGRADED_MS = 30 * 86_400_000;

/** The days that the tenant chose, and no more than its plan has. What a change of plan lets go waits for a month: it does not come back. */
async function retentionOf(
  deps: StandingDeps,
  tx: Pick<Tx, "billingAccounts">,
  chosen: RetentionDays,
): Promise<RetentionDays> {
  const account = await accountOf(deps, tx);
  const { plan } = standingNow(deps, account);
  const since = account?.told?.since;
  const isFresh = since !== undefined &&
    plusMs(since, DOWNGRADED_MS) > deps.clock.now();
  return plan === null || isFresh
    ? chosen
    : atMost(chosen, plan.limits.retentionDays);
}

/** How many went, by kind. */
export type Removed = { readonly [K in RetentionKind]: number };

/** Removes what a tenant has kept long enough, in units of one statement each; done again, it finds nothing. */
export async function applyRetention(
  deps: Pick<Deps, "uow" | "files"> & StandingDeps,
  scope: Scope,
  rowsPerUnit = ROWS_PER_UNIT,
): Promise<Result<Removed, AccessDenied | PaymentFailure>> {
  const allowed = permit(scope, "jobs.run");
  if (!allowed.ok) return allowed;
  const removed = Object.fromEntries(
    RETENTION_KINDS.map((kind) => [kind, 0]),
  ) as { [K in RetentionKind]: number };
  const { value: due } = await deps.uow.run(allowed.value, async (tx) => {
    const [tenant] = await tx.tenants.find([scope.tenantId]);
    return ok(
      tenant && tenant.erasedAt === null
        ? cutOffs(
          await retentionOf(deps, tx, tenant.settings.retention),
          deps.clock.now(),
        )
        : null,
    );
  });
  if (due === null) {
    // What was under way while it was erased may have been written behind it.
    const erased = await eraseTenant(deps, scope, { id: "" });
    return erased.ok ? ok(removed) : erased;
  }
  for (const { kind, before } of due) {
    let count: number;
    do {
      const { value } = await deps.uow.run(allowed.value, async (tx) => {
        const gone = await tx.retention.remove(kind, before, rowsPerUnit);
        if (gone > 0) {
          tx.events.append([{
            type: "RETENTION_APPLIED",
            payload: { kind, before, removed: gone },
          }]);
        }
        return ok(gone);
      });
      count = value;
      removed[kind] += count;
    } while (count === rowsPerUnit);
  }
  return ok(removed);
}
