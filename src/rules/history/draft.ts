import type { Fact } from "../../events/fact.ts";
import type { Failure, Flaw } from "../../kernel/failure.ts";
import type { CategoryId, RuleId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { newRule, ruleJson, setsOpenCategory } from "../new_rule.ts";
import { type RuleDefinition, ruleFailures, type RuleSet } from "../rule.ts";
import { changeRule, removeRule, reorderRules } from "../rule_changes.ts";

/** One change of a set of rules. Several are made in order, each on what the ones before it left. */
export type RuleChange =
  | {
    readonly op: "create";
    /** The id that the rule gets. */
    readonly rule_id: RuleId;
    readonly rule: RuleDefinition;
    /** 0 is first; null is last. */
    readonly position: number | null;
  }
  | {
    readonly op: "change";
    readonly rule_id: RuleId;
    readonly change: Partial<RuleDefinition>;
  }
  | { readonly op: "remove"; readonly rule_id: RuleId }
  | { readonly op: "reorder"; readonly rule_ids: readonly RuleId[] };

/** A set of rules after changes, as its next version, and the facts of them. */
export interface Draft {
  readonly set: RuleSet;
  readonly facts: readonly Fact[];
}

export type DraftRefused = Failure<
  | "rule.unknown"
  | "rule.unknown_category"
  | "rule.too_many"
  | "rule.order_incomplete"
>;

/** Makes all changes or none; a refusal says at which of them. */
export function draftOf(
  base: RuleSet,
  changes: readonly RuleChange[],
  open: ReadonlySet<CategoryId>,
): Result<Draft, DraftRefused> {
  const version = base.version + 1;
  const facts: Fact[] = [];
  let rules = base.rules;
  for (const [index, change] of changes.entries()) {
    // Each starts from the version before, so that all together are one step.
    const made = changed({ version: base.version, rules }, change, open);
    if (!made.ok) return fail(placed(made.failure, change, index));
    rules = made.value.set.rules;
    facts.push(...made.value.facts);
  }
  return ok({ set: { version, rules }, facts });
}

function changed(
  set: RuleSet,
  change: RuleChange,
  open: ReadonlySet<CategoryId>,
): Result<Draft, DraftRefused> {
  const ruleset_version = set.version + 1;
  if (change.op === "create") {
    const { rule_id: id, rule: definition, position } = change;
    const made = newRule(set, { id, definition, position }, open);
    return made.ok ? ok({ ...made.value, facts: [made.value.fact] }) : made;
  }
  if (change.op === "reorder") {
    const made = reorderRules(set, change.rule_ids);
    if (!made.ok) return made;
    const payload = {
      ruleset_version,
      before: set.rules.map(({ id }) => id),
      after: [...change.rule_ids],
    };
    return ok({
      set: made.value,
      facts: [{ type: "RULES_REORDERED", payload }],
    });
  }
  const { rule_id } = change;
  const rule = set.rules.find(({ id }) => id === rule_id);
  if (!rule) return fail(ruleFailures.unknown({ rule_id }));
  if (change.op === "remove") {
    const made = removeRule(set, rule_id);
    if (!made.ok) return fail(ruleFailures.unknown({ rule_id }));
    const payload = { rule_id, ruleset_version, before: ruleJson(rule) };
    return ok({ set: made.value, facts: [{ type: "RULE_REMOVED", payload }] });
  }
  const made = changeRule(set, rule_id, change.change);
  if (!made.ok) return fail(ruleFailures.unknown({ rule_id }));
  const next = made.value.rules.find(({ id }) => id === rule_id) ?? rule;
  // What stays as it was stays allowed: a rule whose category was archived since can be switched off.
  if (change.change.then !== undefined) {
    const fits = setsOpenCategory(next, open);
    if (!fits.ok) return fits;
  }
  const payload = {
    rule_id,
    ruleset_version,
    before: ruleJson(rule),
    after: ruleJson(next),
  };
  return ok({ set: made.value, facts: [{ type: "RULE_UPDATED", payload }] });
}

function placed(
  failure: DraftRefused,
  { op }: RuleChange,
  index: number,
): DraftRefused {
  // The member of the change that holds what is refused.
  const part = { create: "/rule", change: "/change", remove: "", reorder: "" };
  const flaws: readonly Flaw[] = failure.flaws.length > 0
    ? failure.flaws.map(({ pointer, detail }) => ({
      pointer: `/changes/${index}${part[op]}${pointer}`,
      detail,
    }))
    : [{ pointer: `/changes/${index}`, detail: failure.title.toLowerCase() }];
  return { ...failure, flaws };
}
