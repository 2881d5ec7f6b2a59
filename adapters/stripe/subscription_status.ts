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

const OURS = new Map<string, SubscriptionStatus>(Object.entries(STATUSES));

/** Whether this version of the API has that status of a subscription. */
export function isKnownStatus(status: string): boolean {
  return OURS.has(status);
}

/** Our word for Stripe's. Throws for one that this version of the API does not have: what it allows cannot be guessed. */
export function subscriptionStatus(status: string): SubscriptionStatus {
  const ours = OURS.get(status);
  if (ours) return ours;
  throw new Error(
    `Stripe has a status of subscriptions unknown here: ${status}`,
  );
}
