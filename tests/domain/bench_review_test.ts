import assert from "node:assert/strict";
import { decide } from "../../bench/review/decide.ts";
import {
  decisionsTo,
  decisionsToUnseen,
  ratioOf,
  summed,
  unseenAt,
} from "../../bench/review/effort.ts";
import { figuresOf, MODE_NAMES } from "../../bench/review/figures.ts";
import { categoryId, keptOf, type Waiting } from "../../bench/review/kept.ts";
import { workOff } from "../../bench/review/work_off.ts";
import { purchases } from "../support/backlog_purchases.ts";

const point = (decisions: number, unseen: number) => ({
  decisions,
  settled: decisions,
  book: 0,
  unseen,
});

Deno.test("a target counts from when it is reached for good", () => {
  assert.equal(decisionsTo(0.8, { book: [0.5, 0.8, 0.7, 0.8, 0.9] }), 4);
  assert.equal(decisionsTo(0.8, { book: [0.9, 0.9] }), 1);
  assert.equal(decisionsTo(0.8, { book: [0.9, 0.7] }), null);
  const points = [
    point(0, 0),
    point(50, 0.8),
    point(100, 0.6),
    point(150, 0.7),
  ];
  assert.equal(decisionsToUnseen(0.7, { points }), 150);
  assert.equal(decisionsToUnseen(0.75, { points }), null);
  const book = Array.from({ length: 120 }, (_, i) => i / 100);
  assert.equal(unseenAt(0.99, { book, points }), 0.6);
  assert.equal(unseenAt(2, { book, points }), null);
});

Deno.test("effort is summed over backlogs, and none of them is left out", () => {
  assert.equal(summed([2, 3]), 5);
  assert.equal(summed([2, null]), null);
  assert.equal(ratioOf(3, 5), 0.6);
  assert.equal(ratioOf(null, 5), null);
});

Deno.test("a decision on alike items: those of another category are taken out, which costs, and stay", () => {
  const rows = purchases(20).slice(0, 7);
  const labels = ["Category 0", "Gifts"];
  const waiting = (gifts: number) =>
    keptOf(
      rows.map((row, i) =>
        i > 0 && i <= gifts ? { ...row, label: "Gifts" } : row
      ),
      labels,
      1,
    ).map((record): Waiting => ({
      record,
      proposed: categoryId(0),
      shown: { category: categoryId(0), confidence: 0.5 },
    }));
  const decided = (gifts: number, groups: boolean) => {
    const all = waiting(gifts);
    const { settled, cost } = decide(all[0]!, groups ? all : null);
    assert(settled.every(({ record }) => record.truth === categoryId(0)));
    return [settled.length, cost];
  };
  assert.deepEqual(decided(0, true), [7, 1]);
  assert.deepEqual(decided(2, true), [5, 3]);
  // Four taken out for two settled along: one by one is less work.
  assert.deepEqual(decided(4, true), [1, 1]);
  assert.deepEqual(decided(0, false), [1, 1]);
});

Deno.test("a person is shown fifty alike items at once and no more", () => {
  const rows = purchases(100).filter(({ label }) => label === "Category 0");
  const all = keptOf(rows, ["Category 0"], 1).map((record): Waiting => ({
    record,
    proposed: null,
    shown: { category: null, confidence: 0 },
  }));
  const { settled, cost } = decide(all[0]!, all);
  assert.deepEqual([settled.length, cost], [50, 1]);
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
