import type { SubscriptionStatus as PaddleStatus } from "@paddle/paddle-node-sdk";
import type { SubscriptionStatus } from "../../src/billing/subscription.ts";

const STATUSES = {
  active: "active",
  canceled: "ended",
  past_due: "past_due",
  paused: "paused",
  trialing: "trialing",
} as const satisfies Record<PaddleStatus, SubscriptionStatus>;

/** Every status that a subscription can have at Paddle. */
export const PADDLE_STATUSES = Object.keys(STATUSES) as PaddleStatus[];

const OURS = new Map<string, SubscriptionStatus>(Object.entries(STATUSES));

/** Whether this version of the API has that status of a subscription. */
export function isKnownStatus(status: string): boolean {
  return OURS.has(status);
}

/** Our word for Paddle's. Throws for one that this version of the API does not have: what it allows cannot be guessed. */
export function subscriptionStatus(status: string): SubscriptionStatus {
  const ours = OURS.get(status);
  if (ours) return ours;
  throw new Error(
    `Paddle has a status of subscriptions unknown here: ${status}`,
  );
}
