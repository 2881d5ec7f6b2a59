import assert from "node:assert/strict";
import type { UnitOfWork } from "../../ports/unit_of_work.ts";
import type { UsageMeter } from "../../ports/usage_meter.ts";
import { UNLIMITED } from "../../src/billing/plan.ts";
import { bookWith } from "../support/billing_trial.ts";
import { Crash, type CrashPoint, dying, untilDone } from "../support/crash.ts";
import { openUsageTrial } from "../support/usage_trial.ts";

const METER = "balance_records";

/** A meter whose process dies at its nth reading, before or after it was heard. */
function dyingMeter(meter: UsageMeter, nth: number, when: "before" | "after") {
  let readings = 0;
  const usageMeter: UsageMeter = {
    async report(reading) {
      const dies = ++readings === nth;
      if (dies && when === "before") throw new Crash();
      const heard = await meter.report(reading);
      if (dies && when === "after") throw new Crash();
      return heard;
    },
  };
  return { usageMeter, died: () => readings >= nth };
}

/** Three records in January, four in February, two while it was down; the process dies once. */
async function story(
  at: "nowhere" | "unit" | "meter",
  nth = 1,
  when: CrashPoint = "after",
) {
  const trial = await openUsageTrial();
  const customer = await trial.customer();
  await trial.count(3);
  trial.clock.set("2026-02-01T00:10:00.000Z");
  await trial.count(4);
  const { deps } = trial;
  const unit = dying(deps.uow, at === "unit" ? nth : Infinity, when);
  const meter = dyingMeter(
    deps.usageMeter,
    at === "meter" ? nth : Infinity,
    when === "before" ? when : "after",
  );
  const mortal = { ...deps, uow: unit.uow, usageMeter: meter.usageMeter };
  let runs = 0;
  await untilDone(async () => {
    if (runs++ === 1) await trial.count(2);
    assert.deepEqual(await trial.report(mortal), { unsure: [], refused: [] });
  });
  if (runs === 1) await trial.count(2);
  await trial.report();
  const amounts = new Map(trial.asked.map(({ id, amount }) => [id, amount]));
  return {
    died: unit.died() || meter.died(),
    told: trial.asked.length,
    counted: trial.metered(customer, METER),
    reported: [...amounts.values()].reduce((sum, amount) => sum + amount, 0),
    open: await trial.open(),
  };
}

const ALL = { counted: 9, reported: 9, open: [] };

Deno.test("whatever was used is counted once, at whichever unit the process dies", async () => {
  const { died: _, told, ...whole } = await story("nowhere");
  assert.deepEqual(whole, ALL);
  assert.equal(told, 3);
  let deaths = 0;
  for (const when of ["before", "inside", "after"] as const) {
    for (let nth = 1;; nth++) {
      const { died, told: _, ...again } = await story("unit", nth, when);
      if (!died) break;
      deaths++;
      assert.deepEqual(again, ALL, `${when} unit ${nth}`);
    }
  }
  assert.equal(deaths, 15, "a cut, and two units for each of two reports");
});

Deno.test("whatever was used is counted once, whether or not the process dies before the meter hears it", async () => {
  for (const when of ["before", "after"] as const) {
    for (const nth of [1, 2]) {
      const { died, told, ...again } = await story("meter", nth, when);
      assert(died);
      assert.deepEqual(again, ALL, `${when} reading ${nth}`);
      assert.equal(told, when === "before" ? 3 : 4, "said again, by its id");
    }
  }
});

Deno.test("of two that report at once, while more is used, nothing is counted twice and nothing left out", async () => {
  const trial = await openUsageTrial();
  const customer = await trial.customer();
  for (let i = 1; i <= 10; i++) {
    await Promise.all([
      trial.report(),
      trial.count(i),
      trial.report(),
      trial.report(),
    ]);
  }
  await trial.report();
  assert.equal(trial.metered(customer, METER), 55);
  const ids = new Set(trial.asked.map(({ id }) => id));
  assert(trial.asked.length > ids.size, "some were told by two");
  assert.deepEqual(await trial.open(), []);
});

Deno.test("what one has told stays told, whatever another that began before hears of it later", async () => {
  for (const late of ["unanswered", "refused"] as const) {
    const trial = await openUsageTrial();
    const customer = await trial.customer();
    await trial.count(3);
    let units = 0;
    const slow: UnitOfWork = {
      async run(permit, work) {
        if (++units === 2) {
          await trial.report();
          trial.fates.push(late);
        }
        return await trial.deps.uow.run(permit, work);
      },
    };
    await trial.report({ ...trial.deps, uow: slow });
    const [first, again, ...more] = trial.asked;
    assert.deepEqual([first!.id, more], [again!.id, []]);
    assert.equal(await trial.state(first!.id), "sent");
    assert.equal(trial.metered(customer, METER), 3);
  }
});

Deno.test("what was used in a month is told with a time in that month", async () => {
  const trial = await openUsageTrial();
  const customer = await trial.customer();
  trial.clock.set("2026-01-31T23:59:59.999Z");
  await trial.count(2);
  trial.clock.set("2026-02-01T00:00:00.000Z");
  await trial.count(3);
  await trial.report();
  trial.clock.set("2026-02-28T12:00:00.000Z");
  await trial.count(4);
  await trial.report();
  const told = trial.asked.map(({ id: _, ...reading }) => reading);
  const of = { customer, meter: METER };
  assert.deepEqual(told, [
    { ...of, amount: 2, at: "2026-01-31T23:59:59.999Z" },
    { ...of, amount: 3, at: "2026-02-01T00:00:00.000Z" },
    { ...of, amount: 4, at: "2026-02-28T12:00:00.000Z" },
  ]);
});

Deno.test("what was used before the company was a customer is never asked for", async () => {
  const trial = await openUsageTrial();
  await trial.count(5);
  assert.deepEqual(await trial.report(), { unsure: [], refused: [] });
  assert.deepEqual(trial.asked, []);
  const customer = await trial.customer();
  await trial.report();
  assert.deepEqual(trial.asked, []);
  await trial.count(2);
  await trial.report();
  assert.equal(trial.metered(customer, METER), 2);
});

Deno.test("nothing is told where nothing is sold, no meter is named, or the provider has none", async () => {
  const none = { unsure: [], refused: [] };
  for (const book of [UNLIMITED, bookWith({ meters: {} })]) {
    const trial = await openUsageTrial({ book });
    await trial.customer();
    await trial.count(2);
    assert.deepEqual(await trial.report(), none);
    assert.deepEqual([trial.asked, await trial.open()], [[], []]);
  }
  const trial = await openUsageTrial();
  await trial.customer();
  await trial.count(2);
  const without = { ...trial.deps, usageMeter: null };
  assert.deepEqual(await trial.report(without), none);
  assert.deepEqual([trial.asked, await trial.open()], [[], []]);
});
