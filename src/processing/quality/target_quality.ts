import { type Judged, thresholdFor } from "../learning/threshold.ts";

/** What proposals of similarity would settle at a target precision. */
export interface TargetQuality {
  readonly target: number;
  /** The score from which they would; null where too little is known to promise the target. */
  readonly threshold: number | null;
  /** The part of the judged proposals that reaches it; null where none was judged. */
  readonly share: number | null;
}

const TARGETS = [0.9, 0.95, 0.99];

/** How many of the latest judged proposals are looked at. */
export const JUDGED_MAX = 10_000;

export function targetQualities(
  judged: readonly Judged[],
): readonly TargetQuality[] {
  return TARGETS.map((target) => {
    const threshold = thresholdFor(judged, target);
    const reach = threshold === null
      ? 0
      : judged.filter(({ score }) => score >= threshold).length;
    const share = judged.length === 0 ? null : reach / judged.length;
    return { target, threshold, share };
  });
}
