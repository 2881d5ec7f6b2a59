import assert from "node:assert/strict";
import type { DeadLetterFilter } from "../../src/events/dead_letter.ts";
import { sampleDeadLetter } from "../support/samples.ts";
import { freshTenant } from "./fresh_tenant.ts";
import type { Case } from "./storage.ts";

const day = (n: number) => `2026-05-0${n}T00:00:00.000Z` as const;
const all = { limit: 10, cursor: null };

export function deadLetterCases(test: Case): void {
  test("keeps dead letters whole and lists them in pages, the latest first", async (subject) => {
    const { run } = await freshTenant(subject);
    const traceparent = `00-${"a".repeat(32)}-${"b".repeat(16)}-01`;
    const letters = [
      sampleDeadLetter(),
      sampleDeadLetter({ traceparent, firstFailedAt: day(1), diedAt: day(2) }),
      sampleDeadLetter({ attempts: 1 }),
    ];
    const [one, two, three] = letters;
    assert.deepEqual((await run((tx) => tx.jobs.dead({}, all))).data, []);
    for (const letter of [two, three, one]) {
      await run((tx) => tx.jobs.bury(letter!));
    }
    assert.deepEqual(await run((tx) => tx.jobs.dead({}, all)), {
      data: [three, two, one],
      nextCursor: null,
    });
    const first = await run((tx) =>
      tx.jobs.dead({}, { limit: 2, cursor: null })
    );
    assert.deepEqual(first, { data: [three, two], nextCursor: two!.id });
    assert.deepEqual(
      await run((tx) => tx.jobs.dead({}, { limit: 2, cursor: two!.id })),
      { data: [one], nextCursor: null },
    );
  });

  test("finds dead letters by id, queue, error class, time, and whether they were replayed", async (subject) => {
    const { run } = await freshTenant(subject);
    const one = sampleDeadLetter({ diedAt: day(1) });
    const two = sampleDeadLetter({
      diedAt: day(2),
      queue: "records:process",
      errorClass: "TypeError",
    });
    const three = sampleDeadLetter({ diedAt: day(3), replayedAt: day(4) });
    await run(async (tx) => {
      for (const letter of [one, two, three]) await tx.jobs.bury(letter);
    });
    const found = async (filter: DeadLetterFilter) =>
      (await run((tx) => tx.jobs.dead(filter, all))).data.map(({ id }) => id);
    assert.deepEqual(await found({ ids: [one.id, three.id] }), [
      three.id,
      one.id,
    ]);
    assert.deepEqual(await found({ ids: [] }), []);
    assert.deepEqual(await found({ queue: "records:process" }), [two.id]);
    assert("deliveryId" in one.task);
    const { deliveryId } = one.task;
    assert.deepEqual(await found({ deliveryId }), [one.id]);
    assert.deepEqual(await found({ errorClass: "TypeError" }), [two.id]);
    assert.deepEqual(await found({ from: day(2) }), [three.id, two.id]);
    assert.deepEqual(await found({ to: day(2) }), [one.id]);
    assert.deepEqual(await found({ replayed: true }), [three.id]);
    assert.deepEqual(await found({ replayed: false, from: day(2) }), [two.id]);
  });

  test("marks a dead letter as replayed just once, also under ten at a time", async (subject) => {
    const { run } = await freshTenant(subject);
    const [one, two] = [sampleDeadLetter(), sampleDeadLetter()];
    await run(async (tx) => {
      await tx.jobs.bury(one);
      await tx.jobs.bury(two);
    });
    const marked = await Promise.all(
      Array.from(
        { length: 10 },
        () => run((tx) => tx.jobs.markReplayed([one.id], day(5))),
      ),
    );
    assert.deepEqual(marked.flat(), [one.id]);
    assert.deepEqual(
      await run((tx) => tx.jobs.markReplayed([one.id, two.id], day(6))),
      [two.id],
    );
    const { data } = await run((tx) => tx.jobs.dead({}, all));
    assert.deepEqual(data.map(({ replayedAt }) => replayedAt), [
      day(6),
      day(5),
    ]);
  });
}
