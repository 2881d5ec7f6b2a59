import assert from "node:assert/strict";
import { plusMs } from "../../src/kernel/instant.ts";
import { bookWith } from "../support/billing_trial.ts";
import {
  BILLING,
  type BillingTrial,
  sellingOn,
  type TestSelling,
} from "./billing_trial.ts";
import type { TestOn } from "./tests_on.ts";

const DAY_MS = 86_400_000;
const NOW = "2026-01-02T03:04:05.000Z";
const FEBRUARY = "2026-02-01T00:00:00.000Z";

const planJson = (
  id: string,
  given: Readonly<Record<string, unknown>> = {},
) => ({
  id,
  name: id,
  records_per_month: null,
  members: null,
  connections: null,
  llm_tokens_per_month: null,
  retention_days: null,
  features: ["language_model", "pull_connections", "notification_webhooks"],
  trial_days: 0,
  intervals: [],
  ...given,
});
const TEAM = planJson("team", {
  records_per_month: 1_000,
  connections: 3,
  trial_days: 14,
  intervals: ["month"],
});
const SCALE = planJson("scale", { intervals: ["month"] });

const usageJson = (
  [records, llm_tokens, members, connections]: readonly number[],
  limits: Readonly<Record<string, number>> = {},
) =>
  Object.entries({ records, llm_tokens, members, connections }).map(
    ([what, used]) => ({
      what,
      used,
      limit: limits[what] ?? null,
      resets_at: what === "records" || what === "llm_tokens" ? FEBRUARY : null,
    }),
  );

/** How it stands, and all that tells of time. */
async function times({ billing }: BillingTrial): Promise<unknown> {
  const body = await billing();
  const names = ["state", ...Object.keys(NO_TIMES)];
  return Object.fromEntries(names.map((name) => [name, body[name]]));
}

const NO_TIMES = {
  since: null,
  grace_ends_at: null,
  trial_ends_at: null,
  ends_at: null,
  next_invoice_at: null,
  asked_at: null,
};

/** What a company reads of what it pays, may use, and has used. */
export function billingReadTests(on: TestOn): void {
  readsWhereNothingIsSold(on);
  readsOfSold(
    sellingOn(on, {
      book: bookWith({
        free: { recordsPerMonth: 100, members: 2 },
        team: { recordsPerMonth: 1_000, connections: 3 },
      }),
    }),
  );
  readsWithoutFreePlan(
    sellingOn(on, { book: bookWith({ withoutSubscription: null }) }),
  );
}

function readsWhereNothingIsSold(test: TestOn): void {
  test("where nothing is sold everybody has one plan without limits", async ({ call }) => {
    const { status, body } = await call("GET", BILLING);
    assert.deepEqual([status, body] as unknown, [200, {
      provider: "memory",
      state: "active",
      plan: planJson("unlimited", { name: "Unlimited" }),
      ...NO_TIMES,
      usage: usageJson([0, 0, 1, 0]),
      plans: [],
    }]);
  });
}

function readsOfSold(test: TestSelling): void {
  test("who never bought has the free plan, and sees what can be bought", async ({ billing, account }) => {
    assert.deepEqual(await billing() as unknown, {
      provider: "memory",
      state: "active",
      plan: planJson("free", { records_per_month: 100, members: 2 }),
      ...NO_TIMES,
      usage: usageJson([0, 0, 1, 0], { records: 100, members: 2 }),
      plans: [TEAM, SCALE],
    });
    assert.equal(await account(), undefined);
  });

  test("who bought reads the plan, its limits, the next invoice and when the provider was asked", async (trial) => {
    await trial.buy();
    trial.clock.advance(60_000);
    await trial.settle();
    const limits = { records: 1_000, connections: 3 };
    assert.deepEqual(await trial.billing() as unknown, {
      provider: "memory",
      state: "active",
      plan: TEAM,
      ...NO_TIMES,
      since: plusMs(NOW, 60_000),
      asked_at: plusMs(NOW, 60_000),
      next_invoice_at: plusMs(NOW, 30 * DAY_MS),
      usage: usageJson([0, 0, 1, 0], limits),
      plans: [TEAM, SCALE],
    });
  });

  test("a trial, an end that is set, a payment that failed and an end each tell their time and no other", async (trial) => {
    const { clock, world } = trial;
    const day = (count: number) => plusMs(NOW, count * DAY_MS);
    const id = await trial.buy("team", day(14));
    await trial.settle();
    assert.deepEqual(await times(trial), {
      ...NO_TIMES,
      state: "trialing",
      since: NOW,
      asked_at: NOW,
      trial_ends_at: day(14),
      next_invoice_at: day(14),
    });
    clock.set(day(1));
    await world.become(id, "active");
    await trial.settle();
    const active = {
      ...NO_TIMES,
      state: "active",
      since: day(1),
      asked_at: day(1),
      next_invoice_at: day(14),
    };
    assert.deepEqual(await times(trial), active);
    clock.set(day(2));
    await world.become(id, "past_due");
    await trial.settle();
    assert.deepEqual(await times(trial), {
      ...active,
      state: "past_due",
      since: day(2),
      asked_at: day(2),
      grace_ends_at: day(16),
    });
    clock.set(day(3));
    await world.become(id, "active");
    await world.endWithPeriod(id);
    await trial.settle();
    assert.deepEqual(await times(trial), {
      ...active,
      since: day(3),
      asked_at: day(3),
      ends_at: day(14),
      next_invoice_at: null,
    });
    clock.set(day(14));
    await world.become(id, "ended");
    await trial.settle();
    assert.deepEqual(await times(trial), {
      ...NO_TIMES,
      state: "canceled",
      since: day(14),
      asked_at: day(14),
    });
    assert.equal(await trial.stands(), "canceled free");
  });
}

function readsWithoutFreePlan(test: TestSelling): void {
  test("where there is no free plan, who never bought is suspended and sees what can be bought", async ({ billing }) => {
    assert.deepEqual(await billing() as unknown, {
      provider: "memory",
      state: "suspended",
      plan: null,
      ...NO_TIMES,
      usage: usageJson([0, 0, 1, 0], {
        records: 0,
        llm_tokens: 0,
        members: 0,
        connections: 0,
      }),
      plans: [
        planJson("team", { trial_days: 14, intervals: ["month"] }),
        SCALE,
      ],
    });
  });
}
