import type { CategoryId, RecordId } from "../../../../src/kernel/ids.ts";
import type { CompanyRecord } from "../../../../src/records/record.ts";
import type { Rule } from "../../../../src/rules/rule.ts";
import type { Suggestions } from "../../../../src/rules/suggestions/suggestion.ts";
import {
  type SuggestionInput,
  suggestRules,
} from "../../../../src/rules/suggestions/suggest_rules.ts";
import { recordWith } from "../arbitraries.ts";

export const FUEL: CategoryId = "cat_fuel";
export const FOOD: CategoryId = "cat_food";
export const RENT: CategoryId = "cat_rent";
export const CATEGORIES = new Map([
  [FUEL, "Fuel"],
  [FOOD, "Food"],
  [RENT, "Rent"],
]);

/** `count` records alike that a person was asked about; with a category, one that the person gave. */
export function alike(
  count: number,
  categoryId: CategoryId | null,
  parts: Partial<CompanyRecord>,
): readonly Partial<CompanyRecord>[] {
  const settled: Partial<CompanyRecord> = categoryId === null
    ? { outcome: "needs_review" }
    : { outcome: "needs_review", categoryId, settledByPerson: ["category_id"] };
  return Array.from({ length: count }, () => ({ ...settled, ...parts }));
}

/** Records that nobody labelled and that nothing else is like, so that no condition is too broad. */
export const STRANGERS = Array.from({ length: 400 }, (_, i) => ({
  description: `stranger${i}`,
}));

/** The records with ids in their order: rec_0001 and on. */
export function numbered(
  ...groups: readonly (readonly Partial<CompanyRecord>[])[]
): readonly CompanyRecord[] {
  return groups.flat().map((parts, i) =>
    recordWith({ id: idOf(i + 1), ...parts })
  );
}

export function idOf(number: number): RecordId {
  return `rec_${String(number).padStart(4, "0")}`;
}

export function suggest(
  records: readonly CompanyRecord[],
  given: Partial<SuggestionInput> & { readonly inForce?: readonly Rule[] } = {},
): Suggestions {
  return suggestRules({
    records,
    rules: { version: 1, rules: given.inForce ?? [] },
    contextAttributes: ["unit"],
    categories: CATEGORIES,
    dismissed: new Set(),
    precisionMin: 0.9,
    ...given,
  });
}

/** The conditions offered, in their order. */
export function conditionsIn({ suggestions }: Suggestions) {
  return suggestions.map(({ rule }) => rule.when);
}
