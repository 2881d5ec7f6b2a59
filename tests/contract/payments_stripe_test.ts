import assert from "node:assert/strict";
import { API_VERSION } from "../../adapters/stripe/stripe_client.ts";
import { stripePayments } from "../../adapters/stripe/stripe_payments.ts";
import { subscriptionStatus } from "../../adapters/stripe/subscription_status.ts";
import { sampleIds } from "../support/samples.ts";
import { settableClock } from "../support/settable_clock.ts";
import { USAGE_PRICE } from "../support/stripe_account.ts";
import {
  type StripeSubject,
  stripeSubject,
} from "../support/stripe_subject.ts";
import { paymentsContract } from "./payments.ts";

paymentsContract("stripe", async () => stripeSubject(settableClock()));

const RETURN_URL = "https://balance.example/billing?tab=plan&x=1";
const PAGE = { limit: 10, cursor: null };

function test(
  promise: string,
  body: (
    subject: StripeSubject,
    clock: ReturnType<typeof settableClock>,
  ) => Promise<void>,
): void {
  Deno.test(`stripe: ${promise}`, async () => {
    const clock = settableClock();
    const subject = stripeSubject(clock);
    try {
      await body(subject, clock);
    } finally {
      await subject.close();
    }
  });
}

const named = (tenantId = sampleIds.next("ten")) => ({
  tenantId,
  name: "Foxglove & Söhne",
  email: "ann+pay@foxglove.example",
});

async function customer({ payments, server }: StripeSubject) {
  const tenant = named();
  const told = await payments.customerOf(tenant);
  assert.ok(told.ok);
  server.requests.length = 0;
  return { customer: told.value, tenantId: tenant.tenantId };
}

/** Method, path and form of what was asked. */
const asked = ({ server }: StripeSubject) =>
  server.requests.map(({ method, path, form }) =>
    [`${method} ${path}`, form] as const
  );
const keysOf = ({ server }: StripeSubject) =>
  server.requests.map(({ headers }) => headers.get("idempotency-key"));

test("a tenant becomes a customer by a search, a key of its own, and a name that follows", async (subject) => {
  const tenant = named();
  assert.deepEqual(await subject.payments.customerOf(tenant), {
    ok: true,
    value: "cus_000001",
  });
  assert.deepEqual(asked(subject), [
    [
      `GET /v1/customers/search?query=metadata['balance_tenant']:'${tenant.tenantId}'&limit=100`,
      {},
    ],
    ["POST /v1/customers", { "metadata[balance_tenant]": tenant.tenantId }],
    [
      "POST /v1/customers/cus_000001",
      { name: tenant.name, email: tenant.email },
    ],
  ]);
  assert.equal(keysOf(subject)[1], `customer-${tenant.tenantId}`);
  for (const { method, headers } of subject.server.requests) {
    assert.equal(
      headers.get("authorization"),
      `Bearer ${subject.server.secretKey}`,
    );
    assert.equal(headers.get("stripe-version"), API_VERSION);
    assert.equal(headers.get("x-stripe-client-telemetry"), null);
    assert.equal(
      headers.get("content-type"),
      "application/x-www-form-urlencoded",
    );
    if (method === "GET") assert.equal(headers.get("idempotency-key"), null);
  }
});

test("a tenant stays one customer when somebody else of it asks, and when the key is long forgotten", async (subject) => {
  const { payments, server } = subject;
  const tenant = named();
  const first = await payments.customerOf(tenant);
  const other = { ...tenant, name: "Foxglove", email: "bo@foxglove.example" };
  assert.deepEqual(await payments.customerOf(other), first);
  server.forgetKeys();
  assert.deepEqual(await payments.customerOf(other), first);
  const [one, ...more] = server.account.customers;
  assert.deepEqual(more, []);
  assert.deepEqual([one?.name, one?.email], [other.name, other.email]);
});

test("what a customer changed in the portal is not written over", async (subject) => {
  const { payments, server } = subject;
  const tenant = named();
  await payments.customerOf(tenant);
  server.forgetKeys();
  server.account.customers[0]!.email = "books@foxglove.example";
  await payments.customerOf(tenant);
  assert.equal(server.account.customers[0]!.email, "books@foxglove.example");
});

test("two processes at once make one customer: the one that is too early asks again", async (subject) => {
  const { server } = subject;
  const process = () =>
    stripePayments({
      secretKey: server.secretKey,
      baseUrl: server.origin,
      timeoutMs: 30_000,
      retriesMax: 2,
    });
  server.collide();
  const tenant = named();
  const told = await Promise.all(
    [process(), process()].map((payments) => payments.customerOf(tenant)),
  );
  const one = { ok: true, value: "cus_000001" };
  assert.deepEqual(told, [one, one]);
  const created = server.requests.filter(({ method, path }) =>
    `${method} ${path}` === "POST /v1/customers"
  );
  assert.equal(created.length, 3);
  assert.equal(server.account.customers.length, 1);
});

