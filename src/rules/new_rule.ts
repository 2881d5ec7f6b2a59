import type { Fact } from "../events/fact.ts";
import type { Failure } from "../kernel/failure.ts";
import type { CategoryId, RuleId } from "../kernel/ids.ts";
import type { JsonObject } from "../kernel/json.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import {
  type Rule,
  type RuleDefinition,
  ruleFailures,
  type RuleOrigin,
  type RuleSet,
} from "./rule.ts";
import { addRule } from "./rule_changes.ts";

export type RuleRefused = Failure<
  "rule.unknown_category" | "rule.too_many"
>;

/** A rule set with the new rule in it, and the fact of it. */
export interface NewRule {
  readonly rule: Rule;
  readonly set: RuleSet;
  readonly fact: Fact;
}

/** Adds a rule at `position` (0 is first; null is last). It may set open categories only. */
export function newRule(
  before: RuleSet,
  { id, definition, position, origin }: {
    readonly id: RuleId;
    readonly definition: RuleDefinition;
    readonly position: number | null;
    readonly origin?: RuleOrigin;
  },
  open: ReadonlySet<CategoryId>,
): Result<NewRule, RuleRefused> {
  const from = origin ? { origin } : {};
  const rule: Rule = { ...definition, id, version: 1, ...from };
  const fits = setsOpenCategory(rule, open);
  if (!fits.ok) return fits;
  const added = addRule(before, rule, position);
  if (!added.ok) return added;
  const set = added.value;
  return ok({
    rule,
    set,
    fact: {
      type: "RULE_CREATED",
      payload: {
        rule_id: id,
        ruleset_version: set.version,
        after: { ...ruleJson(rule), ...from },
      },
    },
  });
}

/** Whether the category that a rule sets, if any, is one that records may get. */
export function setsOpenCategory(
  rule: Rule,
  open: ReadonlySet<CategoryId>,
): Result<Rule, Failure<"rule.unknown_category">> {
  const { category_id } = rule.then;
  return category_id === undefined || open.has(category_id)
    ? ok(rule)
    : fail(ruleFailures.unknown_category({}, [{
      pointer: "/then/category_id",
      detail: "is not an open category of yours",
    }]));
}

/** The rule's definition as events and the API show it. */
export function ruleJson(rule: Rule): JsonObject {
  const { name, enabled, when, then } = rule;
  return { name, enabled, when, then, continue: rule.continue } as JsonObject;
}
