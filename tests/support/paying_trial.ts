import type { SubscriptionStatus } from "../../src/billing/subscription.ts";
import { requestTenantErasure } from "../../src/privacy/use_cases/request_tenant_erasure.ts";
import { openBillingTrial } from "./billing_trial.ts";
import { openCompany } from "./company.ts";
import { incoming, value } from "./trial.ts";

/** A company that pays for one thing, owes for another, and once had a third; and another one that pays, too. */
export async function openPaying() {
  const trial = await openBillingTrial();
  const { deps, world, scope } = trial;
  const bought: string[] = [];
  for (const status of ["active", "past_due", "ended"] as const) {
    const id = await trial.buy();
    if (status !== "active") await world.become(id, status);
    bought.push(id);
  }
  const other = await openCompany(deps, "Otter");
  await world.subscribe(other, world.prices[1]);
  await trial.send(incoming());
  await trial.settle();
  const tenant = { customer: await trial.customer(), tenantId: scope.tenantId };
  return {
    ...trial,
    other,
    customer: tenant.customer,
    request: async () =>
      value(await requestTenantErasure(deps, scope, "Foxglove Joinery")),
    /** How its subscriptions stand at the provider, and those of the other one. */
    async theirs(): Promise<readonly (readonly SubscriptionStatus[])[]> {
      const both = [
        await deps.payments.subscriptionsOf(tenant),
        await deps.payments.subscriptionsOf(other),
      ];
      return both.map((of) => value(of).map(({ status }) => status));
    },
    isErased: async () =>
      (await trial.events()).some(({ type }) => type === "TENANT_ERASED"),
  };
}

export const CLOSED = [["ended", "ended", "ended"], ["active"]];
