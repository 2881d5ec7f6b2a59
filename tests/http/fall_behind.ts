import assert from "node:assert/strict";
import type { BillingTrial } from "./billing_trial.ts";

/**
 * Buys a plan, and does not pay for it until the grace is over; the subscription's id. `paid` is done before the payment
 * fails, `owing` after it.
 */
export async function fallBehind(
  trial: BillingTrial,
  { paid, owing }: {
    readonly paid?: () => Promise<void>;
    readonly owing?: () => Promise<void>;
  } = {},
): Promise<string> {
  const id = await trial.buy();
  await trial.settle();
  await paid?.();
  await trial.world.become(id, "past_due");
  await trial.settle();
  await owing?.();
  const { grace_ends_at } = await trial.billing();
  trial.clock.set(grace_ends_at! as `${string}Z`);
  assert.equal(await trial.stands(), "suspended nothing");
  return id;
}