test("a checkout says what is bought, for whom, and where to go back to", async (subject) => {
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
  assert.equal(key, `checkout-${tenant.tenantId}-k-1`);
  assert.match(made!, /^stripe-node-retry-[0-9a-f-]{36}$/);
});

test("a key that was used answers the same request as before, refuses another, and is a tenant's own", async (subject) => {
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
});

test("the portal is opened for a customer, and a key gives the same page", async (subject) => {
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
});

test(
  "all pages of subscriptions are read, and open invoices only where something is owed",
  async (subject, clock) => {
    const tenant = await customer(subject);
    const { account } = subject.server;
    const ids = Array.from(
      { length: 101 },
      () => account.subscribe(tenant, ["price_month"]).id,
    );
    const path =
      `GET /v1/subscriptions?customer=${tenant.customer}&status=all&limit=100`;
    await subject.payments.subscriptionsOf(tenant);
    const paths = () => asked(subject).map(([path]) => path);
    assert.deepEqual(paths(), [path, `${path}&starting_after=${ids[1]}`]);
    account.become(ids[5]!, "past_due");
    const owedSince = clock.now();
    // Many that are open of another of the customer's, and a later one of the same.
    for (let i = 0; i < 101; i++) {
      clock.advance(1_000);
      account.invoice(account.find(ids[6]!), "open");
    }
    account.invoice(account.find(ids[5]!), "open");
    const told = await subject.payments.subscriptionsOf(tenant);
    assert.ok(told.ok);
    assert.deepEqual(
      told.value.filter((one) => one.owedSince !== null)
        .map(({ id, owedSince }) => [id, owedSince]),
      [[ids[5], owedSince]],
    );
    const open =
      `GET /v1/invoices?customer=${tenant.customer}&status=open&limit=100`;
    const [one, two] = paths().slice(4);
    assert.equal(one, open);
    assert.match(two!, /&status=open&limit=100&starting_after=in_\d+$/);
    assert.equal(paths().length, 6);
  },
);

test("a period reaches over all items, also those that are not told at once", async (subject) => {
  const tenant = await customer(subject);
  const prices = Array.from({ length: 12 }, (_, i) => `price_${11 - i}`);
  const { id } = subject.server.account.subscribe(tenant, prices);
  const told = await subject.payments.subscriptionsOf(tenant);
  assert.ok(told.ok);
  assert.deepEqual(told.value, [{
    id,
    status: "active",
    createdAt: "2026-01-02T03:04:05.000Z",
    priceIds: prices.toSorted(),
    period: {
      start: "2026-01-02T03:04:05.000Z",
      end: "2026-02-01T03:04:05.000Z",
    },
    trialEndsAt: null,
    endsAt: null,
    endedAt: null,
    owedSince: null,
  }]);
  assert.deepEqual(
    asked(subject).map(([path]) => path).slice(1),
    [`GET /v1/subscription_items?subscription=${id}&limit=100`],
  );
});

test("a date on which it ends is told, be it the period's end or another", async (subject) => {
  const tenant = await customer(subject);
  const { account } = subject.server;
  const [first, second, third] = [1, 2, 3].map(() =>
    account.subscribe(tenant, ["price_month"])
  );
  Object.assign(first!, { cancel_at: account.now() + 60 });
  // Some answers have the flag alone.
  Object.assign(second!, { cancel_at_period_end: true });
  account.endWithPeriod(third!.id);
  account.become(third!.id, "ended");
  const told = await subject.payments.subscriptionsOf(tenant);
  assert.ok(told.ok);
  assert.deepEqual(
    told.value.map(({ id, endsAt }) => [id, endsAt]),
    [
      [third!.id, null],
      [second!.id, "2026-02-01T03:04:05.000Z"],
      [first!.id, "2026-01-02T03:05:05.000Z"],
    ],
  );
});

test("everybody's subscriptions name their tenants where they know them", async (subject) => {
  const tenant = await customer(subject);
  const { account } = subject.server;
  const known = account.subscribe(tenant, ["price_month"]);
  for (const tenantId of ["", "ten_1", "usr_00000000000000000000000000"]) {
    account.subscribe({ ...tenant, tenantId: tenantId as `ten_${string}` }, []);
  }
  const told = await subject.payments.subscriptions({
    limit: 999,
    cursor: null,
  });
  assert.ok(told.ok);
  assert.deepEqual(
    told.value.data.map((one) => [one.subscription.id, one.tenantId]),
    [
      ["sub_000004", null],
      ["sub_000003", null],
      ["sub_000002", null],
      [known.id, tenant.tenantId],
    ],
  );
  assert.equal(told.value.nextCursor, null);
  assert.deepEqual(asked(subject), [[
    "GET /v1/subscriptions?status=all&limit=100",
    {},
  ]]);
});

