import type { Subscription as PaddleSubscription } from "@paddle/paddle-node-sdk";
import type { Subscription } from "../../src/billing/subscription.ts";
import type { Instant } from "../../src/kernel/instant.ts";
import { instantOf } from "./instant_of.ts";
import type { PaddleClient } from "./paddle_client.ts";
import { readSubscription } from "./read_subscription.ts";
import { PADDLE_STATUSES } from "./subscription_status.ts";

/** As many as Paddle puts on one page. */
export const SUBSCRIPTIONS_MAX = 200;
export const TRANSACTIONS_MAX = 30;
/** Ids that are named in one question, so that its address does not become too long. */
const IDS_MAX = 50;

/** All subscriptions of the customer, whichever tenant they are of, ended ones too. */
export async function subscriptionsAt(
  { subscriptions }: PaddleClient,
  customer: string,
): Promise<readonly PaddleSubscription[]> {
  return await Array.fromAsync(
    subscriptions.list({
      customerId: [customer],
      status: PADDLE_STATUSES,
      orderBy: "id[ASC]",
      perPage: SUBSCRIPTIONS_MAX,
    }),
  );
}

/**
 * These subscriptions in our words, with what Paddle must be asked for besides: since when something is owed. However
 * they were listed, the same subscription reads the same, so that readings can be compared.
 */
export async function toldSubscriptions(
  paddle: PaddleClient,
  told: readonly PaddleSubscription[],
): Promise<readonly Subscription[]> {
  const owing = told.filter(({ status }) => status === "past_due");
  const owedSince = await debtsOf(paddle, owing.map(({ id }) => id));
  return told.map((one) =>
    readSubscription(one, owedSince.get(one.id) ?? null)
  );
}

/** When the oldest transaction of each subscription was billed that is owed. */
async function debtsOf(
  { transactions }: PaddleClient,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Instant>> {
  const oldest = new Map<string, Instant>();
  for (let at = 0; at < ids.length; at += IDS_MAX) {
    const owed = transactions.list({
      subscriptionId: ids.slice(at, at + IDS_MAX),
      status: ["past_due"],
      perPage: TRANSACTIONS_MAX,
    });
    for await (const { subscriptionId, billedAt, createdAt } of owed) {
      if (subscriptionId === null) continue;
      const since = instantOf(billedAt ?? createdAt);
      const before = oldest.get(subscriptionId) ?? since;
      oldest.set(subscriptionId, since < before ? since : before);
    }
  }
  return oldest;
}
