import type { SuggestionId } from "../../kernel/ids.ts";
import { riskOfEach } from "./false_discoveries.ts";
import { mineConditions } from "./mine_conditions.ts";
import type { MinedCondition } from "./mined_condition.ts";
import { suggestionId } from "./mined_rule.ts";
import type { MiningSample } from "./mining_sample.ts";
import { chanceOfSoMany, precisionBound } from "./precision_bound.ts";

/** The share of what is offered that may fall short of the precision it must have. */
const RISK = 0.05;
/** The share of the sample beyond which a condition says too little of what it matches. */
const BREADTH_MAX = 0.2;
/** Categories among what people labelled beyond which it does. */
const CATEGORIES_MAX = 5;

/** A condition that is precise enough to suggest. */
export interface GoodCondition extends MinedCondition {
  readonly id: SuggestionId;
  /** What its precision is at least, however many were looked at. */
  readonly precisionAtLeast: number;
}

/** The conditions whose precision is `precisionMin` at least, the plainest first, and how many were looked at. */
export function goodConditions(
  sample: MiningSample,
  precisionMin: number,
): { readonly good: readonly GoodCondition[]; readonly lookedAt: number } {
  const isNarrow = ({ members, tally }: MinedCondition) =>
    members.length <= sample.records.length * BREADTH_MAX &&
    tally.categories <= CATEGORIES_MAX;
  const { good, lookedAt } = mineConditions(sample, {
    // So many right ones of as many are the fewest that show it.
    supportMin: Math.ceil(Math.log(RISK) / Math.log(precisionMin)),
    isGood: (condition) =>
      isNarrow(condition) &&
      condition.tally.right / condition.tally.tried > precisionMin &&
      chanceOfSoMany(condition.tally, precisionMin) <= RISK,
  });
  const risk = riskOfEach(good.map(({ tally }) => tally), {
    lookedAt,
    precisionMin,
    risk: RISK,
  });
  const bounded = good.map((condition) => ({
    ...condition,
    id: suggestionId(condition.leaves, condition.tally.categoryId),
    precisionAtLeast: precisionBound(condition.tally, risk),
  }));
  return {
    good: bounded.filter((one) => one.precisionAtLeast >= precisionMin)
      .sort(plainestFirst),
    lookedAt,
  };
}

/** Fewer leaves, then a counterparty before words, then the surer one; the id makes the order one. */
function plainestFirst(a: GoodCondition, b: GoodCondition): number {
  return a.leaves.length - b.leaves.length ||
    rank(a) - rank(b) ||
    b.precisionAtLeast - a.precisionAtLeast ||
    (a.id < b.id ? -1 : 1);
}

function rank({ leaves: [first] }: MinedCondition): number {
  return first?.field === "counterparty" ? 0 : 1;
}
