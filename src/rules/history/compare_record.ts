import type { CategoryId } from "../../kernel/ids.ts";
import { withoutRuleFields } from "../../processing/rule_fields.ts";
import type { CompanyRecord } from "../../records/record.ts";
import type { CompiledRules } from "../matcher/compile_rules.ts";
import { evaluateRules, type Evaluation } from "../evaluate_rules.ts";
import type { RulePlan } from "./plan.ts";
import { planRecord } from "./plan_record.ts";
import type { Rule } from "../rule.ts";

/** What rules alone say of a record: the category, and the rule that decides; null where none does. */
export type Verdict = {
  readonly categoryId: CategoryId | null;
  readonly rule: Rule | null;
};

/** One record under the rules in force and under a draft of them. */
export interface Comparison {
  readonly record: CompanyRecord;
  /** What would change because of the draft; null where nothing would. */
  readonly plan: RulePlan | null;
  readonly before: Verdict;
  readonly after: Verdict;
}

/** Both sets as compiled, and the categories that records may get. */
export interface Compared {
  readonly base: CompiledRules;
  readonly draft: CompiledRules;
  readonly open: ReadonlySet<CategoryId>;
}

/**
 * Compares what both sets make of a stored record as it was received. The verdicts are those of rules alone, also where
 * a person settled the category: so they can be held against what the person said. The plan leaves that as it is.
 */
export function compareRecord(
  record: CompanyRecord,
  { base, draft, open }: Compared,
): Comparison {
  const received = withoutRuleFields(record);
  const free = received.settledByPerson.includes("category_id")
    ? {
      ...received,
      settledByPerson: received.settledByPerson
        .filter((field) => field !== "category_id"),
    }
    : received;
  const before = evaluateRules(base, free, open);
  const after = evaluateRules(draft, free, open);
  return {
    record,
    plan: planRecord(
      record,
      withoutSettled(record, after),
      (field) => before.wins.get(field)?.value !== after.wins.get(field)?.value,
    ),
    before: verdictOf(before),
    after: verdictOf(after),
  };
}

function withoutSettled(
  { settledByPerson }: CompanyRecord,
  evaluation: Evaluation,
): Evaluation {
  if (!settledByPerson.includes("category_id")) return evaluation;
  const wins = new Map(evaluation.wins);
  wins.delete("category_id");
  return { ...evaluation, wins };
}

function verdictOf({ wins }: Evaluation): Verdict {
  const decisive = wins.get("review") ?? wins.get("category_id");
  const category = wins.has("review")
    ? undefined
    : wins.get("category_id")?.value;
  return {
    categoryId: (category ?? null) as CategoryId | null,
    rule: decisive?.rule ?? null,
  };
}
