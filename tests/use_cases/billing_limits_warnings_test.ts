import assert from "node:assert/strict";
import { tellRefusal } from "../../src/billing/use_cases/tell_refusal.ts";
import {
  type LimitTrial,
  newOnes,
  openLimitTrial,
} from "../support/limit_trial.ts";
import { value } from "../support/trial.ts";

/** Sends so many records by the API, which tells of what it refuses. */
async function send(trial: LimitTrial, count: number): Promise<void> {
  const taken = await trial.accept(newOnes(count));
  if (!taken.ok) await tellRefusal(trial.deps, trial.scope, taken.failure);
}

Deno.test("a limit is near once, from four fifths on, and reached once, however often it refuses", async () => {
  const trial = await openLimitTrial({ free: { recordsPerMonth: 10 } });
  const expected: string[] = [];
  for (let used = 1; used <= 25; used++) {
    await send(trial, 1);
    if (used === 8) expected.push("NEAR 8/10 until 2026-02-01");
    if (used === 10) expected.push("REACHED 10/10 until 2026-02-01");
    assert.deepEqual(await trial.warnings(), expected, `after ${used}`);
  }
});

Deno.test("four fifths are not rounded down", async () => {
  const trial = await openLimitTrial({ free: { recordsPerMonth: 9 } });
  await send(trial, 7);
  assert.deepEqual(await trial.warnings(), []);
  await send(trial, 1);
  assert.deepEqual(await trial.warnings(), ["NEAR 8/9 until 2026-02-01"]);
});

Deno.test("a set that jumps over both tells the worse alone, once", async () => {
  const trial = await openLimitTrial({ free: { recordsPerMonth: 10 } });
  await send(trial, 10);
  await send(trial, 1);
  assert.deepEqual(await trial.warnings(), ["REACHED 10/10 until 2026-02-01"]);
});

Deno.test("sets that find no room are told of once though some is left, and so is the end of it", async () => {
  const trial = await openLimitTrial({ free: { recordsPerMonth: 10 } });
  await send(trial, 9);
  await send(trial, 2);
  await send(trial, 2);
  await send(trial, 1);
  await send(trial, 1);
  assert.deepEqual(await trial.warnings(), [
    "NEAR 9/10 until 2026-02-01",
    "REACHED 9/10 until 2026-02-01",
    "REACHED 10/10 until 2026-02-01",
  ]);
});

Deno.test("the next month warns anew", async () => {
  const trial = await openLimitTrial({ free: { recordsPerMonth: 5 } });
  for (let n = 0; n < 7; n++) await send(trial, 1);
  trial.clock.set("2026-02-01T00:00:00.000Z");
  for (let n = 0; n < 7; n++) await send(trial, 1);
  assert.deepEqual(await trial.warnings(), [
    "NEAR 4/5 until 2026-02-01",
    "REACHED 5/5 until 2026-02-01",
    "NEAR 4/5 until 2026-03-01",
    "REACHED 5/5 until 2026-03-01",
  ]);
});

Deno.test("a limit that was raised is near and reached anew; one that was lowered beneath what is used is told when it refuses", async () => {
  const trial = await openLimitTrial({
    free: { recordsPerMonth: 5 },
    team: { recordsPerMonth: 10 },
  });
  for (let n = 0; n < 6; n++) await send(trial, 1);
  const id = await trial.buy();
  await trial.sync();
  for (let n = 0; n < 7; n++) await send(trial, 1);
  assert.deepEqual(await trial.warnings(), [
    "NEAR 4/5 until 2026-02-01",
    "REACHED 5/5 until 2026-02-01",
    "NEAR 8/10 until 2026-02-01",
    "REACHED 10/10 until 2026-02-01",
  ]);
  await trial.world.become(id, "ended");
  await trial.sync();
  for (let n = 0; n < 3; n++) await send(trial, 1);
  assert.deepEqual((await trial.warnings()).slice(4), [
    "REACHED 10/5 until 2026-02-01",
  ]);
});

Deno.test("a refusal that is told when the month is over is told of the month that had no room", async () => {
  const trial = await openLimitTrial({ free: { recordsPerMonth: 3 } });
  trial.clock.set("2026-01-31T23:59:59.999Z");
  await send(trial, 2);
  const refused = await trial.accept(newOnes(2));
  assert(!refused.ok);
  trial.clock.set("2026-02-01T00:00:00.000Z");
  value(await tellRefusal(trial.deps, trial.scope, refused.failure));
  await send(trial, 3);
  assert.deepEqual(await trial.warnings(), [
    "REACHED 2/3 until 2026-02-01",
    "REACHED 3/3 until 2026-03-01",
  ]);
  assert.deepEqual(await trial.counted(), [["2026-02", 3], ["2026-01", 2]]);
});

Deno.test("jobs that find no room tell it once, and a company without a plan is told nothing of a limit", async () => {
  const trial = await openLimitTrial({ free: { recordsPerMonth: 2 } });
  for (const id of ["a", "b", "c"]) {
    await trial.deliver([id, `${id}2`, `${id}3`]);
  }
  await trial.runJobs();
  assert.deepEqual(await trial.warnings(), ["REACHED 0/2 until 2026-02-01"]);
  const unpaid = await openLimitTrial({ withoutSubscription: null });
  await unpaid.deliver(["a"]);
  await unpaid.runJobs();
  assert.deepEqual(await unpaid.warnings(), []);
});
