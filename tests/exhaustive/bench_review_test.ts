import assert from "node:assert/strict";
import { ratioOf } from "../../bench/review/effort.ts";
import { figuresOf, MODE_NAMES } from "../../bench/review/figures.ts";
import { MODES } from "../../bench/review/modes.ts";
import { workOff } from "../../bench/review/work_off.ts";
import { purchases } from "../support/backlog_purchases.ts";

Deno.test("every way works the whole backlog off, and the same twice", async () => {
  const rows = purchases(60);
  const backlog = { waiting: rows.slice(0, 40), unseen: rows.slice(40) };
  for (const mode of MODE_NAMES) {
    const run = () => workOff(backlog, { mode, seed: 1, until: 2 });
    const { book, points } = await run();
    assert.equal(book.at(-1), 1, mode);
    assert.equal(points.at(-1)!.settled, 40, mode);
    assert.equal(points.at(-1)!.unseen, 1, mode);
    assert.equal(points[0]!.book, 0, mode);
    assert(MODES[mode].groups ? book.length < 40 : book.length === 40, mode);
    assert.deepEqual(await run(), { book, points }, mode);
  }
});

Deno.test("what is learned counts for the book as well as what was decided, and a run ends where it is asked to", async () => {
  const rows = purchases(60);
  const backlog = { waiting: rows, unseen: rows };
  const { book, points } = await workOff(backlog, {
    mode: "fifo",
    seed: 1,
    until: 0.99,
  });
  // After 25 all four shops are known.
  assert.equal(book.length, 25);
  assert.deepEqual(book.slice(23), [24 / 60, 1]);
  assert.deepEqual(points.at(-1), {
    decisions: 25,
    settled: 25,
    book: 1,
    unseen: 1,
  });
});

Deno.test("each way's effort is told beside that one by one, the oldest first", async () => {
  const rows = purchases(60);
  const backlog = { waiting: rows.slice(0, 40), unseen: rows.slice(40) };
  const runs = Object.fromEntries(
    await Promise.all(MODE_NAMES.map(async (mode) => [
      mode,
      [await workOff(backlog, { mode, seed: 1, until: 2 })],
    ])),
  );
  const { fifo_decisions, ordered_groups_decisions, ratio_groups, book } =
    figuresOf(runs);
  assert.equal(book["0.9"]!.fifo.ratio, 1);
  assert.equal(fifo_decisions, book["0.9"]!.fifo.decisions);
  assert.equal(
    ratio_groups,
    ratioOf(ordered_groups_decisions, fifo_decisions),
  );
});
