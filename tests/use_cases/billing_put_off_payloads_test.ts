import assert from "node:assert/strict";
import { makeMapping } from "../../src/integrations/use_cases/make_mapping.ts";
import { requestRemap } from "../../src/integrations/use_cases/request_remap.ts";
import { openLimitTrial, triedDaily } from "../support/limit_trial.ts";
import { value } from "../support/trial.ts";

const LIMITS = {
  free: { recordsPerMonth: 4 },
  team: { recordsPerMonth: 6 },
} as const;

Deno.test("webhooks are kept whatever the plan says; as many are taken in as there is room for, and the others wait in their order", async () => {
  const trial = await openLimitTrial(LIMITS);
  const till = await trial.webhooks();
  await trial.hook(till, "a");
  await trial.hook(till, "b", "c");
  await trial.hook(till, "d", "e");
  await trial.hook(till, "f");
  await trial.runJobs();
  // There is room for f, but not before d and e.
  assert.deepEqual(await trial.stored(), ["a", "b", "c"]);
  assert.deepEqual(await trial.payloads(till), {
    waiting: 2,
    taken_in: 2,
    failed: 0,
    conflict: 0,
  });
  await triedDaily(trial);
  assert.deepEqual(await trial.stored(), ["a", "b", "c"]);
  trial.clock.set("2026-02-01T00:00:00.000Z");
  await trial.runJobs();
  assert.deepEqual((await trial.stored()).join(""), "abcdef");
  assert.deepEqual(await trial.counted(), [["2026-02", 3], ["2026-01", 3]]);
  assert.equal((await trial.payloads(till)).waiting, 0);
});

Deno.test("however many webhooks come while there is no room, one job waits, and a larger plan hastens it", async () => {
  const trial = await openLimitTrial(LIMITS);
  const till = await trial.webhooks();
  const ids = [..."abcdefghij"];
  for (const id of ids) {
    await trial.hook(till, id);
    await trial.runJobs();
  }
  assert.deepEqual((await trial.stored()).join(""), "abcd");
  assert.equal(await trial.waitingJobs(), 1);
  const subscription = await trial.buy();
  await trial.settle();
  assert.deepEqual((await trial.stored()).join(""), "abcdef");
  assert.equal(await trial.waitingJobs(), 1);
  await trial.world.reprice(subscription, trial.world.prices[1]);
  await trial.settle();
  assert.deepEqual(await trial.stored(), ids);
  assert.deepEqual(await trial.counted(), [["2026-01", 10]]);
  assert.equal(await trial.waitingJobs(), 0);
});

Deno.test("what needs no room is taken in up to the first that finds none: news of known records, and what no mapping can read", async () => {
  const trial = await openLimitTrial(LIMITS);
  const till = await trial.webhooks();
  await trial.hook(till, "a", "b", "c");
  await trial.runJobs();
  // Known records in another set, one that cannot be read, the last that fits, known ones, one too many, a known one.
  for (const set of [["a", "b"], [""], ["d"], ["c", "d"], ["e"], ["d", "a"]]) {
    await trial.hook(till, ...set);
  }
  await trial.runJobs();
  assert.deepEqual((await trial.stored()).join(""), "abcd");
  const { waiting, taken_in, failed } = await trial.payloads(till);
  assert.deepEqual({ waiting, taken_in, failed }, {
    waiting: 2,
    taken_in: 4,
    failed: 1,
  });
});

Deno.test("connections wait by themselves: one that is full of what finds no room holds up no other", async () => {
  const trial = await openLimitTrial(LIMITS);
  const [till, bank] = [await trial.webhooks(), await trial.webhooks()];
  await trial.hook(till, "a", "b", "c");
  await trial.runJobs();
  await trial.hook(till, "d", "e");
  await trial.hook(bank, "f");
  await trial.runJobs();
  assert.deepEqual((await trial.stored()).join(""), "abcf");
  assert.equal((await trial.payloads(till)).waiting, 1);
  assert.equal((await trial.payloads(bank)).waiting, 0);
});

/** Three records by one mapping; another one makes a fee beside each. */
async function remapped() {
  const trial = await openLimitTrial(LIMITS);
  const till = await trial.webhooks();
  for (const id of ["a", "b", "c"]) await trial.hook(till, id);
  await trial.runJobs();
  const { deps, scope } = trial;
  const expression =
    '[$append(ids, ids.($ & "-fee")).{ "external_id": $, "description": "Payment " & $ }]';
  const mapping = { connectionId: till, expression };
  value(await makeMapping(deps, scope, mapping));
  value(await requestRemap(deps, scope, till));
  await trial.runJobs();
  return trial;
}

const ALL = ["a", "a-fee", "b", "b-fee", "c", "c-fee"];

Deno.test("a mapping that makes more records than there is room for waits until the month turns", async () => {
  const trial = await remapped();
  assert.deepEqual(await trial.stored(), ["a", "b", "c"]);
  assert.equal(await trial.waitingJobs(), 1);
  trial.clock.set("2026-02-01T00:00:00.000Z");
  await trial.runJobs();
  assert.deepEqual((await trial.stored()).toSorted(), ALL);
  assert.deepEqual(await trial.counted(), [["2026-02", 3], ["2026-01", 3]]);
  assert.equal(await trial.waitingJobs(), 0);
});

Deno.test("a mapping that waits for room is applied at once with a larger plan, and once", async () => {
  const trial = await remapped();
  await trial.buy();
  await trial.settle();
  assert.deepEqual((await trial.stored()).toSorted(), ALL);
  assert.deepEqual(await trial.counted(), [["2026-01", 6]]);
  trial.clock.set("2026-02-01T00:00:00.000Z");
  assert.equal(await trial.runJobs(), 0);
});
