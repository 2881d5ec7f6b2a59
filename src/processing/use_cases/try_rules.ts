import type { Deps } from "../../../ports/deps.ts";
import { applyRules } from "../../rules/apply_rules.ts";
import { compileRules } from "../../rules/compile_rules.ts";
import { withFields } from "../conclude.ts";
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
    const { sets: wanted, ...outcome } = applyRules(compiled, record);
    const { category_id, ...others } = wanted;
    const sets = category_id !== undefined && open.has(category_id)
      ? wanted
      : others;
    return {
      record: withFields(record, sets),
      steps: [...steps, {
        kind: "rules_tried",
        at,
        ruleset_version: ruleSet.version,
        ...outcome,
        sets,
      }],
    };
  });
}
