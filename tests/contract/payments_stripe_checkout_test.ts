import assert from "node:assert/strict";
import { customer } from "../support/payments_trial.ts";
import { USAGE_PRICE } from "../support/stripe_account.ts";
import { asked, keysOf, stripeTest } from "../support/stripe_trial.ts";

const RETURN_URL = "https://balance.example/billing?tab=plan&x=1";

stripeTest(
  "a checkout says what is bought, for whom, and where to go back to",
  async (subject) => {
    const tenant = await customer(subject);
    const request = {
      ...tenant,
      price: "price_month",
      usagePrice: USAGE_PRICE,
      trialDays: 14,
      returnUrl: RETURN_URL,
      idempotencyKey: "k-1",
    };
    assert.deepEqual(await subject.payments.checkout(request), {
      ok: true,
      value: {
        url: "https://checkout.stripe.example/c/cs_000001",
        expiresAt: "2026-01-03T03:04:05.000Z",
      },
    });
    const form = {
      mode: "subscription",
      ui_mode: "hosted_page",
      customer: tenant.customer,
      client_reference_id: tenant.tenantId,
      "line_items[0][price]": "price_month",
      "line_items[0][quantity]": "1",
      "subscription_data[metadata][balance_tenant]": tenant.tenantId,
      success_url: RETURN_URL,
      cancel_url: RETURN_URL,
    };
    assert.deepEqual(asked(subject), [["POST /v1/checkout/sessions", {
      ...form,
      "line_items[1][price]": USAGE_PRICE,
      "subscription_data[trial_period_days]": "14",
    }]]);
    await subject.payments.checkout({
      ...request,
      usagePrice: null,
      trialDays: 0,
      idempotencyKey: null,
    });
    assert.deepEqual(asked(subject)[1], ["POST /v1/checkout/sessions", form]);
    const [key, made] = keysOf(subject);
    assert.equal(key, `checkout-${tenant.customer}-k-1`);
    assert.match(made!, /^stripe-node-retry-[0-9a-f-]{36}$/);
  },
);

stripeTest(
  "a key that was used answers the same request as before, refuses another, and is a tenant's own",
  async (subject) => {
    const [tenant, other] = [await customer(subject), await customer(subject)];
    const { payments } = subject;
    const request = {
      ...tenant,
      price: "price_month",
      usagePrice: null,
      trialDays: 0,
      returnUrl: RETURN_URL,
      idempotencyKey: "k-1",
    };
    const first = await payments.checkout(request);
    assert.deepEqual(await payments.checkout(request), first);
    const again = await payments.checkout({ ...request, price: "price_year" });
    assert.deepEqual(again, {
      ok: false,
      failure: {
        kind: "payments.key_reused",
        category: "conflict",
        title: "This idempotency key was used for another request",
        facts: {},
        flaws: [],
      },
    });
    const theirs = await payments.checkout({ ...request, ...other });
    assert.equal(theirs.ok, true);
    assert.notDeepEqual(theirs, first);
  },
);

stripeTest(
  "the portal is opened for a customer, and a key gives the same page",
  async (subject) => {
    const { customer: id } = await customer(subject);
    const request = {
      customer: id,
      returnUrl: RETURN_URL,
      idempotencyKey: "k-1",
    };
    const first = await subject.payments.portal(request);
    assert.deepEqual(first, {
      ok: true,
      value: { url: "https://billing.stripe.example/p/bps_000001" },
    });
    assert.deepEqual(await subject.payments.portal(request), first);
    const call = ["POST /v1/billing_portal/sessions", {
      customer: id,
      return_url: RETURN_URL,
    }];
    assert.deepEqual(asked(subject), [call, call]);
    assert.equal(keysOf(subject)[0], `portal-${id}-k-1`);
  },
);
