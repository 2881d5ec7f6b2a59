import { chanceOfSoMany, type Seen } from "./precision_bound.ts";

/**
 * The risk at which each of many lower bounds is taken, so that of those that reach `precisionMin` at most a
 * share of `risk` is expected to be wrong, however many were looked at.
 *
 * Whoever looks at thousands of conditions and keeps the best finds some that were lucky. Benjamini &
 * Hochberg (J. R. Stat. Soc. B 57, 1995) keep the expected share of the lucky ones under `risk`; taking the
 * bounds of those kept at `risk` times the share that was kept holds the bounds to it too (Benjamini &
 * Yekutieli, J. Am. Stat. Assoc. 100, 2005). Conditions that overlap rise and fall together, which both allow.
 */
export function riskOfEach(
  seen: readonly Seen[],
  { lookedAt, precisionMin, risk }: {
    readonly lookedAt: number;
    readonly precisionMin: number;
    readonly risk: number;
  },
): number {
  const chances = seen
    .filter(({ right, tried }) => right / tried > precisionMin)
    .map((one) => chanceOfSoMany(one, precisionMin))
    .sort((a, b) => a - b);
  // The largest number of them whose last is still unlikely enough for so many.
  const kept =
    chances.findLastIndex((chance, i) =>
      chance <= risk * ((i + 1) / lookedAt)
    ) +
    1;
  return risk * (Math.max(kept, 1) / Math.max(lookedAt, 1));
}
