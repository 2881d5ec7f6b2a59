import assert from "node:assert/strict";
import { memoryPaymentHook } from "../../adapters/memory/payment_messages.ts";
import { memoryPayments } from "../../adapters/memory/payments.ts";
import { plusMs } from "../../src/kernel/instant.ts";
import { sampleIds } from "../support/samples.ts";
import { settableClock } from "../support/settable_clock.ts";
import { paymentsContract } from "./payments.ts";

const SECRET = "what only the provider knows";

paymentsContract("memory", async () => {
  const clock = settableClock();
  return {
    ...memoryPayments({ clock, secret: SECRET }),
    hookWith: ({ aheadMs = 0, otherSecret = false }) =>
      memoryPaymentHook({
        secret: otherSecret ? "another" : SECRET,
        clock: { now: () => plusMs(clock.now(), aheadMs) },
      }),
    close: () => Promise.resolve(),
  };
});

Deno.test("memory: a key gives the same page for the same request, and is refused for another", async () => {
  const { payments } = memoryPayments({ clock: settableClock() });
  const request = {
    customer: "cus_1",
    tenantId: sampleIds.next("ten"),
    price: "price_month",
    usagePrice: null,
    trialDays: 0,
    returnUrl: "https://balance.example/billing",
    idempotencyKey: "k1",
  };
  const first = await payments.checkout(request);
  assert.deepEqual(await payments.checkout(request), first);
  const other = await payments.checkout({ ...request, price: "price_year" });
  assert.equal(!other.ok && other.failure.kind, "payments.key_reused");
  const next = await payments.checkout({ ...request, idempotencyKey: "k2" });
  assert.notDeepEqual(next, first);
});
