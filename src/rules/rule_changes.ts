import type { Failure } from "../kernel/failure.ts";
import type { RuleId } from "../kernel/ids.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { orderFlaws } from "./order/order_flaws.ts";
import {
  type Rule,
  type RuleDefinition,
  ruleFailures,
  RULES_MAX,
  type RuleSet,
} from "./rule.ts";

/** Puts a new rule at `position` (0 is first; null, or beyond the end, is last). */
export function addRule(
  set: RuleSet,
  rule: Rule,
  position: number | null,
): Result<RuleSet, Failure<"rule.too_many">> {
  if (set.rules.length >= RULES_MAX) {
    return fail(ruleFailures.too_many({ limit: RULES_MAX }));
  }
  const at = position ?? set.rules.length;
  return ok(next(set, set.rules.toSpliced(at, 0, rule)));
}

/** Changes parts of a rule, which becomes its next version at the same place. */
export function changeRule(
  set: RuleSet,
  id: RuleId,
  change: Partial<RuleDefinition>,
): Result<RuleSet, Failure<"rule.missing">> {
  const index = set.rules.findIndex((rule) => rule.id === id);
  const rule = set.rules[index];
  if (!rule) return fail(ruleFailures.missing({ rule_id: id }));
  const changed = { ...rule, ...change, version: rule.version + 1 };
  return ok(next(set, set.rules.with(index, changed)));
}

export function removeRule(
  set: RuleSet,
  id: RuleId,
): Result<RuleSet, Failure<"rule.missing">> {
  const rules = set.rules.filter((rule) => rule.id !== id);
  return rules.length < set.rules.length
    ? ok(next(set, rules))
    : fail(ruleFailures.missing({ rule_id: id }));
}

/** Puts the rules in the order of `ids`, which names every rule just once. A move keeps a rule's version. */
export function reorderRules(
  set: RuleSet,
  ids: readonly RuleId[],
): Result<RuleSet, Failure<"rule.order_incomplete">> {
  const byId = new Map(set.rules.map((rule) => [rule.id, rule]));
  const rules = [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
  return ids.length === set.rules.length && rules.length === set.rules.length
    ? ok(next(set, rules))
    : fail(ruleFailures.order_incomplete(
      { rules: set.rules.length },
      orderFlaws(set, ids),
    ));
}

function next(set: RuleSet, rules: readonly Rule[]): RuleSet {
  return { version: set.version + 1, rules };
}
