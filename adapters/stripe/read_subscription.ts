import type Stripe from "stripe";
import type { Subscription } from "../../src/billing/subscription.ts";
import { isId, type TenantId } from "../../src/kernel/ids.ts";
import type { Instant } from "../../src/kernel/instant.ts";
import { subscriptionStatus } from "./subscription_status.ts";

/** Where a customer and a subscription say which tenant they are of. */
export const TENANT_KEY = "balance_tenant";

/** A subscription in our words. `items` are all of its items: what Stripe puts into it can be the first ones only. */
export function readSubscription(
  told: Stripe.Subscription,
  items: readonly Stripe.SubscriptionItem[],
  owedSince: Instant | null,
): Subscription {
  const status = subscriptionStatus(told.status);
  const period = periodOf(items);
  const isOver = status === "ended" || status === "expired";
  return {
    id: told.id,
    status,
    createdAt: instantOf(told.created),
    priceIds: items.map(({ price }) => price.id).sort(),
    period,
    trialEndsAt: orNull(told.trial_end),
    endsAt: isOver ? null : endOf(told, period),
    endedAt: orNull(told.ended_at),
    owedSince: status === "past_due" ? owedSince : null,
  };
}

/** The tenant that it was made for; null where it does not say. */
export function tenantOf(
  { metadata }: { readonly metadata: Stripe.Metadata },
): TenantId | null {
  const id = metadata[TENANT_KEY] ?? "";
  return isId("ten", id) ? id : null;
}

export function instantOf(unixSeconds: number): Instant {
  return new Date(unixSeconds * 1_000).toISOString() as Instant;
}

/** Stripe keeps a period with each item; the subscription's reaches from the first start to the last end. */
function periodOf(
  items: readonly Stripe.SubscriptionItem[],
): Subscription["period"] {
  if (items.length === 0) return null;
  return {
    start: instantOf(
      Math.min(...items.map((item) => item.current_period_start)),
    ),
    end: instantOf(Math.max(...items.map((item) => item.current_period_end))),
  };
}

function endOf(
  { cancel_at, cancel_at_period_end }: Stripe.Subscription,
  period: Subscription["period"],
): Instant | null {
  if (cancel_at !== null) return instantOf(cancel_at);
  return cancel_at_period_end ? period?.end ?? null : null;
}

function orNull(unixSeconds: number | null): Instant | null {
  return unixSeconds === null ? null : instantOf(unixSeconds);
}
