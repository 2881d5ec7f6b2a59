import type { Deps } from "../../../ports/deps.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import type { BillingAccount } from "../billing_account.ts";
import { isFlat } from "../plan.ts";
import { type Standing, standingOf } from "../standing.ts";

/** What it takes to know how somebody stands. */
export type StandingDeps = Pick<Deps, "payments" | "plans" | "clock">;

/** The account at the provider that is configured; null while there is none. */
export async function accountOf(
  { payments }: Pick<Deps, "payments">,
  tx: Pick<Tx, "billingAccounts">,
): Promise<BillingAccount | null> {
  const accounts = await tx.billingAccounts.all();
  return accounts.find(({ provider }) => provider === payments.provider) ??
    null;
}

/** How the tenant stands now. Nothing is read where there is nothing to buy. */
export async function readStanding(
  deps: StandingDeps,
  tx: Pick<Tx, "billingAccounts">,
): Promise<Standing> {
  const account = isFlat(deps.plans) ? null : await accountOf(deps, tx);
  return standingNow(deps, account);
}

/** How a tenant with that account stands now. */
export function standingNow(
  { payments, plans, clock }: StandingDeps,
  account: BillingAccount | null | undefined,
): Standing {
  return standingOf(account?.subscriptions ?? [], {
    book: plans,
    provider: payments.provider,
    now: clock.now(),
  });
}
