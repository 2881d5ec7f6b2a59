import type { PaymentFailure } from "../../../ports/payments.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Permit } from "../../tenancy/access.ts";
import { hinted } from "../account_changes.ts";
import type { BillingAccount } from "../billing_account.ts";
import { accountOf } from "./read_standing.ts";
import { refreshAccount, type RefreshDeps } from "./refresh_account.ts";

/** The tenant's account after the provider was asked how it stands, whatever was heard before; null where there is none. */
export async function askAnew(
  deps: RefreshDeps,
  permit: Permit,
): Promise<Result<BillingAccount | null, PaymentFailure>> {
  const { value: isThere } = await deps.uow.run(permit, async (tx) => {
    await tx.usage.takeTurn("plan");
    const account = await accountOf(deps, tx);
    if (account) await tx.billingAccounts.save([hinted(account)]);
    return ok(account !== null);
  });
  if (!isThere) return ok(null);
  const refreshed = await refreshAccount(deps, permit, null);
  if (!refreshed.ok) return refreshed;
  return await deps.uow.run(
    permit,
    async (tx) => ok(await accountOf(deps, tx)),
  );
}
