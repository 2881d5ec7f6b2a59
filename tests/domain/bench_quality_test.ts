import assert from "node:assert/strict";
import fc from "fast-check";
import { overSeeds } from "../../bench/quality/closed_loop.ts";
import {
  coverageAt,
  macroF1,
  measure,
  type Proposed,
} from "../../bench/quality/measures.ts";
import { tableOf } from "../../bench/quality/table.ts";

/** Proposals of label A, by score; a `!` behind the score: it is B in truth. */
function proposals(...scores: readonly string[]): readonly Proposed[] {
  return scores.map((score) => ({
    label: "A",
    score: parseFloat(score),
    truth: score.endsWith("!") ? "B" : "A",
  }));
}

Deno.test("coverage goes down the scores as far as the precision is reached", () => {
  // Right 3 of 3, then 3 of 4, then 4 of 5.
  const given = proposals("9", "8", "7", "6!", "5");
  assert.equal(coverageAt(1, given), 3 / 5);
  assert.equal(coverageAt(0.8, given), 1);
  assert.equal(coverageAt(0.81, given), 3 / 5);
  assert.equal(coverageAt(0.95, proposals("9!", "8")), 0);
  assert.equal(coverageAt(0.95, []), 0);
});

Deno.test("proposals of one score are taken all or none", () => {
  // In this order the first two would be right, but with them comes the third.
  assert.equal(coverageAt(0.95, proposals("9", "9", "9!", "8")), 0);
  assert.equal(coverageAt(0.75, proposals("9", "9", "9!", "8")), 1);
});

Deno.test("a record without a proposal is never covered and always counts", () => {
  const none = { label: null, score: 10, truth: "A" };
  assert.equal(coverageAt(0.5, [none, ...proposals("9")]), 1 / 2);
  assert.equal(measure([none, ...proposals("9")]).accuracy, 1 / 2);
});

Deno.test("coverage does not depend on the order, and a stricter precision covers no more", () => {
  const proposal = fc.record({
    label: fc.constantFrom("A", "B", null),
    score: fc.integer({ min: 0, max: 5 }),
    truth: fc.constantFrom("A", "B"),
  });
  fc.assert(
    fc.property(fc.array(proposal), (given) => {
      const covered = coverageAt(0.9, given);
      assert.equal(coverageAt(0.9, given.toReversed()), covered);
      assert(coverageAt(0.95, given) <= covered);
    }),
    { numRuns: 100 },
  );
});

Deno.test("macro F1 is the mean over the true labels, rare ones like others", () => {
  const given = [
    ["A", "A"],
    ["A", "A"],
    ["A", "B"],
    ["B", "B"],
    ["C", "B"],
    [null, "D"],
  ] as const;
  // A: 2 · 2 / (3 + 2); B: 2 · 1 / (1 + 3); D: 0; C is proposed and never true.
  const wanted = (4 / 5 + 1 / 2 + 0) / 3;
  const f1 = macroF1(
    given.map(([label, truth]) => ({ label, truth, score: 1 })),
  );
  assert(Math.abs(f1 - wanted) < 1e-12, `${f1} is not ${wanted}`);
});

Deno.test("several seeds: means, and the worst of those that settled something", () => {
  assert.deepEqual(
    overSeeds([
      { settled: 0.5, precision: 1 },
      { settled: 0.25, precision: 0.5 },
      { settled: 0, precision: null },
    ]),
    { settled: 0.25, precision: 0.75, precision_min: 0.5 },
  );
  assert.deepEqual(overSeeds([{ settled: 0, precision: null }]), {
    settled: 0,
    precision: null,
    precision_min: null,
  });
});

Deno.test("the table ends with the goal of a file that has one", () => {
  const figures = { accuracy: 0.5, macro_f1: 0.4, cov95: 0.3, cov99: 0.2 };
  const lines = (file: string) =>
    tableOf(file, [{ name: "us", figures }]).split("\n");
  assert.deepEqual(lines("birmingham_pcard.csv").slice(2), [
    "| us | 0.500 | 0.400 | 0.300 | 0.200 |",
    "| **goal** | ≥ 0.680 |  | ≥ 0.420 | ≥ 0.120 |",
  ]);
  assert.deepEqual(lines("other.csv").slice(2), [
    "| us | 0.500 | 0.400 | 0.300 | 0.200 |",
  ]);
});
