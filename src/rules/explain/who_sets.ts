import type { CompanyRecord } from "../../records/record.ts";
import { fieldsOf } from "../evaluate_rules.ts";
import type { PlannedField } from "../history/plan.ts";
import type { Rule } from "../rule.ts";

/** Who has a field: the first rule that matched and sets it, or the person who settled it. */
export type Setter = Rule | "person";

/** Of every field that rules which matched (`hits`, in order) would set: who has it. */
export function whoSets(
  hits: readonly Rule[],
  settled: CompanyRecord["settledByPerson"],
): ReadonlyMap<PlannedField, Setter> {
  const setters = new Map<PlannedField, Setter>();
  for (const rule of hits) {
    for (const [field] of fieldsOf(rule.then)) {
      if (setters.has(field)) continue;
      const isSettled = field !== "review" && settled.includes(field);
      setters.set(field, isSettled ? "person" : rule);
    }
  }
  return setters;
}
