import assert from "node:assert/strict";
import fc from "fast-check";
import { type Page, pageOf } from "../../src/kernel/page.ts";

Deno.test("pageOf() shows up to `limit` rows, and a cursor just when more follow", () => {
  fc.assert(fc.property(
    fc.array(fc.string()),
    fc.integer({ min: 1, max: 12 }),
    (rows, limit) => {
      const page = pageOf(rows, limit, (row) => `after ${row}`);
      assert.deepEqual(page.data, rows.slice(0, limit));
      assert.equal(
        page.nextCursor,
        rows.length > limit ? `after ${rows[limit - 1]}` : null,
      );
    },
  ));
});

Deno.test("pageOf() of nothing is an empty last page", () => {
  assert.deepEqual(pageOf([], 5, String), { data: [], nextCursor: null });
});

Deno.test("pageOf() shows every row once when its cursor is followed", () => {
  fc.assert(fc.property(
    fc.uniqueArray(fc.integer({ min: 0, max: 99 })),
    fc.integer({ min: 1, max: 7 }),
    (numbers, limit) => {
      const rows = numbers.toSorted((a, b) => a - b);
      const shown: number[] = [];
      let cursor: string | null = "-1";
      while (cursor !== null) {
        const after: number = Number(cursor);
        const rest = rows.filter((n) => n > after).slice(0, limit + 1);
        const page: Page<number> = pageOf(rest, limit, String);
        shown.push(...page.data);
        cursor = page.nextCursor;
      }
      assert.deepEqual(shown, rows);
    },
  ));
});
