import assert from "node:assert/strict";
import { parseConfig } from "../../src/main/config.ts";
import { openPayments } from "../../src/main/open_payments.ts";
import { PRICES } from "../support/paddle_account.ts";
import { paddleServer } from "../support/paddle_server.ts";
import {
  sent as sentByPaddle,
  WEBHOOK_SECRET as PADDLE_WEBHOOK_SECRET,
} from "../support/paddle_subject.ts";
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
  const tenant = {
    tenantId: sampleIds.next("ten"),
    name: "",
    email: "",
    gone: null,
  };
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

Deno.test("Paddle is asked at its address, and its webhooks are trusted by the secrets of their time", async () => {
  const clock = settableClock("2026-11-30T23:59:59.000Z");
  const server = paddleServer(clock);
  try {
    const { payments, hook, meter } = await opened({
      BALANCE_PAYMENTS: "paddle",
      BALANCE_PLANS_FILE: "plans.json",
      PADDLE_API_KEY: server.apiKey,
      PADDLE_BASE_URL: server.origin,
      PADDLE_CHECKOUT_URL: "https://pay.balance.example/now",
      PADDLE_WEBHOOK_SECRET:
        `pdl_ntfset_the_newest,${PADDLE_WEBHOOK_SECRET};until=2026-12-01T00:00:00Z`,
    }, clock);
    assert.deepEqual([payments.provider, meter], ["paddle", null]);
    const tenantId = sampleIds.next("ten");
    const customer = await payments.customerOf({
      tenantId,
      name: "Foxglove Joinery",
      email: "ann@foxglove.example",
      gone: null,
    });
    assert.ok(customer.ok);
    const page = await payments.checkout({
      customer: customer.value,
      tenantId,
      price: PRICES[0],
      usagePrice: null,
      trialDays: 0,
      returnUrl: "https://balance.example/billing",
      idempotencyKey: null,
    });
    assert.ok(page.ok);
    assert.equal(
      page.value.url,
      "https://pay.balance.example/now?_ptxn=txn_00000000000000000000000001",
    );
    const event = JSON.stringify({
      event_id: "evt_1",
      event_type: "transaction.paid",
      occurred_at: "2026-11-30T23:59:59.000000Z",
      data: { customer_id: customer.value },
    });
    const says = async (secret: string) => {
      const at = Date.parse(clock.now());
      const { bytes, headers } = await sentByPaddle(event, at, secret);
      const read = await hook!.read(bytes, headers);
      return read.ok ? read.value.customer : read.failure.kind;
    };
    assert.equal(await says("pdl_ntfset_the_newest"), customer.value);
    assert.equal(await says(PADDLE_WEBHOOK_SECRET), customer.value);
    clock.advance(1_000);
    assert.equal(await says("pdl_ntfset_the_newest"), customer.value);
    assert.equal(await says(PADDLE_WEBHOOK_SECRET), "hook.untrusted");
  } finally {
    await server.close();
  }
});
