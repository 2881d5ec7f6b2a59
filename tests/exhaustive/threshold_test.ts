import assert from "node:assert/strict";
import { thresholdFor } from "../../src/processing/learning/threshold.ts";

Deno.test("the promise is broken no more often than the risk says", () => {
  // Precision rises from 0.7 to 1 with the score; true precision from s on is the mean of 0.7 + 0.3 x over [s, 1].
  let seed = 1;
  const chance = () =>
    (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  let broken = 0;
  const TRIALS = 400;
  for (let trial = 0; trial < TRIALS; trial++) {
    const judged = Array.from({ length: 600 }, () => {
      const score = chance();
      return { score, right: chance() < 0.7 + 0.3 * score, inclusion: 1 };
    });
    const threshold = thresholdFor(judged, 0.9);
    if (threshold !== null && 0.85 + 0.15 * threshold < 0.9) broken++;
  }
  assert(broken > 0 && broken / TRIALS < 0.1, `${broken} of ${TRIALS}`);
});
