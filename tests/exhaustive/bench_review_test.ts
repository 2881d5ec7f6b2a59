import assert from "node:assert/strict";
import { MODE_NAMES } from "../../bench/review/figures.ts";
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
