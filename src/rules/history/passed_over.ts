import { withoutRuleFields } from "../../processing/rule_fields.ts";
import type { CompanyRecord } from "../../records/record.ts";
import { evaluateRules } from "../evaluate_rules.ts";
import type { CompiledRules } from "../matcher/compile_rules.ts";
import type { Rule } from "../rule.ts";
import type { PlannedField } from "./plan.ts";
import { contentOf, isSorted } from "./plan_record.ts";
import { winsBy } from "./wins_by.ts";

/** Why a run passes over a record that its rules would change. */
export type PassedOverBecause =
  /** Changed by somebody else since its change was shown, or gone. */
  | "changed_since"
  /** Its category would be one that was archived since, or its change depended on one. */
  | "category_archived"
  /** Rules decided it and none would any more: a run takes no decision away. */
  | "undecided"
  /** A person settled what the rule would set otherwise. */
  | "settled_by_person"
  /** It waits to be processed, failed, was rejected or erased. */
  | "not_sorted";

/** Records passed over, by why. */
export type PassedOver = { readonly [B in PassedOverBecause]: number };

export const NONE_PASSED_OVER: PassedOver = {
  changed_since: 0,
  category_archived: 0,
  undecided: 0,
  settled_by_person: 0,
  not_sorted: 0,
};

/** Why `rule`, in its place in `compiled`, changes nothing of a record; null where it would change nothing anyway. */
export function whyPassedOver(
  record: CompanyRecord,
  rule: Rule,
  compiled: CompiledRules,
): "settled_by_person" | "not_sorted" | null {
  if (isSorted(record) && record.settledByPerson.length === 0) return null;
  const received = { ...withoutRuleFields(record), settledByPerson: [] };
  const evaluation = evaluateRules(compiled, received);
  const isItsOwn = winsBy(evaluation, rule.id);
  const wanted = [...evaluation.wins].filter(([field]) => isItsOwn(field));
  if (wanted.length === 0) return null;
  if (!isSorted(record)) return "not_sorted";
  const differs = wanted.some(([field, { value }]) =>
    isSettled(record, field) && valueOf(record, field) !== value
  );
  return differs ? "settled_by_person" : null;
}

/** Who settles the category settles that nobody is asked. */
function isSettled(
  { settledByPerson }: CompanyRecord,
  field: PlannedField,
): boolean {
  const settled: readonly string[] = settledByPerson;
  return settled.includes(field === "review" ? "category_id" : field);
}

function valueOf(record: CompanyRecord, field: PlannedField) {
  if (field === "category_id") return record.categoryId;
  if (field === "review") return record.outcome === "needs_review";
  return contentOf(record, field);
}
