import type { WeightedSum } from "./figures.ts";

/** A share as a sample tells it, with the interval that holds the true one 95 times in 100. */
export interface Estimate {
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** How many were looked at. */
  readonly n: number;
}

/** The quantile of the normal distribution for 95 % between the two sides. */
const Z = 1.959963984540054;

/**
 * The share of right ones where each of the sample stands for 1 / inclusion (Horvitz and Thompson 1952, as the ratio of
 * two such sums: Hájek 1971). The interval is Wilson's (1927), which also holds for few and for shares near 1, on the
 * effective sample size (sum of weights)² / sum of squared weights (Kish 1965): unequal weights tell less than as many
 * equal ones. Null where nothing was looked at.
 */
export function estimate(sum: WeightedSum): Estimate | null {
  const { n, weight, weightSquared, weightRight } = sum;
  if (n === 0) return null;
  const share = Math.min(1, weightRight / weight);
  const size = weight ** 2 / weightSquared;
  const doubt = Z ** 2 / size;
  const middle = (share + doubt / 2) / (1 + doubt);
  const spread = Z / (1 + doubt) *
    Math.sqrt(share * (1 - share) / size + doubt / (4 * size));
  return {
    share,
    low: share === 0 ? 0 : Math.max(0, middle - spread),
    high: share === 1 ? 1 : Math.min(1, middle + spread),
    n,
  };
}

/** The sums of several samples as those of one. */
export function added(sums: readonly WeightedSum[]): WeightedSum {
  const total = (of: (sum: WeightedSum) => number) =>
    sums.reduce((all, sum) => all + of(sum), 0);
  return {
    n: total(({ n }) => n),
    weight: total(({ weight }) => weight),
    weightSquared: total(({ weightSquared }) => weightSquared),
    weightRight: total(({ weightRight }) => weightRight),
  };
}
