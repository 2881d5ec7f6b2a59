import type Stripe from "stripe";
import type { PayingTenant } from "../../ports/payments.ts";
import { tenantOf } from "./read_subscription.ts";
import { PAGE_MAX } from "./told_subscriptions.ts";

/** All subscriptions of the customer, ended ones too, but for those that were made for another tenant. */
export async function subscriptionsAt(
  stripe: Stripe,
  { customer, tenantId }: PayingTenant,
): Promise<readonly Stripe.Subscription[]> {
  const all = await Array.fromAsync(
    stripe.subscriptions.list({ customer, status: "all", limit: PAGE_MAX }),
  );
  return all.filter((one) => (tenantOf(one) ?? tenantId) === tenantId);
}
