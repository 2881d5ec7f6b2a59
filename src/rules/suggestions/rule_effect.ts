import { compileCondition } from "../matcher/compile_condition.ts";
import { compileRules } from "../matcher/compile_rules.ts";
import type { RuleDefinition, RuleSet } from "../rule.ts";
import {
  lastRuleEffect,
  openToLastRule,
  type RuleEffect,
} from "./last_rule_effect.ts";
import type { MiningSample } from "./mining_sample.ts";

/** What `rule` would have done to a sample, put last in `set`. One that is off, or settles no category, decides nothing. */
export function ruleEffect(
  sample: MiningSample,
  { rule, set, examplesMax }: {
    readonly rule: RuleDefinition;
    readonly set: RuleSet;
    readonly examplesMax: number;
  },
): RuleEffect {
  const { category_id: categoryId, review } = rule.then;
  if (!rule.enabled || categoryId === undefined || review) return NOTHING;
  const meets = compileCondition(rule.when);
  return lastRuleEffect(sample, {
    members: sample.views.flatMap((view, i) => meets(view) ? [i] : []),
    categoryId,
    open: openToLastRule(sample, compileRules(set)),
    examplesMax,
  });
}

const NOTHING: RuleEffect = {
  decides: 0,
  changes: 0,
  agreement: { right: 0, wrong: 0 },
  reviewsSaved: 0,
  examples: [],
};
