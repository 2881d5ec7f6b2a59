import type { Features } from "./spelling.ts";

/** Weights of every feature for every class, those of one feature side by side. */
export interface LinearModel {
  readonly classes: number;
  readonly weights: Float32Array;
}

export function emptyModel(size: number, classes: number): LinearModel {
  return { classes, weights: new Float32Array(size * classes) };
}

/** Writes each class's score of the features into `scores`. */
export function scoreInto(
  scores: Float64Array,
  { classes, weights }: LinearModel,
  features: Features,
): void {
  scores.fill(0);
  features.places.forEach((place, i) => {
    const weight = features.weights[i]!;
    const base = place * classes;
    for (let c = 0; c < classes; c++) {
      scores[c]! += weight * weights[base + c]!;
    }
  });
}

/** Adds the features, times `steps`, to the weights of the classes `at` these. */
export function addTo(
  { classes, weights }: LinearModel,
  features: Features,
  { at, steps }: {
    readonly at: readonly number[];
    readonly steps: readonly number[];
  },
): void {
  features.places.forEach((place, i) => {
    const weight = features.weights[i]!;
    const base = place * classes;
    for (let j = 0; j < at.length; j++) {
      weights[base + at[j]!]! += weight * steps[j]!;
    }
  });
}

/** The place of the greatest. */
export function greatest(scores: Float64Array): number {
  let best = 0;
  for (let c = 1; c < scores.length; c++) {
    if (scores[c]! > scores[best]!) best = c;
  }
  return best;
}
