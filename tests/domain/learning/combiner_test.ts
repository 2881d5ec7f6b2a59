import assert from "node:assert/strict";
import fc from "fast-check";
import type { CategoryId } from "../../../src/kernel/ids.ts";
import {
  combine,
  FIRST_WEIGHTS,
  fitWeights,
} from "../../../src/processing/learning/combiner.ts";
import {
  type Evidence,
  FEATURES,
  LEVELS,
} from "../../../src/processing/learning/evidence.ts";
import { lessonOf } from "../../../src/processing/learning/lesson.ts";
import { solve } from "../../../src/processing/learning/solve.ts";

const A = "cat_a" as CategoryId;
const B = "cat_b" as CategoryId;

interface Known {
  readonly truth: CategoryId;
  readonly evidence: Evidence;
}

/** Two candidates and none of them; each speaks at one level. */
function lesson(truth: CategoryId, levels: readonly [number, number]): Known {
  const features = [...levels, -1].map((level) => {
    const row = new Float64Array(FEATURES);
    if (level >= 0) row[level] = 2;
    return row;
  });
  return {
    truth,
    evidence: { candidates: [A, B], features, said: LEVELS.map(() => []) },
  };
}

function fit(lessons: readonly Known[]): number {
  const weights = fitted(lessons);
  return lessons.reduce((sum, { evidence, truth }) =>
    sum + Math.log(
      combine(evidence, weights)[truth === A ? 0 : truth === B ? 1 : 2]!,
    ), 0);
}

function fitted(lessons: readonly Known[]) {
  const work = fitWeights(
    lessons.map(({ evidence, truth }) => lessonOf(evidence, truth, 1)),
    FIRST_WEIGHTS,
  );
  for (;;) {
    const round = work.next();
    if (round.done) return round.value;
  }
}

Deno.test("a level that is right weighs more than one that is wrong", () => {
  const lessons = Array.from({ length: 100 }, () => lesson(A, [0, 3]));
  const weights = fitted(lessons);
  assert(weights[0]! > FIRST_WEIGHTS[0]!, `${weights[0]}`);
  assert(weights[3]! < FIRST_WEIGHTS[3]!, `${weights[3]}`);
  assert.equal(weights[5], FIRST_WEIGHTS[5], "of which nothing is known");
  assert(combine(lessons[0]!.evidence, weights)[0]! > 0.8);
});

Deno.test("no lessons leave the weights as they are", () => {
  assert.deepEqual(fitted([]), FIRST_WEIGHTS);
});

Deno.test("fitting never makes what was seen less likely", () => {
  const level = fc.integer({ min: 0, max: LEVELS.length - 1 });
  const lessons = fc.array(
    fc.record({
      truth: fc.constantFrom(A, B, "cat_elsewhere" as CategoryId),
      levels: fc.tuple(level, level),
    }).map(({ truth, levels }) => lesson(truth, levels)),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(lessons, (given) => {
      const before = given.reduce((sum, { evidence, truth }) =>
        sum + Math.log(
          combine(
            evidence,
            FIRST_WEIGHTS,
          )[truth === A ? 0 : truth === B ? 1 : 2]!,
        ), 0);
      assert(fit(given) >= before - 1e-9);
    }),
    { numRuns: 50 },
  );
});

Deno.test("solve() solves", () => {
  // 4x + 2y = 10, 2x + 3y = 9.
  const solution = solve(Float64Array.of(4, 0, 2, 3), Float64Array.of(10, 9));
  assert.deepEqual([...solution].map((n) => Number(n.toFixed(12))), [1.5, 2]);
});
