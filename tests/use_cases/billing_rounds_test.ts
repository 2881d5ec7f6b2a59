import assert from "node:assert/strict";
import type { Deps } from "../../ports/deps.ts";
import type { UnitOfWork } from "../../ports/unit_of_work.ts";
import { UNLIMITED } from "../../src/billing/plan.ts";
import { ok } from "../../src/kernel/result.ts";
import type { RoundKeeper } from "../../src/main/keep_round.ts";
import type { BillingReport } from "../../src/main/reconcile_billing.ts";
import { keepRounds } from "../../src/main/rounds.ts";
import { openBillingTrial } from "../support/billing_trial.ts";
import { holdTimers } from "../support/held_timers.ts";
import { acceptRecords } from "../../src/records/use_cases/accept_records.ts";
import { openCompany } from "../support/company.ts";
import { incoming, value } from "../support/trial.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** What a worker does by the clock, where the clock is the test's. */
async function keeping(
  deps: Deps,
  test: (kept: {
    readonly timers: ReturnType<typeof holdTimers>;
    readonly keeper: RoundKeeper;
    /** Lets whatever can happen happen. */
    readonly turn: () => Promise<void>;
    /** Goes that round, and waits until it has ended. */
    readonly go: (ms: number) => Promise<void>;
    readonly reports: BillingReport[];
    readonly errors: unknown[];
  }) => Promise<void>,
): Promise<void> {
  const { setTimeout } = globalThis;
  const timers = holdTimers();
  const reports: BillingReport[] = [];
  const errors: unknown[] = [];
  const turn = () => new Promise<void>((done) => void setTimeout(done));
  try {
    const keeper = keepRounds(deps, {
      onError: (error) => errors.push(error),
      onDrift: (report) => reports.push(report),
    });
    const go = async (ms: number) => {
      const before = timers.waiting().length;
      timers.ring(ms);
      while (timers.waiting().length < before) await turn();
    };
    await test({ timers, keeper, turn, go, reports, errors });
    await keeper.close();
    assert.deepEqual(timers.waiting(), []);
  } finally {
    timers.release();
  }
}

const FIRST_CHECKPOINTS = 25 * MINUTE_MS;
const [FIRST_USAGE, FIRST_BILLING] = [15 * MINUTE_MS, 20 * MINUTE_MS];

Deno.test("where plans are sold usage is reported each hour, and all accounts are held against the provider each day", async () => {
  const trial = await openBillingTrial();
  const customer = await trial.customer();
  await trial.send(incoming(), incoming());
  await keeping(trial.deps, async ({ timers, go, reports, errors }) => {
    assert.deepEqual(timers.waiting(), [
      5 * MINUTE_MS,
      10 * MINUTE_MS,
      FIRST_USAGE,
      FIRST_BILLING,
      FIRST_CHECKPOINTS,
    ]);
    await go(FIRST_USAGE);
    assert.equal(trial.metered(customer, "balance_records"), 2);
    await go(FIRST_BILLING);
    assert.deepEqual(reports, [], "nothing was found");
    assert.deepEqual(timers.waiting(), [
      5 * MINUTE_MS,
      10 * MINUTE_MS,
      FIRST_CHECKPOINTS,
      HOUR_MS,
      24 * HOUR_MS,
    ]);
    await trial.buy();
    await go(24 * HOUR_MS);
    assert.equal(await trial.stands(), "active team");
    assert.deepEqual(reports.map(({ repaired }) => repaired), [1]);
    await go(24 * HOUR_MS);
    assert.equal(reports.length, 1, "what was mended is told once");
    assert.deepEqual(errors, []);
  });
});

Deno.test("a round that the provider's absence ends is told, and made up for by the next one", async () => {
  const trial = await openBillingTrial();
  await trial.buy();
  await keeping(trial.deps, async ({ go, reports, errors }) => {
    trial.world.trouble("broken", 1);
    await go(FIRST_BILLING);
    const names = errors.map((error) => (error as Error).name);
    assert.deepEqual([names, reports], [["PaymentsDown"], []]);
    await go(24 * HOUR_MS);
    assert.deepEqual([errors.length, reports.length], [1, 1]);
    assert.equal(await trial.stands(), "active team");
  });
});

Deno.test("what throws for one company is told, and keeps no other from its turn, in either round", async () => {
  const trial = await openBillingTrial();
  const { deps, scope } = trial;
  await trial.customer();
  const other = await openCompany(deps, "Otter");
  for (const one of [scope, other.scope]) {
    value(await acceptRecords(deps, one, [incoming()]));
  }
  const uow: UnitOfWork = {
    run(permit, work) {
      return permit.tenantId === scope.tenantId
        ? Promise.reject(new RangeError("what a person wrote"))
        : deps.uow.run(permit, work);
    },
  };
  await keeping({ ...deps, uow }, async ({ go, reports, errors }) => {
    await go(FIRST_USAGE);
    assert.equal(trial.metered(other.customer, "balance_records"), 1);
    assert.deepEqual([errors.length, reports], [1, []]);
    await go(FIRST_BILLING);
    const names = errors.map((error) => (error as Error).name);
    assert.deepEqual(names, ["RangeError", "RangeError"]);
    assert.deepEqual(reports.map(({ failed }) => failed), [[
      { tenant_id: scope.tenantId, error: "RangeError" },
    ]]);
  });
});

Deno.test("usage is looked for only where a company is a customer", async () => {
  const trial = await openBillingTrial();
  await trial.send(incoming());
  const uow: UnitOfWork = { run: () => Promise.reject(new Error("a unit")) };
  await keeping({ ...trial.deps, uow }, async ({ go, errors }) => {
    await go(FIRST_USAGE);
    assert.deepEqual(errors, []);
  });
});

Deno.test("rounds that are under way see at once that they are over, though another still goes on", async () => {
  const trial = await openBillingTrial();
  await trial.customer();
  const other = await openCompany(trial.deps, "Otter");
  for (const scope of [trial.scope, other.scope]) {
    value(await acceptRecords(trial.deps, scope, [incoming()]));
  }
  const [told, listed] = [
    Promise.withResolvers<void>(),
    Promise.withResolvers<void>(),
  ];
  const asked: string[] = [];
  const deps: Deps = {
    ...trial.deps,
    usageMeter: {
      async report({ customer }) {
        asked.push(customer);
        await told.promise;
        return ok(null);
      },
    },
    payments: {
      ...trial.deps.payments,
      async subscriptions(page) {
        await listed.promise;
        return await trial.deps.payments.subscriptions(page);
      },
    },
  };
  await keeping(deps, async ({ timers, keeper, turn, reports }) => {
    timers.ring(FIRST_USAGE);
    timers.ring(FIRST_BILLING);
    while (asked.length === 0) await turn();
    const closing = keeper.close();
    told.resolve();
    for (let i = 0; i < 20; i++) await turn();
    assert.equal(asked.length, 1, "the second company has its turn next time");
    listed.resolve();
    await closing;
    assert.deepEqual([asked.length, reports], [1, []]);
  });
});

Deno.test("where nothing is sold nobody is asked about payments", async () => {
  const trial = await openBillingTrial({ book: UNLIMITED });
  await keeping(trial.deps, ({ timers }) => {
    assert.deepEqual(timers.waiting(), [
      5 * MINUTE_MS,
      10 * MINUTE_MS,
      FIRST_CHECKPOINTS,
    ]);
    return Promise.resolve();
  });
});
