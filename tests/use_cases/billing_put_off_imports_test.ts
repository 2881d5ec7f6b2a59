import assert from "node:assert/strict";
import { readImport } from "../../src/imports/use_cases/read_import.ts";
import { sweepImports } from "../../src/imports/use_cases/sweep_imports.ts";
import type { ImportId } from "../../src/kernel/ids.ts";
import { openTaskScope } from "../../src/tenancy/use_cases/open_task_scope.ts";
import {
  type LimitTrial,
  openLimitTrial,
  triedDaily,
} from "../support/limit_trial.ts";
import { value } from "../support/trial.ts";

const LIMITS = {
  free: { recordsPerMonth: 3 },
  team: { recordsPerMonth: 5 },
} as const;

/** How an import stands: its state, how many records it made, and how many it knew. */
async function stands({ deps, scope }: LimitTrial, id: ImportId) {
  const page = { limit: 10, cursor: null };
  const { found: { state, counts } } = value(
    await readImport(deps, scope, id, page),
  );
  const { accepted, duplicates } = counts;
  return { state, accepted, duplicates };
}

Deno.test("of a file the rows that fit are taken in, and the others when the month turns", async () => {
  const trial = await openLimitTrial(LIMITS);
  const id = await trial.upload(["a", "b", "c", "d", "e"]);
  await trial.runJobs();
  assert.deepEqual(await stands(trial, id), {
    state: "running",
    accepted: 3,
    duplicates: 0,
  });
  assert.deepEqual(await trial.stored(), ["a", "b", "c"]);
  const [{ due_at } = {}, ...others] = await trial.facts("IMPORT_DEFERRED");
  assert.deepEqual([due_at, others], ["2026-01-03T00:00:00.000Z", []]);
  // Its file is kept for as long as it waits.
  await triedDaily(trial);
  const keeper = openTaskScope(trial.scope.tenantId, "retention");
  assert.equal(value(await sweepImports(trial.deps, keeper)), 0);
  assert.deepEqual(await trial.stored(), ["a", "b", "c"]);
  trial.clock.set("2026-02-01T00:00:00.000Z");
  await trial.runJobs();
  assert.deepEqual(await stands(trial, id), {
    state: "done",
    accepted: 5,
    duplicates: 0,
  });
  assert.deepEqual(await trial.counted(), [["2026-02", 2], ["2026-01", 3]]);
});

Deno.test("a larger plan lets a file go on at once; what still finds no room waits again", async () => {
  const trial = await openLimitTrial(LIMITS);
  const id = await trial.upload([..."abcdefgh"]);
  await trial.runJobs();
  const subscription = await trial.buy();
  await trial.settle();
  assert.equal((await stands(trial, id)).accepted, 5);
  await trial.world.reprice(subscription, trial.world.prices[1]);
  await trial.settle();
  const { state, accepted } = await stands(trial, id);
  assert.deepEqual([state, accepted], ["done", 8]);
  assert.deepEqual(await trial.counted(), [["2026-01", 8]]);
  assert.equal(await trial.waitingJobs(), 0);
});

Deno.test("rows that are known need no room, wherever they stand in the file", async () => {
  const trial = await openLimitTrial(LIMITS);
  await trial.upload(["a", "b"]);
  await trial.runJobs();
  const id = await trial.upload(["a", "b", "c", "b", "a", "d", "a"]);
  await trial.runJobs();
  assert.deepEqual(await stands(trial, id), {
    state: "running",
    accepted: 1,
    duplicates: 4,
  });
  const known = await trial.upload(["c", "b", "a"]);
  await trial.runJobs();
  assert.deepEqual(await stands(trial, known), {
    state: "done",
    accepted: 0,
    duplicates: 3,
  });
  await trial.buy();
  await trial.settle();
  assert.deepEqual(await stands(trial, id), {
    state: "done",
    accepted: 2,
    duplicates: 5,
  });
});

Deno.test("files that wait go on one after the other, in the order in which they came", async () => {
  const trial = await openLimitTrial({ free: { recordsPerMonth: 3 } });
  const ids: ImportId[] = [];
  for (const rows of ["ab", "cd", "ef"]) {
    ids.push(await trial.upload([...rows]));
  }
  await trial.runJobs();
  const accepted = () =>
    Promise.all(ids.map(async (id) => (await stands(trial, id)).accepted));
  assert.deepEqual(await accepted(), [2, 1, 0]);
  trial.clock.set("2026-02-01T00:00:00.000Z");
  await trial.runJobs();
  assert.deepEqual(await accepted(), [2, 2, 2]);
  assert.deepEqual(await trial.counted(), [["2026-02", 3], ["2026-01", 3]]);
});
