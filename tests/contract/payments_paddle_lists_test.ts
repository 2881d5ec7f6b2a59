import assert from "node:assert/strict";
import { sampleIds } from "../support/samples.ts";
import { subscriptionStatus } from "../../adapters/paddle/subscription_status.ts";
import { PRICES } from "../support/paddle_account.ts";
import {
  subscriptionObject,
  transactionObject,
} from "../support/paddle_objects.ts";
import { ALL, asked, CTM_1, paddleTest } from "../support/paddle_trial.ts";
import { customer } from "../support/payments_trial.ts";

const PAGE = { limit: 10, cursor: null };
const SUB = (number: number) => `sub_${String(number).padStart(26, "0")}`;

paddleTest(
  "all pages of subscriptions are read from the configured address, and debts only where something is owed",
  async (subject, clock) => {
    const tenant = await customer(subject);
    const { account } = subject.server;
    for (let i = 0; i < 201; i++) account.subscribe(tenant, [PRICES[0]]);
    const told = await subject.payments.subscriptionsOf(tenant);
    assert.equal(told.ok && told.value.length, 201);
    const list =
      `GET /subscriptions?customer_id=${CTM_1}&status=${ALL}&order_by=id[ASC]&per_page=200`;
    assert.deepEqual(asked(subject), [
      [list, null],
      [`${list}&after=${SUB(200)}`, null],
    ]);
    subject.server.requests.length = 0;
    account.become(SUB(1), "past_due");
    clock.advance(1_500);
    account.become(SUB(1), "past_due");
    account.become(SUB(2), "past_due");
    const after = await subject.payments.subscriptionsOf(tenant);
    assert.ok(after.ok);
    assert.deepEqual(
      after.value.slice(0, 3).map(({ owedSince }) => owedSince),
      ["2026-01-02T03:04:05.000Z", "2026-01-02T03:04:06.500Z", null],
    );
    assert.deepEqual(asked(subject)[2], [
      `GET /transactions?subscription_id=${SUB(1)},${
        SUB(2)
      }&status=past_due&per_page=30`,
      null,
    ]);
  },
);

paddleTest(
  "debts of many subscriptions are asked for in addresses that do not grow, and over pages",
  async (subject) => {
    const tenant = await customer(subject);
    const { account } = subject.server;
    for (let i = 1; i <= 51; i++) {
      account.subscribe(tenant, [PRICES[0]]);
      account.become(SUB(i), "past_due");
    }
    const told = await subject.payments.subscriptionsOf(tenant);
    assert.ok(told.ok);
    assert.equal(
      told.value.filter(({ owedSince }) => owedSince !== null).length,
      51,
    );
    // 50 ids on two pages of 30, and then one id.
    assert.equal(asked(subject).length, 1 + 2 + 1);
  },
);

paddleTest(
  "what is owed is owed since it was billed, or since it was made where it was not",
  async (subject) => {
    const tenant = await customer(subject);
    const { account } = subject.server;
    account.become(account.subscribe(tenant, [PRICES[0]]).id, "past_due");
    const debt = account.transactions.at(-1)!;
    for (
      const [billedAt, since] of [
        ["2026-01-05T00:00:00.000Z", "2026-01-05T00:00:00.000Z"],
        [null, "2026-01-02T03:04:05.000Z"],
      ] as const
    ) {
      debt.billed_at = billedAt;
      const told = await subject.payments.subscriptionsOf(tenant);
      assert.equal(told.ok && told.value[0]!.owedSince, since);
    }
  },
);

paddleTest(
  "a subscription is told with all of its prices, its period, its trial and its end",
  async (subject, clock) => {
    const tenant = await customer(subject);
    const { account } = subject.server;
    const { id } = account.subscribe(
      tenant,
      [PRICES[0], PRICES[1]],
      "2026-01-16T00:00:00.000Z",
    );
    const told = async () => {
      const all = await subject.payments.subscriptionsOf(tenant);
      assert.ok(all.ok);
      return all.value[0]!;
    };
    const trial = {
      id,
      status: "trialing",
      createdAt: "2026-01-02T03:04:05.000Z",
      priceIds: [PRICES[1], PRICES[0]],
      period: {
        start: "2026-01-02T03:04:05.000Z",
        end: "2026-01-16T00:00:00.000Z",
      },
      trialEndsAt: "2026-01-16T00:00:00.000Z",
      endsAt: null,
      endedAt: null,
      owedSince: null,
    };
    assert.deepEqual(await told(), trial);
    account.find(id).scheduled_change = {
      action: "pause",
      effective_at: "2026-01-16T00:00:00.000Z",
    };
    assert.deepEqual(await told(), trial, "a pause is no end");
    account.endWithPeriod(id);
    const endsAt = "2026-01-16T00:00:00.000Z";
    assert.deepEqual(await told(), { ...trial, endsAt });
    clock.advance(2_000);
    account.become(id, "ended");
    account.find(id).scheduled_change = {
      action: "cancel",
      effective_at: endsAt,
    };
    assert.deepEqual(await told(), {
      ...trial,
      status: "ended",
      period: null,
      endedAt: "2026-01-02T03:04:07.000Z",
    });
  },
);

