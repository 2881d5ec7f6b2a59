import type Stripe from "stripe";
import type { PayingTenant } from "../../ports/payments.ts";
import { isMissing } from "./asked.ts";
import { subscriptionStatus } from "./subscription_status.ts";
import { subscriptionsAt } from "./subscriptions_at.ts";

/** Ends whatever the tenant pays for, at once, and deletes the customer, with which Stripe forgets address and card. */
export async function closeCustomer(
  stripe: Stripe,
  tenant: PayingTenant,
): Promise<null> {
  const customer = await stripe.customers.retrieve(tenant.customer);
  if (customer.deleted) return null;
  for (const { id, status } of await subscriptionsAt(stripe, tenant)) {
    const isOver = ["ended", "expired"].includes(subscriptionStatus(status));
    if (!isOver) await cancel(stripe, id);
  }
  await stripe.customers.del(customer.id);
  return null;
}

async function cancel(stripe: Stripe, id: string): Promise<void> {
  try {
    await stripe.subscriptions.cancel(id);
  } catch (error) {
    // It ended in between: one that has ended cannot be found to be cancelled.
    if (!isMissing(error)) throw error;
  }
}
