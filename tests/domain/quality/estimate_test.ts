import assert from "node:assert/strict";
import fc from "fast-check";
import { added, estimate } from "../../../src/processing/quality/estimate.ts";
import type { WeightedSum } from "../../../src/processing/quality/figures.ts";

function sumOf(
  sample: readonly (readonly [right: boolean, inclusion: number])[],
) {
  const total = (of: (right: boolean, weight: number) => number) =>
    sample.reduce(
      (sum, [right, inclusion]) => sum + of(right, 1 / inclusion),
      0,
    );
  return {
    n: sample.length,
    weight: total((_, weight) => weight),
    weightSquared: total((_, weight) => weight ** 2),
    weightRight: total((right, weight) => right ? weight : 0),
  };
}

function close(actual: number, expected: number): void {
  assert(Math.abs(actual - expected) < 5e-4, `${actual} for ${expected}`);
}

Deno.test("nothing looked at gives no estimate", () => {
  assert.equal(estimate(sumOf([])), null);
});

Deno.test("equal weights give Wilson's interval of the plain counts", () => {
  // Published examples (Newcombe 1998, method 3): 81 of 263, 15 of 148, 0 of 20, 1 of 29.
  for (
    const [right, n, low, high] of [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ] as const
  ) {
    for (const inclusion of [1, 0.05]) {
      const sample = Array.from(
        { length: n },
        (_, i) => [i < right, inclusion] as const,
      );
      const told = estimate(sumOf(sample))!;
      close(told.share, right / n);
      close(told.low, low);
      close(told.high, high);
      assert.equal(told.n, n);
    }
  }
});

Deno.test("each counts for as many as it stands for", () => {
  const told = estimate(sumOf([[true, 0.05], [true, 0.05], [false, 1]]))!;
  close(told.share, 40 / 41);
  const equal = estimate(sumOf([[true, 1], [true, 1], [false, 1]]))!;
  close(equal.share, 2 / 3);
});

Deno.test("the share lies in its interval, which unequal weights widen and more evidence narrows", () => {
  const weighted = fc.tuple(
    fc.boolean(),
    fc.double({ min: 0.01, max: 1, noNaN: true }),
  );
  fc.assert(fc.property(
    fc.array(weighted, { minLength: 1, maxLength: 40 }),
    (sample) => {
      const sum: WeightedSum = sumOf(sample);
      const { share, low, high } = estimate(sum)!;
      assert(0 <= low && low <= share && share <= high && high <= 1);
      const twice = estimate(added([sum, sum]))!;
      assert(twice.high - twice.low < high - low);
      const even = estimate({
        ...sum,
        weightSquared: sum.weight ** 2 / sum.n,
      })!;
      assert(even.high - even.low <= high - low + 1e-12);
    },
  ));
});
