import type { Deps } from "../../../ports/deps.ts";
import type { CategoryId } from "../../kernel/ids.ts";
import { applyRules } from "../../rules/apply_rules.ts";
import { compileRules } from "../../rules/matcher/compile_rules.ts";
import { withRuleFields } from "../rule_fields.ts";
import type { FieldsSet } from "../trace.ts";
import type { Case, Frame } from "./run_pipeline.ts";

/** Evaluates the rule set on each record. A category that was archived since is not set. */
export function tryRules(
  deps: Pick<Deps, "clock">,
  cases: readonly Case[],
  { ruleSet, open }: Pick<Frame, "ruleSet" | "open">,
): readonly Case[] {
  const at = deps.clock.now();
  const compiled = compileRules(ruleSet);
  return cases.map(({ record, steps }) => {
    const { sets: wanted, matched, ...outcome } = applyRules(compiled, record);
    const sets = withoutClosed(wanted, open);
    const decided = sets.category_id !== undefined || sets.review === true;
    const set = withRuleFields(record, sets);
    return {
      record: set.record,
      steps: [...steps, {
        kind: "rules_tried",
        at,
        ruleset_version: ruleSet.version,
        ...outcome,
        matched: decided ? matched : null,
        sets,
        replaced: set.replaced,
      }],
    };
  });
}

function withoutClosed(
  sets: FieldsSet,
  open: ReadonlySet<CategoryId>,
): FieldsSet {
  const { category_id, ...others } = sets;
  return category_id === undefined || open.has(category_id) ? sets : others;
}
