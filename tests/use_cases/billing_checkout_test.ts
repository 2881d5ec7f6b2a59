import assert from "node:assert/strict";
import type { CheckoutRequest, Payments } from "../../ports/payments.ts";
import type { SubscriptionStatus } from "../../src/billing/subscription.ts";
import { startCheckout } from "../../src/billing/use_cases/start_checkout.ts";
import { UNLIMITED } from "../../src/billing/plan.ts";
import { plusMs } from "../../src/kernel/instant.ts";
import {
  bookWith,
  openBillingTrial,
  planWith,
} from "../support/billing_trial.ts";
import { value } from "../support/trial.ts";

/** Team is sold by the month and by the year, and was sold for less; scale is paid by use beside. */
const BOOK = bookWith({
  plans: [
    planWith("free"),
    planWith("team", {}, {
      trialDays: 14,
      prices: {
        memory: {
          sold: { month: "price_month", year: "price_year" },
          former: ["price_once"],
          usage: null,
        },
      },
    }),
    planWith("scale", {}, {
      prices: {
        memory: {
          sold: { month: "price_scale" },
          former: [],
          usage: "price_records",
        },
      },
    }),
    planWith("elsewhere", {}, {
      prices: { stripe: { sold: { month: "x" }, former: [], usage: null } },
    }),
  ],
});

/** A trial whose checkouts are noted. */
async function openCheckouts(book = BOOK) {
  const trial = await openBillingTrial({ book });
  const asked: CheckoutRequest[] = [];
  const payments: Payments = {
    ...trial.deps.payments,
    checkout(request) {
      asked.push(request);
      return trial.deps.payments.checkout(request);
    },
  };
  return {
    ...trial,
    asked,
    checkout: (plan: string, interval: string | null = null) =>
      startCheckout({ ...trial.deps, payments }, trial.scope, {
        plan,
        interval,
        returnUrl: "https://balance.example/billing",
        idempotencyKey: null,
      }),
    /** Has had a subscription of that status. */
    async had(status: SubscriptionStatus, price?: string): Promise<void> {
      const id = await trial.buy(price);
      if (status !== "active") await trial.world.become(id, status);
      await trial.settle();
    },
  };
}

Deno.test("a plan is bought at the price of its interval, the first one where none is named, with what is paid by use", async () => {
  const trial = await openCheckouts();
  const page = value(await trial.checkout("team"));
  assert.match(page.url, /^https:/);
  assert.equal(page.expiresAt, plusMs(trial.clock.now(), 86_400_000));
  value(await trial.checkout("team", "year"));
  value(await trial.checkout("team", "month"));
  value(await trial.checkout("scale"));
  const of = {
    customer: await trial.customer(),
    tenantId: trial.scope.tenantId,
    returnUrl: "https://balance.example/billing",
    idempotencyKey: null,
  };
  const team = { ...of, usagePrice: null, trialDays: 14 };
  assert.deepEqual(trial.asked, [
    { ...team, price: "price_month" },
    { ...team, price: "price_year" },
    { ...team, price: "price_month" },
    { ...of, price: "price_scale", usagePrice: "price_records", trialDays: 0 },
  ]);
});

Deno.test("a trial is for whoever never had a subscription; one that was never paid is none", async () => {
  const days: Partial<Record<SubscriptionStatus, number>> = {
    pending: 14,
    expired: 14,
    ended: 0,
  };
  for (const [status, expected] of Object.entries(days)) {
    const trial = await openCheckouts();
    await trial.had(status as SubscriptionStatus);
    value(await trial.checkout("team"));
    assert.deepEqual(trial.asked.map(({ trialDays }) => trialDays), [expected]);
  }
  const both = await openCheckouts();
  await both.had("ended");
  await both.had("expired");
  value(await both.checkout("team"));
  assert.equal(both.asked[0]!.trialDays, 0, "what ended once counts for ever");
});

Deno.test("whoever has a subscription buys no second one, and one that is not to a plan is none", async () => {
  const states: Partial<Record<SubscriptionStatus, string>> = {
    trialing: "trialing",
    active: "active",
    past_due: "past_due",
    unpaid: "suspended",
    paused: "suspended",
  };
  for (const [status, state] of Object.entries(states)) {
    const trial = await openCheckouts();
    await trial.had(status as SubscriptionStatus);
    const refused = await trial.checkout("scale");
    assert(!refused.ok);
    const { kind, facts } = refused.failure;
    assert.deepEqual([kind, facts], ["billing.subscribed", { state }], status);
    assert.deepEqual(trial.asked, []);
  }
  const trial = await openCheckouts();
  await trial.had("active", "price_of_something_else");
  value(await trial.checkout("team"));
});

