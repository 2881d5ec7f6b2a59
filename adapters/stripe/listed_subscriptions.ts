import type Stripe from "stripe";
import type { ListedSubscription } from "../../ports/payments.ts";
import { tenantOf } from "./read_subscription.ts";
import { isKnownStatus } from "./subscription_status.ts";
import { idOf, toldSubscriptions } from "./told_subscriptions.ts";

/** These subscriptions, and whose they are; one with a status that is not known here is not read. */
export async function listedSubscriptions(
  stripe: Stripe,
  told: readonly Stripe.Subscription[],
): Promise<readonly ListedSubscription[]> {
  const known = told.filter(({ status }) => isKnownStatus(status));
  const read = await toldSubscriptions(stripe, known);
  const byId = new Map(read.map((one) => [one.id, one]));
  return told.map((one) => ({
    id: one.id,
    customer: idOf(one.customer),
    tenantId: tenantOf(one),
    subscription: byId.get(one.id) ?? null,
  }));
}
