import type { Deps } from "../../../ports/deps.ts";
import type { PaymentFailure } from "../../../ports/payments.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Permit } from "../../tenancy/access.ts";
import type { BillingAccount } from "../billing_account.ts";
import { accountOf } from "../parts/read_standing.ts";

/**
 * The tenant's account at the provider, made if there is none. The provider makes one customer of a tenant however often
 * it is asked, so of two at once one finds the other's account. What was used before is not reported: it was not paid by
 * use. `gone`: the customer of whom the provider said so; the account stays, with all that is known of its subscriptions,
 * and becomes the customer that took that one's place.
 */
export async function openAccount(
  deps: Pick<Deps, "uow" | "clock" | "ids" | "payments">,
  permit: Permit,
  gone: string | null = null,
): Promise<Result<BillingAccount, PaymentFailure>> {
  const { value: known } = await deps.uow.run(permit, async (tx) => {
    const [tenant] = await tx.tenants.find([permit.tenantId]);
    const members = await tx.members.all();
    const owner = members.find(({ role, removedAt }) =>
      role === "owner" && removedAt === null
    );
    return ok({ account: await accountOf(deps, tx), tenant, owner });
  });
  if (known.account && known.account.customer !== gone) {
    return ok(known.account);
  }
  const { payments, ids, clock } = deps;
  const customer = await payments.customerOf({
    tenantId: permit.tenantId,
    name: known.tenant?.name ?? "",
    email: known.owner?.email ?? "",
    gone,
  });
  if (!customer.ok) return customer;
  const fresh: BillingAccount = {
    id: ids.next("bil"),
    version: 1,
    provider: payments.provider,
    customer: customer.value,
    subscriptions: [],
    hinted: 0,
    synced: 0,
    syncedAt: null,
    told: null,
    createdAt: clock.now(),
  };
  return await deps.uow.run(
    permit,
    async (tx): Promise<Result<BillingAccount, never>> => {
      await tx.usage.takeTurn("plan");
      const other = await accountOf(deps, tx);
      if (other && other.customer !== gone) return ok(other);
      if (other) {
        const after = { ...other, customer: customer.value };
        await tx.billingAccounts.save([after]);
        return ok(after);
      }
      await tx.billingAccounts.add([fresh]);
      await tx.usage.cutOff();
      tx.events.append([{
        type: "BILLING_ACCOUNT_CREATED",
        payload: { provider: fresh.provider },
      }]);
      return ok(fresh);
    },
  );
}
