import type { Category } from "../../categories/category.ts";
import type { CategoryId } from "../../kernel/ids.ts";
import type { Json, JsonObject } from "../../kernel/json.ts";
import type { FieldsSet } from "../../processing/trace.ts";
import type { Rule, RuleDefinition, RuleSet } from "../rule.ts";

/** The form of documents that is written and read. */
export const DOCUMENT_VERSION = 1;

/** What a rule of a document sets: the category by its name or by its id. */
export type DocumentFields = FieldsSet & { readonly category?: string };

/** A rule of a document. The id is of a rule in force, or of none. */
export type DocumentRule =
  & Omit<RuleDefinition, "then">
  & { readonly id?: string; readonly then: DocumentFields };

/** A whole set of rules as a file that people keep and compare. */
export type RuleDocument = {
  readonly version: typeof DOCUMENT_VERSION;
  readonly rules: readonly DocumentRule[];
};

/** The set as a document: equal sets give equal text, whatever order their members were stored in. */
export function documentOf(
  set: RuleSet,
  categories: readonly Category[],
): RuleDocument {
  const names = new Map(
    categories.filter(({ archivedAt }) => archivedAt === null)
      .map(({ id, name }) => [id, name]),
  );
  const rules = set.rules.map((rule) => documentRule(rule, names));
  return { version: DOCUMENT_VERSION, rules };
}

function documentRule(
  rule: Rule,
  names: ReadonlyMap<CategoryId, string>,
): DocumentRule {
  const { id, name, enabled, when, then } = rule;
  const { category_id, counterparty, attributes, review } = then;
  const category = category_id && names.get(category_id);
  return {
    id,
    name,
    enabled,
    when: inOrder(when as unknown as Json) as unknown as Rule["when"],
    then: {
      ...category !== undefined
        ? { category }
        : category_id !== undefined && { category_id },
      ...counterparty !== undefined && { counterparty },
      ...attributes !== undefined && {
        attributes: inOrder(attributes) as FieldsSet["attributes"] & object,
      },
      ...review !== undefined && { review },
    },
    continue: rule.continue,
  };
}

/** The members of conditions as people write them; others, such as attributes, follow by name. */
const MEMBERS = ["field", "op", "value", "minor", "currency", "from", "to"];

function inOrder(value: Json): Json {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  const rank = (name: string) => {
    const known = MEMBERS.indexOf(name);
    return known < 0 ? MEMBERS.length : known;
  };
  const object = value as JsonObject;
  const names = Object.keys(object)
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return Object.fromEntries(
    names.map((name) => [name, inOrder(object[name]!)]),
  );
}
