import type { Subscription as PaddleSubscription } from "@paddle/paddle-node-sdk";
import type { Subscription } from "../../src/billing/subscription.ts";
import { isId, type TenantId } from "../../src/kernel/ids.ts";
import type { Instant } from "../../src/kernel/instant.ts";
import { instantOf } from "./instant_of.ts";
import { subscriptionStatus } from "./subscription_status.ts";

/** Where the custom data of a customer or a subscription says which tenant it is of. */
export const TENANT_KEY = "balance_tenant";

/** A subscription in our words. `owedSince`: of one that is past due. */
export function readSubscription(
  told: PaddleSubscription,
  owedSince: Instant | null,
): Subscription {
  const status = subscriptionStatus(told.status);
  const { currentBillingPeriod: period, scheduledChange: change } = told;
  const isOver = status === "ended";
  return {
    id: told.id,
    status,
    createdAt: instantOf(told.createdAt),
    priceIds: told.items.map(({ price }) => price.id).sort(),
    period: period && {
      start: instantOf(period.startsAt),
      end: instantOf(period.endsAt),
    },
    trialEndsAt: trialEndOf(told),
    endsAt: !isOver && change?.action === "cancel"
      ? instantOf(change.effectiveAt)
      : null,
    endedAt: isOver && told.canceledAt !== null
      ? instantOf(told.canceledAt)
      : null,
    owedSince,
  };
}

/** The tenant that a customer is, or a subscription was bought for; null where it does not say. */
export function tenantOf(
  { customData }: Pick<PaddleSubscription, "customData">,
): TenantId | null {
  const id: unknown = customData?.[TENANT_KEY];
  return typeof id === "string" && isId("ten", id) ? id : null;
}

/** The last end of its items' trials. */
function trialEndOf({ items }: PaddleSubscription): Instant | null {
  const ends = items.flatMap(({ trialDates }) =>
    trialDates ? [instantOf(trialDates.endsAt)] : []
  );
  return ends.sort().at(-1) ?? null;
}

/** Whether a subscription of a tenant's customer is the tenant's: it is unless it was bought for another one. */
export function isOwn(one: PaddleSubscription, tenantId: TenantId): boolean {
  return (tenantOf(one) ?? tenantId) === tenantId;
}
