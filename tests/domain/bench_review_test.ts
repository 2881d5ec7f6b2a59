import assert from "node:assert/strict";
import { decide } from "../../bench/review/decide.ts";
import {
  decisionsTo,
  decisionsToUnseen,
  ratioOf,
  summed,
  unseenAt,
} from "../../bench/review/effort.ts";
import type { CategoryId } from "../../src/kernel/ids.ts";

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

const seen = (truth: CategoryId) => ({ alikeKey: "alk_same", truth });

Deno.test("a decision on alike items: those of another category are taken out, which costs, and stay", () => {
  const decided = (gifts: number, groups: boolean) => {
    const all = Array.from(
      { length: 7 },
      (_, i) => seen(i > 0 && i <= gifts ? "cat_gifts" : "cat_wood"),
    );
    const { settled, cost } = decide(all[0]!, groups ? all : null);
    assert(settled.every(({ truth }) => truth === "cat_wood"));
    return [settled.length, cost];
  };
  assert.deepEqual(decided(0, true), [7, 1]);
  assert.deepEqual(decided(2, true), [5, 3]);
  // Four taken out for two settled along: one by one is less work.
  assert.deepEqual(decided(4, true), [1, 1]);
  assert.deepEqual(decided(0, false), [1, 1]);
});

Deno.test("a person is shown fifty alike items at once and no more", () => {
  const all = Array.from({ length: 70 }, () => seen("cat_wood"));
  const { settled, cost } = decide(all[0]!, all);
  assert.deepEqual([settled.length, cost], [50, 1]);
});
