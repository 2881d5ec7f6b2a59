import assert from "node:assert/strict";
import { openUsageTrial } from "../support/usage_trial.ts";

const METER = "balance_records";
const HOUR_MS = 3_600_000;

Deno.test("a report without an answer is told again under its id, and counts once, heard before or not", async () => {
  for (const fate of ["unheard", "unanswered"] as const) {
    const trial = await openUsageTrial();
    const customer = await trial.customer();
    await trial.count(3);
    trial.fates.push(fate);
    assert.deepEqual(await trial.report(), { unsure: [], refused: [] });
    assert.equal((await trial.open()).length, 1);
    trial.clock.advance(HOUR_MS);
    await trial.count(4);
    assert.deepEqual(await trial.report(), { unsure: [], refused: [] });
    const [first, again, next, ...more] = trial.asked;
    assert.deepEqual([first!.amount, again!.amount, next!.amount, more], [
      3,
      3,
      4,
      [],
    ]);
    assert.equal(first!.id, again!.id);
    assert.notEqual(next!.id, first!.id);
    assert.equal(trial.metered(customer, METER), 7);
    assert.deepEqual(await trial.open(), []);
  }
});

Deno.test("a report without an answer for 23 hours is said no more, and a person is told of it each time", async () => {
  const trial = await openUsageTrial();
  const customer = await trial.customer();
  await trial.count(3);
  trial.fates.push("unheard", "unheard");
  await trial.report();
  trial.clock.advance(23 * HOUR_MS - 1);
  assert.deepEqual(await trial.report(), { unsure: [], refused: [] });
  assert.equal(trial.asked.length, 2, "a moment before it is still said");
  const { id } = trial.asked[0]!;
  trial.clock.advance(1);
  await trial.count(2);
  for (let i = 0; i < 2; i++) {
    assert.deepEqual(await trial.report(), { unsure: [id], refused: [] });
  }
  assert.deepEqual(trial.asked.map(({ amount }) => amount), [3, 3, 2]);
  assert.equal(trial.metered(customer, METER), 2, "what follows is counted");
  assert.equal(await trial.state(id), "unsure");
});

Deno.test("a report that is refused is told again, for days, and a person is told each time", async () => {
  const trial = await openUsageTrial();
  const customer = await trial.customer();
  await trial.count(3);
  for (let day = 0; day < 3; day++) {
    trial.fates.push("refused");
    const told = await trial.report();
    const { id } = trial.asked[0]!;
    assert.deepEqual(told, { unsure: [], refused: [id] });
    trial.clock.advance(24 * HOUR_MS);
  }
  assert.deepEqual(await trial.report(), { unsure: [], refused: [] });
  assert.equal(new Set(trial.asked.map(({ id }) => id)).size, 1);
  assert.equal(trial.metered(customer, METER), 3);
  assert.deepEqual(await trial.open(), []);
});

Deno.test("a report is said until 34 days after its month, and then left to a person, whether it may have been heard or not", async () => {
  const trial = await openUsageTrial();
  const customer = await trial.customer();
  await trial.count(3);
  trial.fates.push("refused", "refused");
  await trial.report();
  const { id } = trial.asked[0]!;
  // What is used later is of another month, and told as ever.
  trial.clock.set("2026-03-06T23:59:59.999Z");
  await trial.count(2);
  assert.deepEqual(await trial.report(), { unsure: [], refused: [id] });
  trial.clock.advance(1);
  for (let i = 0; i < 2; i++) {
    assert.deepEqual(await trial.report(), { unsure: [id], refused: [] });
  }
  assert.deepEqual(trial.asked.map(({ amount }) => amount), [3, 3, 2]);
  assert.equal(trial.metered(customer, METER), 2);
  const [left, ...more] = await trial.open();
  assert.deepEqual([left!.state, left!.firstSentAt, more], [
    "unsure",
    null,
    [],
  ]);
});

Deno.test("what was counted when nobody could report it for too long is left to a person at once", async () => {
  const trial = await openUsageTrial();
  await trial.customer();
  await trial.count(3);
  trial.clock.set("2026-03-07T00:00:00.000Z");
  const { unsure, refused } = await trial.report();
  assert.deepEqual([unsure.length, refused, trial.asked], [1, [], []]);
});

Deno.test("a refusal says nothing of an earlier try that may have been heard", async () => {
  const trial = await openUsageTrial();
  const customer = await trial.customer();
  await trial.count(3);
  trial.fates.push("unanswered", "refused");
  await trial.report();
  const { id } = trial.asked[0]!;
  trial.clock.advance(HOUR_MS);
  assert.deepEqual(await trial.report(), { unsure: [], refused: [id] });
  trial.clock.advance(22 * HOUR_MS);
  assert.deepEqual(await trial.report(), { unsure: [id], refused: [] });
  assert.equal(trial.asked.length, 2, "the provider may know the id no more");
  assert.equal(trial.metered(customer, METER), 3);
});

Deno.test("one that was refused and then not answered has its 23 hours from when it was not", async () => {
  const trial = await openUsageTrial();
  const customer = await trial.customer();
  await trial.count(3);
  trial.fates.push("refused", "unheard");
  await trial.report();
  trial.clock.advance(30 * HOUR_MS);
  await trial.report();
  trial.clock.advance(22 * HOUR_MS);
  assert.deepEqual(await trial.report(), { unsure: [], refused: [] });
  assert.equal(trial.metered(customer, METER), 3);
  assert.deepEqual(await trial.open(), []);
});
