import { type SourceTrust, trusted } from "../quality/trust.ts";
import type { Learned } from "./learned.ts";
import { thresholdFor } from "./threshold.ts";

/** The scores from which each source's proposals keep the target; null: none is known to. */
export interface Promised {
  readonly similarity: number | null;
  readonly model: number | null;
}

export const NOTHING_PROMISED: Promised = { similarity: null, model: null };

/** What the judged proposals allow at `target`, without those that a drop of precision made worthless. `by`: the model in use. */
export function promised(
  learned: Learned | null,
  trust: readonly SourceTrust[],
  target: number,
  by: string | null,
): Promised {
  if (learned === null) return NOTHING_PROMISED;
  const answers = learned.answers.filter((answer) => answer.by === by);
  return {
    similarity: thresholdFor(
      trusted("similarity", learned.judged, trust),
      target,
    ),
    model: thresholdFor(trusted("model", answers, trust), target),
  };
}
