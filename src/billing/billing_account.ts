import { failures } from "../kernel/failure.ts";
import type { Id } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { BillingState } from "./standing.ts";
import type { Subscription } from "./subscription.ts";

export type BillingAccountId = Id<"bil">;

/** A tenant as a customer of a payment provider; one at most for each. */
export interface BillingAccount {
  readonly id: BillingAccountId;
  readonly version: number;
  /** The provider's name, e.g. `stripe`. */
  readonly provider: string;
  /** What the provider calls the customer. */
  readonly customer: string;
  /** By id, as the provider told them when it was asked last. */
  readonly subscriptions: readonly Subscription[];
  /** How often there was reason to ask the provider, and which of these the last answer kept was asked after. */
  readonly hinted: number;
  readonly synced: number;
  /** When the provider was asked last; null: never yet. */
  readonly syncedAt: Instant | null;
  /** The standing that the event log tells, and since when; null until one was told. */
  readonly told: ToldStanding | null;
  readonly createdAt: Instant;
}

export interface ToldStanding {
  readonly state: BillingState;
  readonly plan: string | null;
  readonly since: Instant;
}

export const billingFailures = failures("billing", {
  limit_reached: {
    category: "payment_due",
    title: "Your plan allows no more of this",
  },
  not_in_plan: {
    category: "payment_due",
    title: "Your plan does not have this",
  },
  unknown_plan: { category: "invalid", title: "No such plan is sold" },
  nothing_sold: {
    category: "conflict",
    title: "No plans are sold here",
  },
  subscribed: {
    category: "conflict",
    title: "There is a subscription already; change it in the portal",
  },
  no_account: {
    category: "conflict",
    title: "This company is no customer yet; begin with a checkout",
  },
});
