import type { RuleId } from "../../kernel/ids.ts";
import type { CompanyRecord } from "../../records/record.ts";
import { fieldsOf } from "../evaluate_rules.ts";
import type { ConditionExplanation } from "./explain_condition.ts";
import {
  explainRule,
  explainRules,
  type RuleExplanation,
} from "./explain_rule.ts";
import type { PlannedField } from "../history/plan.ts";
import type { RuleSubject } from "../matcher/record_view.ts";
import type { Rule, RuleSet } from "../rule.ts";
import { type Setter, whoSets } from "./who_sets.ts";

/** A field that a rule which matched would set, and who has it: this rule, an earlier one, or a person. */
export type FieldClaim = {
  readonly field: PlannedField;
  readonly set_by: RuleId | "person";
};

/** What became of one rule of a set, and what other rules had to do with it. */
export type RuleInSetExplanation = RuleExplanation & {
  /** The whole condition; null unless the rule matched or was asked for by itself. */
  readonly condition: ConditionExplanation | null;
  /** Of a rule that was not reached: the one that ended the trying. */
  readonly won_by: RuleId | null;
  /** Empty unless it matched. */
  readonly fields: readonly FieldClaim[];
};

/** Goes through a set as `applyRules` does, and tells why the rules that won did. `inFull`: the rule asked for by itself. */
export function explainSet(
  set: RuleSet,
  record: RuleSubject & Pick<CompanyRecord, "settledByPerson">,
  inFull: RuleId | null = null,
): readonly RuleInSetExplanation[] {
  const told = explainRules(set, record);
  const hits = set.rules.filter((_, i) => told[i]?.outcome === "matched");
  const setters = whoSets(hits, record.settledByPerson);
  const last = hits.at(-1);
  return told.map((one, i): RuleInSetExplanation => {
    const rule = set.rules[i]!;
    const matched = one.outcome === "matched";
    return {
      ...one,
      condition: matched
        ? one.because?.condition ?? null
        : rule.id === inFull
        ? explainRule(rule, record).condition
        : null,
      won_by: one.outcome === "not_reached" ? last?.id ?? null : null,
      fields: matched ? claims(rule, setters) : [],
    };
  });
}

function claims(
  rule: Rule,
  setters: ReadonlyMap<PlannedField, Setter>,
): readonly FieldClaim[] {
  return fieldsOf(rule.then).map(([field]) => {
    const setter = setters.get(field) ?? rule;
    return { field, set_by: setter === "person" ? setter : setter.id };
  });
}
