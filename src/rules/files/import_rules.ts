import type { Fact } from "../../events/fact.ts";
import type { RuleId } from "../../kernel/ids.ts";
import { canonicalJson, type Json } from "../../kernel/json.ts";
import { movedRules } from "../order/moved_rules.ts";
import { ruleJson } from "../new_rule.ts";
import type { ResolvedRule } from "./resolve_document.ts";
import type { Rule, RuleSet } from "../rule.ts";

/** One member of a rule before and after. */
export type RuleMemberChange = {
  readonly field: string;
  readonly before: Json;
  readonly after: Json;
};

/** How two sets of rules differ. Positions are from 0. */
export type RuleSetDiff = {
  readonly created: readonly {
    readonly rule: Rule;
    readonly position: number;
  }[];
  readonly changed: readonly {
    readonly before: Rule;
    readonly after: Rule;
    readonly changes: readonly RuleMemberChange[];
  }[];
  readonly removed: readonly Rule[];
  /** The fewest that make the new order. */
  readonly moved: readonly {
    readonly id: RuleId;
    readonly from: number;
    readonly to: number;
  }[];
  /** Neither changed nor moved. */
  readonly unchanged: number;
};

/** The set that a document makes of another; the very same set where nothing differs. `newIds` has one for each rule. */
export function importRules(
  before: RuleSet,
  rules: readonly ResolvedRule[],
  newIds: readonly RuleId[],
): { readonly set: RuleSet; readonly diff: RuleSetDiff } {
  const after = rules.map(({ known, definition }, index): Rule => {
    if (known === null) {
      const id = newIds[index]!;
      return { ...definition, id, version: 1, origin: { kind: "import" } };
    }
    const next = { ...known, ...definition };
    return isSame(known, next) ? known : { ...next, version: next.version + 1 };
  });
  const diff = diffOf(before.rules, after);
  const { created, changed, removed, moved } = diff;
  const differs = [created, changed, removed, moved]
    .some((list) => list.length > 0);
  const version = before.version + 1;
  return { set: differs ? { version, rules: after } : before, diff };
}

/** What the log tells of an import. */
export function importFacts(
  before: RuleSet,
  after: RuleSet,
  { created, changed, removed, moved }: RuleSetDiff,
): readonly Fact[] {
  const ruleset_version = after.version;
  return [
    ...removed.map((rule): Fact => ({
      type: "RULE_REMOVED",
      payload: { rule_id: rule.id, ruleset_version, before: ruleJson(rule) },
    })),
    ...changed.map(({ before, after }): Fact => ({
      type: "RULE_UPDATED",
      payload: {
        rule_id: after.id,
        ruleset_version,
        before: ruleJson(before),
        after: ruleJson(after),
      },
    })),
    ...created.map(({ rule }): Fact => ({
      type: "RULE_CREATED",
      payload: { rule_id: rule.id, ruleset_version, after: ruleJson(rule) },
    })),
    ...moved.length === 0 ? [] : [{
      type: "RULES_REORDERED" as const,
      payload: {
        ruleset_version,
        before: before.rules.map(({ id }) => id),
        after: after.rules.map(({ id }) => id),
      },
    }],
  ];
}

function diffOf(
  before: readonly Rule[],
  after: readonly Rule[],
): RuleSetDiff {
  const from = new Map(before.map(({ id }, index) => [id, index]));
  const to = new Map(after.map(({ id }, index) => [id, index]));
  const moved = movedRules([...from.keys()], [...to.keys()]);
  const changed = after.flatMap((rule) => {
    const was = before[from.get(rule.id) ?? -1];
    return was === undefined || was === rule
      ? []
      : [{ before: was, after: rule, changes: changesOf(was, rule) }];
  });
  const touched = new Set([...moved, ...changed.map(({ after }) => after.id)]);
  return {
    created: after.flatMap((rule, position) =>
      from.has(rule.id) ? [] : [{ rule, position }]
    ),
    changed,
    removed: before.filter(({ id }) => !to.has(id)),
    moved: moved.map((id) => ({ id, from: from.get(id)!, to: to.get(id)! })),
    unchanged: before
      .filter(({ id }) => to.has(id) && !touched.has(id)).length,
  };
}

function changesOf(before: Rule, after: Rule): readonly RuleMemberChange[] {
  const [was, is] = [ruleJson(before), ruleJson(after)];
  return Object.keys(is)
    .filter((field) => canonicalJson(was[field]!) !== canonicalJson(is[field]!))
    .map((field) => ({ field, before: was[field]!, after: is[field]! }));
}

function isSame(one: Rule, other: Rule): boolean {
  return canonicalJson(ruleJson(one)) === canonicalJson(ruleJson(other));
}
