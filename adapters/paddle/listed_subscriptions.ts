import type { Subscription as PaddleSubscription } from "@paddle/paddle-node-sdk";
import type { ListedSubscription } from "../../ports/payments.ts";
import type { PaddleClient } from "./paddle_client.ts";
import { tenantOf } from "./read_subscription.ts";
import { isKnownStatus } from "./subscription_status.ts";
import { toldSubscriptions } from "./told_subscriptions.ts";

/** These subscriptions, and whose they are; one with a status that is not known here is not read. */
export async function listedSubscriptions(
  paddle: PaddleClient,
  told: readonly PaddleSubscription[],
): Promise<readonly ListedSubscription[]> {
  const known = told.filter(({ status }) => isKnownStatus(status));
  const read = await toldSubscriptions(paddle, known);
  const byId = new Map(read.map((one) => [one.id, one]));
  return told.map((one) => ({
    id: one.id,
    customer: one.customerId,
    tenantId: tenantOf(one),
    subscription: byId.get(one.id) ?? null,
  }));
}
