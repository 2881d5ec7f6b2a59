import type { RuleId } from "../../kernel/ids.ts";
import {
  type ConditionExplanation,
  explainCondition,
} from "./explain_condition.ts";
import {
  type RecordView,
  type RuleSubject,
  viewRecord,
} from "../matcher/record_view.ts";
import type { Rule, RuleSet } from "../rule.ts";

/** A condition of a rule, and where in the rule it stands (RFC 6901). */
export type PlacedCondition = {
  readonly pointer: string;
  readonly condition: ConditionExplanation;
};

/** One rule tried on one record. */
export type RuleTrial = {
  readonly matched: boolean;
  /** Every condition with its result and what it saw. */
  readonly condition: ConditionExplanation;
  /** Null when the rule matched. */
  readonly first_failing: PlacedCondition | null;
};

/** What became of one rule of a set on one record, and why. */
export type RuleExplanation = {
  readonly rule_id: RuleId;
  readonly version: number;
  readonly name: string;
  readonly outcome: "matched" | "failed" | "skipped_disabled" | "not_reached";
  /** What decided: the whole condition of a rule that matched, the first failing one of a rule that failed. */
  readonly because: PlacedCondition | null;
};

/** Tries one rule, enabled or not. */
export function explainRule(
  rule: Pick<Rule, "when">,
  record: RuleSubject,
): RuleTrial {
  return trial(rule, record, viewRecord(record));
}

/** Goes through a set as `applyRules` does. */
export function explainRules(
  set: RuleSet,
  record: RuleSubject,
): readonly RuleExplanation[] {
  const view = viewRecord(record);
  let ended = false;
  return set.rules.map((rule) => {
    const { id, version, name } = rule;
    const head = { rule_id: id, version, name };
    if (!rule.enabled) {
      return { ...head, outcome: "skipped_disabled", because: null };
    }
    if (ended) return { ...head, outcome: "not_reached", because: null };
    const { matched, condition, first_failing } = trial(rule, record, view);
    if (!matched) return { ...head, outcome: "failed", because: first_failing };
    ended = !rule.continue;
    const because = { pointer: "/when", condition };
    return { ...head, outcome: "matched", because };
  });
}

function trial(
  rule: Pick<Rule, "when">,
  record: RuleSubject,
  view: RecordView,
): RuleTrial {
  const condition = explainCondition(rule.when, record, view);
  const matched = condition.result;
  return {
    matched,
    condition,
    first_failing: matched
      ? null
      : firstFailing({ pointer: "/when", condition }),
  };
}

/** Follows `all` down to the first member that fails. Of an `any` or a `not`, no single member is to blame. */
function firstFailing(placed: PlacedCondition): PlacedCondition {
  const { pointer, condition } = placed;
  if (condition.kind !== "all") return placed;
  const index = condition.conditions.findIndex((part) => !part.result);
  const member = condition.conditions[index];
  return member === undefined ? placed : firstFailing({
    pointer: `${pointer}/all/${index}`,
    condition: member,
  });
}