paddleTest(
  "everybody's subscriptions go page by page, and name their tenants where they know them",
  async (subject) => {
    const tenant = await customer(subject);
    const { account } = subject.server;
    const data = [
      null,
      { balance_tenant: "ten_nobody" },
      { balance_tenant: 7 },
      { other: tenant.tenantId },
    ];
    const another = sampleIds.next("ten");
    account.subscribe(tenant, [PRICES[0]]);
    for (const custom_data of data) {
      account.subscribe(tenant, [PRICES[0]]).custom_data = custom_data;
    }
    account.subscribe(tenant, [PRICES[0]]).custom_data = {
      balance_tenant: another,
    };
    const first = await subject.payments.subscriptions({
      limit: 3,
      cursor: null,
    });
    assert.ok(first.ok);
    assert.equal(first.value.nextCursor, SUB(3));
    const second = await subject.payments.subscriptions({
      limit: 1_000,
      cursor: first.value.nextCursor,
    });
    assert.ok(second.ok);
    assert.equal(second.value.nextCursor, null);
    const list = `GET /subscriptions?status=${ALL}&order_by=id[ASC]&per_page=`;
    assert.deepEqual(asked(subject), [
      [`${list}3`, null],
      [`${list}200&after=${SUB(3)}`, null],
    ]);
    assert.deepEqual(
      [...first.value.data, ...second.value.data]
        .map(({ customer, tenantId }) => [customer, tenantId]),
      [
        [CTM_1, tenant.tenantId],
        ...data.map(() => [CTM_1, null]),
        [CTM_1, another],
      ],
    );
    const own = await subject.payments.subscriptionsOf(tenant);
    assert.deepEqual(
      own.ok && own.value.map(({ id }) => id),
      [1, 2, 3, 4, 5].map(SUB),
      "what says no tenant is the customer's own, as what somebody made by hand",
    );
  },
);

paddleTest(
  "invoices are what was billed, in Paddle's smallest units, and no checkout that was left",
  async (subject) => {
    const tenant = await customer(subject);
    const { account } = subject.server;
    account.transaction({
      customer_id: CTM_1,
      custom_data: null,
      prices: [PRICES[0]],
    }, "ready");
    const bought = account.subscribe(tenant, [PRICES[0]]);
    const others = ["billed", "past_due", "paid", "canceled"];
    for (const status of others) {
      const total = "12345678901234567";
      account.bill(bought, status, { currency_code: "JPY", total });
    }
    subject.server.requests.length = 0;
    const told = await subject.payments.invoices(tenant.customer, PAGE);
    assert.ok(told.ok);
    assert.deepEqual(asked(subject), [[
      `GET /transactions?customer_id=${CTM_1}&status=billed,past_due,paid,completed,canceled&order_by=id[DESC]&per_page=10`,
      null,
    ]]);
    assert.deepEqual(
      told.value.data.map(({ status, total }) => [status, total.minor]),
      [
        ["void", "12345678901234567"],
        ["paid", "12345678901234567"],
        ["open", "12345678901234567"],
        ["open", "12345678901234567"],
        ["paid", "2000"],
      ],
    );
    assert.deepEqual(told.value.data.at(-1), {
      id: "txn_00000000000000000000000002",
      number: "BAL-000002",
      status: "paid",
      total: { minor: "2000", currency: "USD" },
      createdAt: "2026-01-02T03:04:05.000Z",
      url: null,
    });
  },
);

paddleTest(
  "a page of invoices has as many as Paddle gives, and its cursor goes on",
  async (subject) => {
    const tenant = await customer(subject);
    const { account } = subject.server;
    const bought = account.subscribe(tenant, [PRICES[0]]);
    for (let i = 0; i < 30; i++) account.bill(bought, "completed");
    const { payments } = subject;
    const first = await payments.invoices(CTM_1, { limit: 100, cursor: null });
    assert.ok(first.ok);
    assert.equal(first.value.data.length, 30);
    const cursor = first.value.nextCursor;
    assert.equal(cursor, "txn_00000000000000000000000002");
    const second = await payments.invoices(CTM_1, { limit: 100, cursor });
    assert.deepEqual(
      second.ok && [
        second.value.data.map(({ id }) => id),
        second.value.nextCursor,
      ],
      [["txn_00000000000000000000000001"], null],
    );
  },
);

paddleTest(
  "a status that nobody knows is no status of ours, and a time or a total must be one",
  async (subject) => {
    assert.throws(
      () => subscriptionStatus("on_holiday"),
      /Paddle has a status of subscriptions unknown here: on_holiday/,
    );
    assert.throws(() => subscriptionStatus("constructor"), /unknown here/);
    const tenant = await customer(subject);
    const { account, fault } = subject.server;
    const bought = account.subscribe(tenant, [PRICES[0]]);
    const list = (data: object) => () =>
      Response.json({
        data: [data],
        meta: { pagination: { has_more: false } },
      });
    const rejects = (what: Promise<unknown>, why: RegExp) =>
      assert.rejects(what, why);
    const { payments } = subject;
    fault(list(subscriptionObject({ ...bought, status: "on_holiday" })));
    await rejects(payments.subscriptionsOf(tenant), /unknown here: on_holiday/);
    fault(list({ ...subscriptionObject(bought), created_at: "yesterday" }));
    await rejects(
      payments.subscriptionsOf(tenant),
      /a time that is not an RFC/,
    );
    const bill = (given: object) =>
      list(transactionObject({ ...account.transactions[0]!, ...given }));
    fault(bill({ status: "on_holiday" }));
    await rejects(payments.invoices(CTM_1, PAGE), /unknown here: on_holiday/);
    fault(bill({ total: "20.00" }));
    await rejects(
      payments.invoices(CTM_1, PAGE),
      /a total that is not a whole/,
    );
  },
);
