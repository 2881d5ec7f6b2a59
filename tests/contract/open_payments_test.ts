import assert from "node:assert/strict";
import { parseConfig } from "../../src/main/config.ts";
import { openPayments } from "../../src/main/open_payments.ts";
import { sampleIds } from "../support/samples.ts";
import { settableClock } from "../support/settable_clock.ts";
import { sent, WEBHOOK_SECRET } from "../support/stripe_subject.ts";

const STRIPE = {
  BALANCE_PAYMENTS: "stripe",
  BALANCE_PLANS_FILE: "plans.json",
  STRIPE_SECRET_KEY: "sk_test_0123456789",
};

function opened(
  env: Readonly<Record<string, string>>,
  clock = settableClock(),
) {
  const read = parseConfig(env);
  assert.ok(read.ok, JSON.stringify(read));
  return openPayments(read.value.payments, clock);
}

Deno.test("without a provider everybody is a customer in memory, and no webhooks are taken", async () => {
  const { payments, hook, meter } = await opened({});
  assert.deepEqual([payments.provider, hook, meter], ["memory", null, null]);
  const tenant = { tenantId: sampleIds.next("ten"), name: "", email: "" };
  const customer = await payments.customerOf(tenant);
  assert.equal(customer.ok, true);
});

Deno.test("Stripe's webhooks are trusted by the newest secret, and by an earlier one until its time", async () => {
  const clock = settableClock("2026-11-30T23:59:59.000Z");
  const { payments, hook, meter } = await opened({
    ...STRIPE,
    STRIPE_WEBHOOK_SECRET:
      `whsec_the_newest_secret,${WEBHOOK_SECRET};until=2026-12-01T00:00:00Z`,
  }, clock);
  assert.equal(payments.provider, "stripe");
  assert.notEqual(meter, null);
  const event = JSON.stringify({
    object: "event",
    id: "evt_1",
    type: "invoice.paid",
    created: 0,
    data: { object: { object: "invoice", customer: "cus_1" } },
  });
  const kinds = async (secret: string) => {
    const { bytes, headers } = await sent(event, clock, secret);
    const read = await hook!.read(bytes, headers);
    return read.ok ? read.value.customer : read.failure.kind;
  };
  assert.equal(await kinds("whsec_the_newest_secret"), "cus_1");
  assert.equal(await kinds(WEBHOOK_SECRET), "cus_1");
  clock.advance(1_000);
  assert.equal(await kinds("whsec_the_newest_secret"), "cus_1");
  assert.equal(await kinds(WEBHOOK_SECRET), "hook.untrusted");
});
