import assert from "node:assert/strict";
import fc from "fast-check";
import {
  type Judged,
  thresholdFor,
} from "../../src/processing/learning/threshold.ts";

const right = (n: number, score: number): Judged[] =>
  Array.from({ length: n }, () => ({ score, right: true, inclusion: 1 }));
const wrong = (n: number, score: number): Judged[] =>
  Array.from({ length: n }, () => ({ score, right: false, inclusion: 1 }));

Deno.test("too little evidence promises nothing", () => {
  assert.equal(thresholdFor([], 0.95), null);
  assert.equal(thresholdFor(right(59, 0.9), 0.9), null);
  assert.equal(thresholdFor(right(60, 0.9), 0.9), 0.9);
  // Nothing wrong in 60: 1.645 · sqrt(1/122 · 121/122 / 60) = 0.0192, which is less than 0.05 and more than 0.01.
  assert.equal(thresholdFor(right(60, 0.9), 0.95), 0.9);
  assert.equal(thresholdFor(right(60, 0.9), 0.99), null);
});

Deno.test("few audits of many settled are trusted as far as they go", () => {
  const audited = right(60, 0.9).map((one) => ({ ...one, inclusion: 0.05 }));
  const asked = [...right(35, 0.5), ...wrong(25, 0.5)];
  // The audited stand for 1,200, beside which the 25 wrong ones are 2 %.
  assert.equal(thresholdFor([...audited, ...asked], 0.95), 0.5);
  // Counted as one each they would be 21 %.
  assert.equal(thresholdFor([...right(60, 0.9), ...asked], 0.95), 0.9);
});

Deno.test("an audited one counts for all that it stands for, among others of its score too", () => {
  const asked = [...right(980, 0.9), ...wrong(20, 0.9)];
  const audited = [...right(180, 0.9), ...wrong(20, 0.9)]
    .map((one) => ({ ...one, inclusion: 0.05 }));
  // Of 5,000 in all 420 are wrong: 8.4 %. Counted alike, 40 of 1,200 would be 3.3 %.
  assert.equal(thresholdFor([...asked, ...audited], 0.95), null);
  assert.equal(thresholdFor([...asked, ...audited], 0.88), 0.9);
});

Deno.test("wrong proposals move the threshold above them", () => {
  const judged = [...right(500, 0.9), ...right(60, 0.5), ...wrong(60, 0.5)];
  assert.equal(thresholdFor(judged, 0.95), 0.9);
  assert.equal(thresholdFor(judged, 0.8), 0.5);
  assert.equal(
    thresholdFor([...right(100, 0.9), ...wrong(20, 0.9)], 0.95),
    null,
  );
});

Deno.test("a wrong one at the very top does not lock what is below it", () => {
  const judged = [...wrong(2, 0.99), ...right(800, 0.9)];
  assert.equal(thresholdFor(judged, 0.95), 0.9);
});

const history = fc.array(
  fc.record({
    score: fc.integer({ min: 1, max: 20 }).map((n) => n / 20),
    wrongOf10: fc.integer({ min: 0, max: 3 }),
    inclusion: fc.constantFrom(1, 1, 0.25, 0.05),
  }),
  { minLength: 1, maxLength: 40 },
).map((parts) =>
  parts.flatMap(({ score, wrongOf10, inclusion }) =>
    [...right(10 - wrongOf10, score), ...wrong(wrongOf10, score)]
      .map((one) => ({ ...one, inclusion }))
  )
);

Deno.test("a worse history never gives a looser threshold", () => {
  fc.assert(
    fc.property(
      history,
      fc.array(fc.nat(), { minLength: 1, maxLength: 30 }),
      fc.constantFrom(0.8, 0.9, 0.95, 0.99),
      (judged, turned, target) => {
        const worse = [...judged];
        for (const at of turned) {
          const i = at % worse.length;
          worse[i] = { ...worse[i]!, right: false };
        }
        const before = thresholdFor(judged, target) ?? Infinity;
        const after = thresholdFor(worse, target) ?? Infinity;
        assert(after >= before, `${after} < ${before}`);
      },
    ),
    { numRuns: 300 },
  );
});

Deno.test("more wrong ones below all others never give a looser threshold", () => {
  fc.assert(
    fc.property(
      history,
      fc.integer({ min: 1, max: 30 }),
      fc.constantFrom(0.8, 0.9, 0.95, 0.99),
      (judged, n, target) => {
        const worse = [...judged, ...wrong(n, 0.01)];
        const before = thresholdFor(judged, target) ?? Infinity;
        const after = thresholdFor(worse, target) ?? Infinity;
        assert(after >= before, `${after} < ${before}`);
      },
    ),
    { numRuns: 300 },
  );
});

Deno.test("a stricter target never gives a looser threshold", () => {
  fc.assert(
    fc.property(history, (judged) => {
      const at = [0.8, 0.95, 0.99].map((target) =>
        thresholdFor(judged, target) ?? Infinity
      );
      assert.deepEqual(at, at.toSorted((a, b) => a - b));
    }),
    { numRuns: 200 },
  );
});
