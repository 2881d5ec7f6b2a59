import type { CategoryId } from "../../kernel/ids.ts";
import {
  type Evidence,
  FEATURES,
  LEVELS,
  SPELLING,
  USUAL,
} from "./evidence.ts";
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

/** One decided record: what was known of it before, and what was right. */
export interface Lesson {
  readonly evidence: Evidence;
  readonly truth: CategoryId;
  /** For how many records it stands. */
  readonly weight: number;
}

/** The chances of the candidates, and last of "none of these"; they add up to 1. */
export function combine(
  { features }: Pick<Evidence, "features">,
  weights: CombinerWeights,
): Float64Array {
  const sums = new Float64Array(features.length);
  features.forEach((row, i) => {
    for (let k = 0; k < FEATURES; k++) sums[i]! += row[k]! * weights[k]!;
  });
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
  let weights = from;
  let loss = lossOf(lessons, weights);
  for (let round = 0; round < ROUNDS; round++) {
    yield;
    const step = stepOf(lessons, weights);
    let share = 1;
    let better: { weights: CombinerWeights; loss: number } | null = null;
    for (let i = 0; i < HALVINGS && better === null; i++) {
      const next = weights.map((weight, k) => weight - share * step[k]!);
      const nextLoss = lossOf(lessons, next);
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

function truthOf({ evidence, truth }: Lesson): number {
  const at = evidence.candidates.indexOf(truth);
  return at < 0 ? evidence.candidates.length : at;
}

function lossOf(
  lessons: readonly Lesson[],
  weights: CombinerWeights,
): number {
  let loss = 0;
  for (const lesson of lessons) {
    const chance = combine(lesson.evidence, weights)[truthOf(lesson)]!;
    loss -= lesson.weight * Math.log(Math.max(chance, 1e-300));
  }
  weights.forEach((weight, k) => {
    loss += HOLD / 2 * (weight - FIRST_WEIGHTS[k]!) ** 2;
  });
  return loss;
}

/** Newton's step: the slope over the curvature. */
function stepOf(
  lessons: readonly Lesson[],
  weights: CombinerWeights,
): Float64Array {
  const slope = Float64Array.from(
    weights,
    (weight, k) => HOLD * (weight - FIRST_WEIGHTS[k]!),
  );
  const curve = new Float64Array(FEATURES * FEATURES);
  for (let k = 0; k < FEATURES; k++) curve[k * FEATURES + k] = HOLD;
  const mean = new Float64Array(FEATURES);
  const off = new Float64Array(FEATURES);
  for (const lesson of lessons) {
    const { features } = lesson.evidence;
    const chances = combine(lesson.evidence, weights);
    mean.fill(0);
    features.forEach((row, i) => {
      for (let k = 0; k < FEATURES; k++) mean[k]! += chances[i]! * row[k]!;
    });
    const right = features[truthOf(lesson)]!;
    for (let k = 0; k < FEATURES; k++) {
      slope[k]! += lesson.weight * (mean[k]! - right[k]!);
    }
    features.forEach((row, i) => {
      const chance = chances[i]!;
      if (chance < 1e-4) return;
      for (let k = 0; k < FEATURES; k++) off[k] = row[k]! - mean[k]!;
      for (let k = 0; k < FEATURES; k++) {
        const part = lesson.weight * chance * off[k]!;
        if (part === 0) continue;
        for (let j = 0; j <= k; j++) curve[k * FEATURES + j]! += part * off[j]!;
      }
    });
  }
  return solve(curve, slope);
}
