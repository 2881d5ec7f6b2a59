import type Stripe from "stripe";
import type { SubscriptionStatus } from "../../src/billing/subscription.ts";

/** The words of a type of the SDK, which all have `string` beside them. */
type WordsOf<T> = T extends unknown ? string extends T ? never : T : never;

const STATUSES = {
  incomplete: "pending",
  incomplete_expired: "expired",
  trialing: "trialing",
  active: "active",
  past_due: "past_due",
  unpaid: "unpaid",
  paused: "paused",
  canceled: "ended",
} as const satisfies Record<
  WordsOf<Stripe.Subscription.Status>,
  SubscriptionStatus
>;

/** Our word for Stripe's. Throws for one that this version of the API does not have: what it allows cannot be guessed. */
export function subscriptionStatus(
  status: Stripe.Subscription.Status,
): SubscriptionStatus {
  const ours = new Map<string, SubscriptionStatus>(Object.entries(STATUSES))
    .get(status);
  if (ours) return ours;
  throw new Error(
    `Stripe has a status of subscriptions unknown here: ${status}`,
  );
}
