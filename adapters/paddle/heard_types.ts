import type { EventName } from "@paddle/paddle-node-sdk";

/**
 * The events after which a customer's subscriptions are asked for anew. Of a customer itself nothing is heard: its name,
 * address and archiving change no subscription.
 */
export const HEARD_TYPES: ReadonlySet<string> = new Set(
  [
    "subscription.activated",
    "subscription.canceled",
    "subscription.created",
    "subscription.imported",
    "subscription.past_due",
    "subscription.paused",
    "subscription.resumed",
    "subscription.trialing",
    "subscription.updated",
    "transaction.billed",
    "transaction.canceled",
    "transaction.completed",
    "transaction.paid",
    "transaction.past_due",
    "transaction.payment_failed",
  ] satisfies readonly `${EventName}`[],
);