Deno.test("whoever bought just now buys no second one, though the provider's message is under way still", async () => {
  for (const trialEndsAt of [undefined, "2026-01-16T00:00:00.000Z"] as const) {
    const trial = await openCheckouts();
    value(await trial.checkout("team"));
    const tenant = {
      customer: await trial.customer(),
      tenantId: trial.scope.tenantId,
    };
    await trial.world.subscribe(tenant, "price_month", trialEndsAt);
    const refused = await trial.checkout("scale");
    assert(!refused.ok);
    const { kind, facts } = refused.failure;
    const state = trialEndsAt ? "trialing" : "active";
    assert.deepEqual([kind, facts], ["billing.subscribed", { state }]);
    assert.equal(trial.asked.length, 1);
    assert.equal(await trial.stands(), `${state} team`, "what was told counts");
    await trial.settle();
    assert.equal((await trial.facts("SUBSCRIPTION_CHANGED")).length, 1);
  }
});

Deno.test("no second trial is given out to whoever tried and ended it, though no message said so", async () => {
  const trial = await openCheckouts();
  value(await trial.checkout("team"));
  const tenant = {
    customer: await trial.customer(),
    tenantId: trial.scope.tenantId,
  };
  const trialEndsAt = "2026-01-16T00:00:00.000Z";
  const id = await trial.world.subscribe(tenant, "price_month", trialEndsAt);
  await trial.world.become(id, "ended");
  value(await trial.checkout("team"));
  assert.deepEqual(trial.asked.map(({ trialDays }) => trialDays), [14, 0]);
});

Deno.test("what is known counts though the provider tells of it no more: no second subscription and no second trial", async () => {
  const tells: Payments["subscriptionsOf"] = () =>
    Promise.resolve({ ok: true, value: [] });
  for (const status of ["active", "ended"] as const) {
    const trial = await openCheckouts();
    await trial.had(status);
    const { payments } = trial.deps;
    const asked: CheckoutRequest[] = [];
    const forgetful: Payments = {
      ...payments,
      subscriptionsOf: tells,
      checkout(request) {
        asked.push(request);
        return payments.checkout(request);
      },
    };
    const begun = await startCheckout(
      { ...trial.deps, payments: forgetful },
      trial.scope,
      {
        plan: "team",
        interval: null,
        returnUrl: "https://balance.example/billing",
        idempotencyKey: null,
      },
    );
    assert.equal(begun.ok, status === "ended");
    assert.deepEqual(
      asked.map(({ trialDays }) => trialDays),
      status === "ended" ? [0] : [],
    );
  }
});

Deno.test("while the provider cannot say how a customer stands nothing is bought, and nothing made", async () => {
  const trial = await openCheckouts();
  value(await trial.checkout("team"));
  trial.asked.length = 0;
  trial.world.trouble("broken", 1);
  const away = await trial.checkout("team");
  assert.equal(!away.ok && away.failure.kind, "payments.unavailable");
  assert.deepEqual(trial.asked, []);
  value(await trial.checkout("team"));
  assert.equal(trial.asked.length, 1);
});

Deno.test("a price of before is the plan's as long as somebody pays it", async () => {
  const trial = await openCheckouts();
  await trial.had("active", "price_once");
  assert.equal(await trial.stands(), "active team");
  await trial.had("ended");
  assert.equal(await trial.stands(), "active team");
});

Deno.test("what is not sold here cannot be bought, and makes no customer", async () => {
  const trial = await openCheckouts();
  const wrong = [
    ["free", null, "/plan"],
    ["elsewhere", null, "/plan"],
    ["nothing", null, "/plan"],
    ["team", "week", "/interval"],
    ["team", "constructor", "/interval"],
    ["scale", "year", "/interval"],
  ] as const;
  for (const [plan, interval, pointer] of wrong) {
    const refused = await trial.checkout(plan, interval);
    assert(!refused.ok, plan);
    const { kind, flaws } = refused.failure;
    assert.equal(kind, "billing.unknown_plan");
    assert.deepEqual(flaws.map((flaw) => flaw.pointer), [pointer]);
  }
  const nowhere = await openCheckouts(UNLIMITED);
  const refused = await nowhere.checkout("unlimited");
  assert.equal(!refused.ok && refused.failure.kind, "billing.nothing_sold");
  for (const { asked, billing } of [trial, nowhere]) {
    assert.deepEqual(asked, []);
    assert.equal((await billing()).account, null);
  }
});
