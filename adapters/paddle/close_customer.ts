import type { PayingTenant } from "../../ports/payments.ts";
import type { PaddleClient } from "./paddle_client.ts";
import { PaddleFailed } from "./paddle_failed.ts";
import { isOwn } from "./read_subscription.ts";
import { subscriptionStatus } from "./subscription_status.ts";
import { subscriptionsAt } from "./told_subscriptions.ts";

/**
 * Ends whatever the tenant pays for, at once, and archives the customer unless somebody else's subscription hangs on it.
 * Paddle forgets nobody whom it sold something: it is the seller, and keeps its books.
 */
export async function closeCustomer(
  paddle: PaddleClient,
  { customer, tenantId }: PayingTenant,
): Promise<null> {
  const all = await subscriptionsAt(paddle, customer);
  const live = all.filter(({ status }) =>
    subscriptionStatus(status) !== "ended"
  );
  const own = live.filter((one) => isOwn(one, tenantId));
  for (const { id } of own) await cancel(paddle, id);
  if (own.length === live.length) await archive(paddle, customer);
  return null;
}

async function cancel(
  { subscriptions }: PaddleClient,
  id: string,
): Promise<void> {
  try {
    await subscriptions.cancel(id, { effectiveFrom: "immediately" });
  } catch (error) {
    // It ended in between.
    const isOver = error instanceof PaddleFailed && error.is(
      "subscription_is_canceled_action_invalid",
      "subscription_update_when_canceled",
    );
    if (!isOver) throw error;
  }
}

async function archive(
  { customers }: PaddleClient,
  id: string,
): Promise<void> {
  const { status } = await customers.get(id);
  if (status !== "archived") await customers.archive(id);
}
