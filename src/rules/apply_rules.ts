import type { Step } from "../processing/trace.ts";
import type { CompanyRecord } from "../records/record.ts";
import type { CompiledRules } from "./matcher/compile_rules.ts";
import {
  evaluateRules,
  type Evaluation,
  fieldsSetOf,
} from "./evaluate_rules.ts";
import type { RuleSubject } from "./matcher/record_view.ts";

/** What came of trying rules on a record, as the `rules_tried` step tells it. */
export type RulesOutcome = Pick<
  Extract<Step, { readonly kind: "rules_tried" }>,
  "considered" | "matched" | "hits" | "sets"
>;

/** Tries rules on a record; see `evaluateRules`. */
export function applyRules(
  compiled: CompiledRules,
  record: RuleSubject & Pick<CompanyRecord, "settledByPerson">,
): RulesOutcome {
  return outcomeOf(evaluateRules(compiled, record));
}

/** An evaluation in the trace's words. `matched` is the rule that asked for review, else the rule that set the category. */
export function outcomeOf(
  { considered, hits, wins }: Evaluation,
): RulesOutcome {
  const decisive = wins.get("review") ?? wins.get("category_id");
  return {
    considered,
    matched: decisive?.rule.id ?? null,
    hits: hits.map(({ id, version }) => ({ rule_id: id, version })),
    sets: fieldsSetOf(
      [...wins].map(([field, { value }]) => [field, value] as const),
    ),
  };
}
