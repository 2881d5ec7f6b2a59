import type { MachineSource } from "../proposal_outcome.ts";
import { added, type Estimate, estimate } from "./estimate.ts";
import type { DecisionCount, OutcomeSum } from "./figures.ts";

/** What one step of the pipeline settled, and how right it was. */
export interface StepQuality {
  readonly source: MachineSource;
  readonly settled: number;
  /** The part of all decisions that this step settled and none before it; null where there were none. */
  readonly adds: number | null;
  /** By the audits of what it settled; null where nothing was audited. */
  readonly precision: Estimate | null;
  readonly audited: number;
  readonly wrong: number;
  /** Wrong ones that people came across besides. */
  readonly foundWrong: number;
  /** What the model was paid, whether it settled the record or not; null for steps that pay nobody. */
  readonly cost: { readonly tokens: number; readonly micros: number } | null;
}

/** In the order of the pipeline, where a step sees only what those before it did not settle. */
const STEPS: readonly MachineSource[] = ["rule", "similarity", "model"];

export function stepQualities(
  decisions: readonly DecisionCount[],
  outcomes: readonly OutcomeSum[],
): readonly StepQuality[] {
  const processed = decisions.reduce((sum, { count }) => sum + count, 0);
  return STEPS.map((source) => {
    const settled = decisions
      .filter((one) => one.source === source)
      .reduce((sum, { count }) => sum + count, 0);
    const own = settledOutcomes(outcomes)
      .filter((sum) => sum.source === source);
    return {
      source,
      settled,
      adds: processed === 0 ? null : settled / processed,
      precision: estimate(added(own)),
      audited: own.reduce((sum, { n }) => sum + n, 0),
      wrong: own.reduce((sum, one) => sum + one.wrong, 0),
      foundWrong: own.reduce((sum, one) => sum + one.foundWrong, 0),
      cost: source === "model" ? costOf(decisions) : null,
    };
  });
}

function costOf(decisions: readonly DecisionCount[]) {
  return {
    tokens: decisions.reduce((sum, one) => sum + one.tokens, 0),
    micros: decisions.reduce((sum, one) => sum + one.costMicros, 0),
  };
}

/** The sums of what had been settled without a person. */
export function settledOutcomes(
  outcomes: readonly OutcomeSum[],
): readonly OutcomeSum[] {
  return outcomes.filter(({ settled }) => settled);
}
