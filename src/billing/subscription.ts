import type { Instant } from "../kernel/instant.ts";

/**
 * How a payment provider says that a subscription stands, in words of no provider: its first payment is not made yet
 * (`pending`) or never was (`expired`); a payment failed and is tried again (`past_due`), or no more (`unpaid`);
 * `paused`: nothing is asked for now; `ended`: it will never go on.
 */
export const SUBSCRIPTION_STATUSES = [
  "pending",
  "expired",
  "trialing",
  "active",
  "past_due",
  "unpaid",
  "paused",
  "ended",
] as const;
export type SubscriptionStatus = typeof SUBSCRIPTION_STATUSES[number];

/** A subscription as its provider tells it. All of it is the provider's: nothing here depends on when we asked. */
export interface Subscription {
  /** The provider's id. */
  readonly id: string;
  readonly status: SubscriptionStatus;
  readonly createdAt: Instant;
  /** Ids of the prices that are paid, sorted. */
  readonly priceIds: readonly string[];
  /** What is paid for now; null before the first period. */
  readonly period: { readonly start: Instant; readonly end: Instant } | null;
  readonly trialEndsAt: Instant | null;
  /** When it ends unless somebody changes that; null: it goes on. */
  readonly endsAt: Instant | null;
  /** When it ended; null while it has not. */
  readonly endedAt: Instant | null;
  /** Since when the oldest payment is owed; null where none is, or that is not known. */
  readonly owedSince: Instant | null;
}

/** Whether it will never go on, so that nobody pays for it any more. */
export function isOver({ status }: Pick<Subscription, "status">): boolean {
  return status === "ended" || status === "expired";
}
