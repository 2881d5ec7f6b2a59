import assert from "node:assert/strict";
import { subscriptionStatus } from "../../adapters/stripe/subscription_status.ts";
import { customer } from "../support/payments_trial.ts";
import { sampleIds } from "../support/samples.ts";
import { asked, stripeTest } from "../support/stripe_trial.ts";

const PAGE = { limit: 10, cursor: null };

stripeTest(
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

stripeTest(
  "a period reaches over all items, also those that are not told at once",
  async (subject) => {
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
  },
);

stripeTest(
  "a date on which it ends is told, be it the period's end or another",
  async (subject) => {
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
  },
);

stripeTest(
  "everybody's subscriptions name their tenants where they know them",
  async (subject) => {
    const tenant = await customer(subject);
    const { account } = subject.server;
    const known = account.subscribe(tenant, ["price_month"]);
    for (const tenantId of ["", "ten_1", "usr_00000000000000000000000000"]) {
      account.subscribe(
        { ...tenant, tenantId: tenantId as `ten_${string}` },
        [],
      );
    }
    const told = await subject.payments.subscriptions({
      limit: 999,
      cursor: null,
    });
    assert.ok(told.ok);
    assert.deepEqual(
      told.value.data.map((one) => [one.id, one.tenantId]),
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
  },
);

stripeTest(
  "what was made for another tenant under one's customer is not one's own",
  async (subject) => {
    const tenant = await customer(subject);
    const { account } = subject.server;
    account.subscribe({ ...tenant, tenantId: sampleIds.next("ten") }, []);
    assert.deepEqual(await subject.payments.subscriptionsOf(tenant), {
      ok: true,
      value: [],
    });
  },
);

stripeTest(
  "amounts are in the smallest unit of ISO 4217, which Stripe's is not for a few currencies",
  async (subject) => {
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
  },
);

stripeTest(
  "a status that nobody knows is no status of ours",
  async (subject) => {
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
  },
);
