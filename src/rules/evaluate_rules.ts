import type { CategoryId } from "../kernel/ids.ts";
import type { FieldsSet } from "../processing/trace.ts";
import type { CompanyRecord } from "../records/record.ts";
import type { CompiledRules, Tried } from "./matcher/compile_rules.ts";
import type { PlannedField } from "./history/plan.ts";
import { type RuleSubject, viewRecord } from "./matcher/record_view.ts";
import type { Rule } from "./rule.ts";

/** What a rule sets one field to. */
export interface Win {
  readonly value: string | true;
  readonly rule: Rule;
}

/** What came of trying rules on a record: each field with the rule that sets it. */
export interface Evaluation extends Tried {
  readonly wins: ReadonlyMap<PlannedField, Win>;
}

const NONE: Evaluation["wins"] = new Map();

/**
 * Tries rules in order until one matches that does not say `continue`. Each field is set by the first
 * rule that sets it, never where a person settled it; conditions see the record as it came.
 * A category that is not one of `open` is not set; all are, where `open` is left out.
 */
export function evaluateRules(
  compiled: CompiledRules,
  record: RuleSubject & Pick<CompanyRecord, "settledByPerson">,
  open?: ReadonlySet<CategoryId>,
): Evaluation {
  const tried = compiled.tryOn(viewRecord(record));
  if (tried.hits.length === 0) return { ...tried, wins: NONE };
  const settled = new Set<string>(record.settledByPerson);
  const wins = new Map<PlannedField, Win>();
  for (const rule of tried.hits) {
    for (const [field, value] of fieldsOf(rule.then)) {
      if (!wins.has(field) && !settled.has(field)) {
        wins.set(field, { value, rule });
      }
    }
  }
  const category = wins.get("category_id")?.value;
  if (open && category !== undefined && !open.has(category as CategoryId)) {
    wins.delete("category_id");
  }
  return { ...tried, wins };
}

/** The fields that `then` sets, in the order in which plans list them. */
export function fieldsOf(
  { category_id, counterparty, review, attributes = {} }: FieldsSet,
): readonly (readonly [PlannedField, string | true])[] {
  const fields: [PlannedField, string | true][] = [];
  if (category_id !== undefined) fields.push(["category_id", category_id]);
  if (counterparty !== undefined) fields.push(["counterparty", counterparty]);
  if (review) fields.push(["review", true]);
  for (const [name, value] of Object.entries(attributes)) {
    fields.push([`attributes.${name}`, value]);
  }
  return fields;
}

/** The other way about: fields as a rule writes them. */
export function fieldsSetOf(
  fields: Iterable<readonly [PlannedField, string | true]>,
): FieldsSet {
  const sets: Record<string, string | true> = {};
  const attributes: [string, string][] = [];
  for (const [field, value] of fields) {
    if (!field.startsWith("attributes.")) sets[field] = value;
    else attributes.push([field.slice("attributes.".length), String(value)]);
  }
  // Any name is allowed, also `__proto__`, which an assignment would lose.
  return {
    ...sets,
    ...attributes.length > 0 && { attributes: Object.fromEntries(attributes) },
  };
}
