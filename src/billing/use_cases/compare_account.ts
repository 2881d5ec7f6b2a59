import { PaymentsDown } from "../../../ports/payments.ts";
import type { Instant } from "../../kernel/instant.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { hinted, isOpen } from "../account_changes.ts";
import { type Drift, driftOf } from "../drift.ts";
import { refreshAccount, type RefreshDeps } from "../parts/refresh_account.ts";
import { accountOf, standingNow } from "../parts/read_standing.ts";
import type { Subscription } from "../subscription.ts";

/** What the provider lists as a customer's, and when whoever lists everybody's began. */
export interface Listing {
  readonly since: Instant;
  readonly subscriptions: readonly Subscription[];
}

/** What a comparison found, and whether the provider was asked anew. */
export interface Compared {
  readonly drift: readonly Drift[];
  readonly repaired: boolean;
}

/**
 * Holds what is known of a tenant's subscriptions against what the provider lists as the customer's, and asks for them
 * anew where it is not the same; null where the tenant is no customer. An account that was asked about since the listing
 * began may know more than it, and is not held against it. What the provider lists no more is told and left as it is: a
 * wrong key would otherwise end every subscription there is. `PaymentsDown` where the provider is away.
 */
export async function compareAccount(
  deps: RefreshDeps,
  scope: Scope,
  { since, subscriptions }: Listing,
): Promise<Result<Compared | null, AccessDenied>> {
  const allowed = permit(scope, "jobs.run");
  if (!allowed.ok) return allowed;
  const { value: found } = await deps.uow.run(allowed.value, async (tx) => {
    const account = await accountOf(deps, tx);
    if (!account) return ok(null);
    const isNewer = account.syncedAt !== null && account.syncedAt > since;
    const drift = isNewer ? [] : driftOf(account.subscriptions, subscriptions);
    const mends = drift.some(({ kind }) => kind !== "missing");
    if (mends) await tx.billingAccounts.save([hinted(account)]);
    const asks = mends || isOpen(account, standingNow(deps, account));
    return ok({ drift, asks });
  });
  if (found === null) return ok(null);
  if (!found.asks) return ok({ drift: found.drift, repaired: false });
  const refreshed = await refreshAccount(deps, allowed.value, null);
  if (!refreshed.ok && refreshed.failure.kind === "payments.unavailable") {
    throw new PaymentsDown(refreshed.failure);
  }
  // What is refused of one tenant keeps nobody from comparing the others.
  return ok({ drift: found.drift, repaired: refreshed.ok });
}
