import assert from "node:assert/strict";
import { decideApprovals } from "../../src/approvals/use_cases/decide_approvals.ts";
import type { Approval, Verdict } from "../../src/approvals/approval.ts";
import type { CategoryId, RecordId } from "../../src/kernel/ids.ts";
import { ok } from "../../src/kernel/result.ts";
import { cuesOf } from "../../src/processing/cues.ts";
import type { Incoming } from "../../src/records/draft.ts";
import { correctRecord } from "../../src/records/use_cases/correct_record.ts";
import { permitTo } from "../support/samples.ts";
import { incoming, openTrial, value } from "../support/trial.ts";

const DAY_MS = 24 * 60 * 60 * 1_000;

/** A tenant that approved one text as office, twelve times, so that the next is settled as that. */
async function openHabit(times = 12) {
  const trial = await openTrial();
  const [office, fuel] = await trial.categories("Office", "Fuel");
  async function send(
    count: number,
    part: Partial<Incoming> = {},
  ): Promise<readonly RecordId[]> {
    const ids = await trial.send(
      ...Array.from({ length: count }, () => incoming(part)),
    );
    await trial.runJobs();
    return ids;
  }
  async function decide(
    waiting: readonly Approval[],
    verdict: Verdict,
  ): Promise<void> {
    value(
      await decideApprovals(
        trial.deps,
        trial.scope,
        waiting.map(({ id }) => ({ approvalId: id, verdict, note: null })),
      ),
    );
    // What people say one after the other is not said at one instant.
    trial.clock.advance(1);
    await trial.runJobs();
  }
  await send(times);
  await decide(await trial.waiting(), {
    kind: "override",
    categoryId: office!,
  });
  return {
    ...trial,
    office: office!,
    fuel: fuel!,
    send,
    decide,
    async correct(id: RecordId, categoryId: CategoryId): Promise<void> {
      const correction = { categoryId };
      value(
        await correctRecord(trial.deps, trial.scope, id, {
          correction,
          seenVersion: null,
        }),
      );
    },
    /** What is proposed for one more record of the text. */
    async proposed(part: Partial<Incoming> = {}): Promise<CategoryId | null> {
      const [id] = await send(1, part);
      const { trace } = await trial.record(id!);
      return trace!.steps.find((step) => step.kind === "examples_recalled")!
        .proposal;
    },
  };
}

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

function nowMs({ clock }: Awaited<ReturnType<typeof openHabit>>): number {
  return Date.parse(clock.now());
}
