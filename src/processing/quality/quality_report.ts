import type { Judged } from "../learning/threshold.ts";
import { type Calibration, calibrations } from "./calibration.ts";
import { categoryQualities, type CategoryQuality } from "./category_quality.ts";
import { added, type Estimate, estimate } from "./estimate.ts";
import type {
  ConfusionCount,
  DecisionCount,
  OutcomeSum,
  ScoreBin,
} from "./figures.ts";
import {
  settledOutcomes,
  stepQualities,
  type StepQuality,
} from "./step_quality.ts";
import { targetQualities, type TargetQuality } from "./target_quality.ts";

/** What a report is made of. */
export interface QualitySums {
  readonly decisions: readonly DecisionCount[];
  readonly outcomes: readonly OutcomeSum[];
  readonly scores: readonly ScoreBin[];
  readonly confusions: readonly ConfusionCount[];
  readonly judged: readonly Judged[];
}

/** How much was decided without a person, and how right it was. */
export interface QualityReport {
  /** Decisions of the pipeline. */
  readonly processed: number;
  readonly settled: number;
  /** The part that was settled; null where nothing was processed. */
  readonly coverage: number | null;
  /** Of what was settled, by the audits; null where nothing was audited. */
  readonly precision: Estimate | null;
  readonly steps: readonly StepQuality[];
  readonly calibration: readonly Calibration[];
  readonly categories: readonly CategoryQuality[];
  readonly targets: readonly TargetQuality[];
  /** Of the records that waited for a person and got a category, for how many it was among the candidates. */
  readonly candidates: { readonly reviewed: number; readonly hits: number };
}

export function qualityReport(
  { decisions, outcomes, scores, confusions, judged }: QualitySums,
): QualityReport {
  const steps = stepQualities(decisions, outcomes);
  const processed = decisions.reduce((sum, { count }) => sum + count, 0);
  const settled = steps.reduce((sum, step) => sum + step.settled, 0);
  const reviewed = outcomes.filter((sum) => !sum.settled);
  return {
    processed,
    settled,
    coverage: processed === 0 ? null : settled / processed,
    precision: estimate(added(settledOutcomes(outcomes))),
    steps,
    calibration: calibrations(scores),
    categories: categoryQualities(confusions),
    targets: targetQualities(judged),
    candidates: {
      reviewed: reviewed.reduce((sum, one) => sum + one.sorted, 0),
      hits: reviewed.reduce((sum, one) => sum + one.amongCandidates, 0),
    },
  };
}
