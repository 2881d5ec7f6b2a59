import assert from "node:assert/strict";
import { ok } from "../../src/kernel/result.ts";
import { cuesOf } from "../../src/processing/cues.ts";
import { permitTo } from "../support/samples.ts";
import { openHabit } from "../support/habit_trial.ts";

Deno.test("a thousand records settled without a person teach nothing", async () => {
  const habit = await openHabit();
  const [first] = await habit.send(1);
  const cues = cuesOf(
    await habit.record(first!),
    habit.tenant.settings.contextAttributes,
  );
  const votes = () => {
    const keys = cues.keys.map(({ key }) => key);
    return habit.deps.uow.run(
      permitTo("records.read", habit.scope),
      async (tx) => ok(await tx.examples.votes(keys, 2_000)),
    );
  };
  const before = await votes();
  // Of each of the levels; there is no other side.
  assert.deepEqual(
    before.value.map(({ count }) => count),
    cues.keys.map(() => 12),
  );
  const ids = await habit.send(1_000);
  const last = await habit.record(ids.at(-1)!);
  assert.deepEqual([last.outcome, last.source], ["auto", "similarity"]);
  assert.deepEqual(await votes(), before);
});