test("what was made for another tenant under one's customer is not one's own", async (subject) => {
  const tenant = await customer(subject);
  const { account } = subject.server;
  account.subscribe({ ...tenant, tenantId: sampleIds.next("ten") }, []);
  assert.deepEqual(await subject.payments.subscriptionsOf(tenant), {
    ok: true,
    value: [],
  });
});

test("amounts are in the smallest unit of ISO 4217, which Stripe's is not for a few currencies", async (subject) => {
  const tenant = await customer(subject);
  const { account } = subject.server;
  const bought = account.subscribe(tenant, ["price_month"]);
  const totals = {
    eur: [1_999, "1999"],
    jpy: [500, "500"],
    isk: [50_000, "500"],
    ugx: [370_000, "3700"],
    mga: [500, "50000"],
    kwd: [12_340, "12340"],
    huf: [-4_500, "-4500"],
  } as const;
  for (const [currency, [total]] of Object.entries(totals)) {
    account.invoice(bought, "open", { currency, total });
  }
  const told = await subject.payments.invoices(tenant.customer, PAGE);
  assert.ok(told.ok);
  assert.deepEqual(
    told.value.data.map(({ total }) => [total.currency, total.minor]),
    [
      ...Object.entries(totals).reverse()
        .map(([currency, [, minor]]) => [currency.toUpperCase(), minor]),
      ["USD", "2000"],
    ],
  );
  assert.deepEqual(told.value.data.at(-1), {
    id: "in_000001",
    number: "BAL_000001",
    status: "paid",
    total: { minor: "2000", currency: "USD" },
    createdAt: "2026-01-02T03:04:05.000Z",
    url: "https://invoice.stripe.example/i/in_000001",
  });
  account.invoice(bought, "open", { currency: "isk", total: 50_001 });
  await assert.rejects(
    subject.payments.invoices(tenant.customer, PAGE),
    /an amount in ISK that is not whole/,
  );
});

test("closing looks, cancels what runs, and deletes; a customer that is deleted is left alone", async (subject) => {
  const tenant = await customer(subject);
  const { account } = subject.server;
  const [first, second] = [1, 2].map(() =>
    account.subscribe(tenant, ["price_month"]).id
  );
  account.become(first!, "ended");
  await subject.payments.close(tenant);
  await subject.payments.close(tenant);
  const { customer: id } = tenant;
  assert.deepEqual(asked(subject), [
    [`GET /v1/customers/${id}`, {}],
    [`GET /v1/subscriptions?customer=${id}&status=all&limit=100`, {}],
    [`DELETE /v1/subscriptions/${second}`, {}],
    [`DELETE /v1/customers/${id}`, {}],
    [`GET /v1/customers/${id}`, {}],
  ]);
  assert.deepEqual(
    account.customers.map(({ deleted, email }) => [deleted, email]),
    [[true, null]],
  );
});

test("what is metered names customer, value, second and an identifier that counts once, also under a forgotten key", async (subject) => {
  const { customer: id } = await customer(subject);
  const reading = {
    id: "urp_1",
    customer: id,
    meter: "records",
    amount: 12,
    at: "2026-01-02T03:04:05.678Z",
  } as const;
  const done = { ok: true, value: null };
  assert.deepEqual(await subject.meter!.report(reading), done);
  assert.deepEqual(asked(subject), [["POST /v1/billing/meter_events", {
    event_name: "records",
    identifier: "urp_1",
    timestamp: "1767323045",
    "payload[stripe_customer_id]": id,
    "payload[value]": "12",
  }]]);
  assert.deepEqual(keysOf(subject), ["meter-urp_1"]);
  subject.server.forgetKeys();
  assert.deepEqual(await subject.meter!.report(reading), done);
  assert.equal(subject.metered!(id, "records"), 12);
  const refused = await subject.meter!.report({
    ...reading,
    id: "urp_2",
    at: "2025-11-01T00:00:00.000Z",
  });
  assert.deepEqual(
    !refused.ok && [refused.failure.kind, refused.failure.facts],
    [
      "payments.refused",
      { code: "timestamp_invalid" },
    ],
  );
});

test("a status that nobody knows is no status of ours", async (subject) => {
  assert.throws(
    () => subscriptionStatus("on_holiday"),
    /Stripe has a status of subscriptions unknown here: on_holiday/,
  );
  assert.throws(() => subscriptionStatus("constructor"), /unknown here/);
  const tenant = await customer(subject);
  const { account } = subject.server;
  account.subscribe(tenant, ["price_month"]).status = "on_holiday";
  await assert.rejects(
    subject.payments.subscriptionsOf(tenant),
    /unknown here: on_holiday/,
  );
});
