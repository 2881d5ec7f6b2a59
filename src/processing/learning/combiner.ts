import {
  type Evidence,
  FEATURES,
  LEVELS,
  SPELLING,
  USUAL,
} from "./evidence.ts";
import type { Lesson } from "./lesson.ts";
import { solve } from "./solve.ts";
import { softmax } from "./text_model.ts";

/** How much each feature counts, in natural logarithms. */
export type CombinerWeights = readonly number[];

/** Before anything is learned: every level a little, the spelling most. */
export const FIRST_WEIGHTS: CombinerWeights = Array.from(
  { length: FEATURES },
  (_, i) =>
    i < LEVELS.length ? 0.2 : i === SPELLING ? 0.7 : i === USUAL ? 0 : 0,
);

/** How far the weights are held to the first ones: as by this many examples. */
const HOLD = 10;
const ROUNDS = 3;
/** A step is halved until the fit is no worse, this often at most. */
const HALVINGS = 6;

/** The chances of the candidates, and last of "none of these"; they add up to 1. */
export function combine(
  { features }: Pick<Evidence, "features">,
  weights: CombinerWeights,
): Float64Array {
  const sums = new Float64Array(features.length);
  for (let i = 0; i < sums.length; i++) {
    const row = features[i]!;
    for (let k = 0; k < FEATURES; k++) sums[i]! += row[k]! * weights[k]!;
  }
  return softmax(sums);
}

/**
 * Better weights for these lessons: conditional logit (McFadden 1974) with "none of these" as an outcome, fitted by
 * Newton's method with a ridge towards the first weights, a few rounds from where it stands. The objective is convex,
 * so that where it begins does not matter, only how soon it is there. Rests before each round.
 */
export function* fitWeights(
  lessons: readonly Lesson[],
  from: CombinerWeights,
): Generator<void, CombinerWeights, void> {
  // Of all rows under the weights that were tried last: from these each step is taken.
  const chances = new Float64Array(
    lessons.reduce((sum, { rows }) => sum + rows, 0),
  );
  let weights = from;
  let loss = lossOf(lessons, weights, chances);
  for (let round = 0; round < ROUNDS; round++) {
    yield;
    const step = stepOf(lessons, weights, chances);
    let share = 1;
    let better: { weights: CombinerWeights; loss: number } | null = null;
    for (let i = 0; i < HALVINGS && better === null; i++) {
      const next = weights.map((weight, k) => weight - share * step[k]!);
      const nextLoss = lossOf(lessons, next, chances);
      if (nextLoss <= loss) better = { weights: next, loss: nextLoss };
      share /= 2;
    }
    if (better === null) break;
    const gain = loss - better.loss;
    ({ weights, loss } = better);
    if (gain < 1e-6 * lessons.length) break;
  }
  return weights;
}

/** The loss under `weights`; leaves the chances of all rows in `chances`. */
function lossOf(
  lessons: readonly Lesson[],
  weights: CombinerWeights,
  chances: Float64Array,
): number {
  let loss = 0;
  let first = 0;
  for (const { features, values, rows, right, weight } of lessons) {
    const n = features.length;
    for (let i = 0; i < rows; i++) {
      let sum = 0;
      for (let f = 0; f < n; f++) {
        sum += values[i * n + f]! * weights[features[f]!]!;
      }
      chances[first + i] = sum;
    }
    softmax(chances, first, first + rows);
    loss -= weight * Math.log(Math.max(chances[first + right]!, 1e-300));
    first += rows;
  }
  weights.forEach((weight, k) => {
    loss += HOLD / 2 * (weight - FIRST_WEIGHTS[k]!) ** 2;
  });
  return loss;
}

/** Newton's step from `weights`, under which the rows have these `chances`: the slope over the curvature. */
function stepOf(
  lessons: readonly Lesson[],
  weights: CombinerWeights,
  chances: Float64Array,
): Float64Array {
  const slope = Float64Array.from(
    weights,
    (weight, k) => HOLD * (weight - FIRST_WEIGHTS[k]!),
  );
  const curve = new Float64Array(FEATURES * FEATURES);
  for (let k = 0; k < FEATURES; k++) curve[k * FEATURES + k] = HOLD;
  const mean = new Float64Array(FEATURES);
  const off = new Float64Array(FEATURES);
  let first = 0;
  for (const { features, values, rows, right, weight } of lessons) {
    const n = features.length;
    mean.fill(0);
    for (let i = 0; i < rows; i++) {
      const chance = chances[first + i]!;
      for (let f = 0; f < n; f++) mean[f]! += chance * values[i * n + f]!;
    }
    for (let f = 0; f < n; f++) {
      slope[features[f]!]! += weight * (mean[f]! - values[right * n + f]!);
    }
    for (let i = 0; i < rows; i++) {
      const chance = chances[first + i]!;
      if (chance < 1e-4) continue;
      for (let f = 0; f < n; f++) off[f] = values[i * n + f]! - mean[f]!;
      for (let f = 0; f < n; f++) {
        const part = weight * chance * off[f]!;
        if (part === 0) continue;
        const line = features[f]! * FEATURES;
        for (let g = 0; g <= f; g++) {
          curve[line + features[g]!]! += part * off[g]!;
        }
      }
    }
    first += rows;
  }
  return solve(curve, slope);
}
