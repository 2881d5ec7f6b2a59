import assert from "node:assert/strict";
import { openHabit } from "../support/habit_trial.ts";

const DAY_MS = 24 * 60 * 60 * 1_000;

Deno.test("a category that a person overrode is not proposed for the text again, for 180 days", async () => {
  const habit = await openHabit();
  const [id] = await habit.send(1);
  assert.deepEqual(
    [(await habit.record(id!)).source, (await habit.record(id!)).categoryId],
    ["similarity", habit.office],
  );
  await habit.correct(id!, habit.fuel);
  const rejectedAt = Date.parse(habit.clock.now());
  assert.equal(await habit.proposed(), habit.fuel);
  habit.clock.advance(rejectedAt + 180 * DAY_MS - 1 - nowMs(habit));
  assert.equal(await habit.proposed(), habit.fuel);
  habit.clock.advance(1);
  assert.equal(await habit.proposed(), habit.office);
});

Deno.test("a category that a person gives the text after all is proposed again", async () => {
  const habit = await openHabit();
  const [first, second] = await habit.send(2);
  await habit.correct(first!, habit.fuel);
  assert.equal(await habit.proposed(), habit.fuel);
  await habit.correct(second!, habit.office);
  assert.equal(await habit.proposed(), habit.office);
});

Deno.test("a suggestion whose record was rejected does not come again for its text, and does for another", async () => {
  const habit = await openHabit(5);
  assert.equal(await habit.proposed(), habit.office);
  assert.equal(
    await habit.proposed({ attributes: { unit: "Yard" } }),
    habit.office,
  );
  const [waiting] = await habit.waiting();
  await habit.decide([waiting!], { kind: "reject" });
  assert.equal(await habit.proposed(), null);
  assert.equal(
    await habit.proposed({ attributes: { unit: "Yard" } }),
    habit.office,
  );
});

function nowMs({ clock }: Awaited<ReturnType<typeof openHabit>>): number {
  return Date.parse(clock.now());
}
