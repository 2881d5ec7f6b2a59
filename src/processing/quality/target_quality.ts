import { type Judged, thresholdFor } from "../learning/threshold.ts";

/** What proposals of similarity would settle at a target precision. */
export interface TargetQuality {
  readonly target: number;
  /** The score from which they would; null where too little is known to promise the target. */
  readonly threshold: number | null;
  /** The part of all proposals that reaches it, by what the judged ones stand for; null where none was judged. */
  readonly share: number | null;
}

const TARGETS = [0.9, 0.95, 0.99];

export function targetQualities(
  judged: readonly Judged[],
): readonly TargetQuality[] {
  return TARGETS.map((target) => {
    const threshold = thresholdFor(judged, target);
    const reach = threshold === null
      ? []
      : judged.filter(({ score }) => score >= threshold);
    const share = judged.length === 0 ? null : stands(reach) / stands(judged);
    return { target, threshold, share };
  });
}

function stands(judged: readonly Judged[]): number {
  return judged.reduce((sum, { inclusion }) => sum + 1 / inclusion, 0);
}
