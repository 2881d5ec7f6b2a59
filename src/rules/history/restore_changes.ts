import type { RuleId } from "../../kernel/ids.ts";
import { canonicalJson, type Json } from "../../kernel/json.ts";
import type { RuleChange } from "./draft.ts";
import { ruleJson } from "../new_rule.ts";
import type { Rule, RuleDefinition, RuleSet } from "../rule.ts";

/**
 * The changes that make of `now` what `then` was. A rule that was removed since comes back under a new id, which
 * `newId` gives; one that is there becomes its next version.
 */
export function restoreChanges(
  now: RuleSet,
  then: RuleSet,
  newId: () => RuleId,
): readonly RuleChange[] {
  const there = new Map(now.rules.map((rule) => [rule.id, rule]));
  const wanted = new Set(then.rules.map(({ id }) => id));
  const changes: RuleChange[] = now.rules
    .filter(({ id }) => !wanted.has(id))
    .map(({ id }) => ({ op: "remove", rule_id: id }));
  const order = then.rules.map((rule): RuleId => {
    const known = there.get(rule.id);
    const rule_id = known ? rule.id : newId();
    if (!known) {
      const definition = definitionOf(rule);
      changes.push({ op: "create", rule_id, rule: definition, position: null });
    } else if (textOf(known) !== textOf(rule)) {
      changes.push({ op: "change", rule_id, change: definitionOf(rule) });
    }
    return rule_id;
  });
  const kept = now.rules.map(({ id }) => id).filter((id) => wanted.has(id));
  const created = order.filter((id) => !there.has(id));
  const inOrder = [...kept, ...created].every((id, i) => id === order[i]);
  if (!inOrder) changes.push({ op: "reorder", rule_ids: order });
  return changes;
}

function definitionOf(rule: Rule): RuleDefinition {
  const { name, enabled, when, then } = rule;
  return { name, enabled, when, then, continue: rule.continue };
}

function textOf(rule: Rule): string {
  return canonicalJson(ruleJson(rule) as Json);
}
