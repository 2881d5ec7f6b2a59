import assert from "node:assert/strict";
import { greedyCover } from "../../../../src/rules/suggestions/greedy_cover.ts";

const a = { members: [1, 2, 3, 4] };
const b = { members: [3, 4, 5, 6, 7] };
const c = { members: [1, 2] };
const many = (_: unknown, fresh: readonly number[]) => fresh.length || null;
const settings = { count: 9, covered: [], worth: many };

Deno.test("the one that covers most comes first, and what is covered counts no more", () => {
  assert.deepEqual(greedyCover([a, b, c], settings), [b, a]);
});

Deno.test("of equals the first wins, and no more are chosen than asked for", () => {
  assert.deepEqual(greedyCover([c, a, b], { ...settings, count: 1 }), [b]);
  assert.deepEqual(greedyCover([c, a], { ...settings, covered: [3, 4] }), [c]);
});

Deno.test("what is not worth it is left out", () => {
  const worth = (_: unknown, fresh: readonly number[]) =>
    fresh.length < 3 ? null : fresh.length;
  assert.deepEqual(greedyCover([a, b, c], { ...settings, worth }), [b]);
});
