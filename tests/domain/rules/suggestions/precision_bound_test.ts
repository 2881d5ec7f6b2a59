import assert from "node:assert/strict";
import fc from "fast-check";
import {
  chanceOfSoMany,
  precisionBound,
} from "../../../../src/rules/suggestions/precision_bound.ts";

const near = (actual: number, expected: number, digits: number) =>
  assert.equal(actual.toFixed(digits), expected.toFixed(digits));

/** The two-sided interval of 95 %: one risk of 2.5 % at each end. */
function interval(right: number, tried: number): readonly [number, number] {
  return [
    precisionBound({ right, tried }, 0.025),
    1 - precisionBound({ right: tried - right, tried }, 0.025),
  ];
}

// R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 5.
const PUBLISHED = [
  [81, 263, 0.2527, 0.3676],
  [15, 148, 0.0578, 0.1617],
  [0, 20, 0, 0.1684],
  [1, 29, 0.0009, 0.1776],
] as const;

for (const [right, tried, low, high] of PUBLISHED) {
  Deno.test(`the interval of ${right} of ${tried} is as published`, () => {
    const found = interval(right, tried);
    near(found[0], low, 4);
    near(found[1], high, 4);
  });
}

Deno.test("the quantiles of the beta distribution are met, also by tens of thousands", () => {
  near(precisionBound({ right: 29, tried: 29 }, 0.05), 0.901855372, 9);
  near(precisionBound({ right: 95, tried: 100 }, 0.05), 0.897746622, 9);
  near(precisionBound({ right: 990, tried: 1_000 }, 0.05), 0.983096825, 9);
  near(
    precisionBound({ right: 19_000, tried: 20_000 }, 0.01),
    0.9463000075,
    10,
  );
  near(precisionBound({ right: 37, tried: 40 }, 0.001), 0.711915060, 9);
});

Deno.test("29 right of 29 are the fewest that show a precision of 0.9 at 95 %", () => {
  assert(precisionBound({ right: 28, tried: 28 }, 0.05) < 0.9);
  assert(precisionBound({ right: 29, tried: 29 }, 0.05) >= 0.9);
});

const seen = fc.tuple(fc.integer({ min: 1, max: 400 }), fc.nat())
  .map(([tried, n]) => ({ tried, right: n % (tried + 1) }));
const risk = fc.double({ min: 1e-6, max: 0.2, noNaN: true });

Deno.test("at the bound, so many right ones are just as likely as the risk", () => {
  fc.assert(fc.property(seen, risk, (seen, risk) => {
    fc.pre(seen.right > 0);
    const bound = precisionBound(seen, risk);
    assert(bound < seen.right / seen.tried);
    const chance = chanceOfSoMany(seen, bound);
    assert(Math.abs(chance / risk - 1) < 1e-6, `${chance} for ${risk}`);
  }));
});

Deno.test("less risk, or one right less, lowers the bound", () => {
  fc.assert(fc.property(seen, risk, ({ tried, right }, risk) => {
    fc.pre(right > 0);
    const bound = precisionBound({ right, tried }, risk);
    assert(precisionBound({ right, tried }, risk / 2) < bound);
    assert(precisionBound({ right: right - 1, tried }, risk) < bound);
  }));
});
