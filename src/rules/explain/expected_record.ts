import type { CategoryId } from "../../kernel/ids.ts";
import type { Json } from "../../kernel/json.ts";
import { withoutRuleFields } from "../../processing/rule_fields.ts";
import type { Attributes, CompanyRecord } from "../../records/record.ts";
import {
  type FieldChange,
  inFieldOrder,
  type PlannedField,
} from "../history/plan.ts";
import type { Rule } from "../rule.ts";
import { type Setter, whoSets } from "./who_sets.ts";

/** What rules would make of a record, and how that differs from what it is. */
export type ExpectedRecord = {
  /** With `review` it is what the person is shown first. */
  readonly category_id: CategoryId | null;
  readonly counterparty: string | null;
  readonly attributes: Attributes;
  /** Whether a rule asks for a person. */
  readonly review: boolean;
  /** Category, counterparty, review, then attributes by name. */
  readonly changes: readonly FieldChange[];
};

type Fields = Omit<ExpectedRecord, "changes">;

/** What `hits`, the rules that matched in order, would make of `record` as it is stored. A closed category is not set. */
export function expectedRecord(
  record: CompanyRecord,
  hits: readonly Rule[],
  open: ReadonlySet<CategoryId>,
): ExpectedRecord {
  const setters = whoSets(hits, record.settledByPerson);
  const before = asItIs(record);
  const after = asRulesSay(record, before, setters, open);
  return { ...after, changes: changesBetween(before, after, setters) };
}

function asItIs(record: CompanyRecord): Fields {
  const { counterparty, attributes, trace } = record;
  const asked = trace?.conclusion.kind === "needs_review" &&
      trace.conclusion.because === "rule_asks"
    ? trace.conclusion
    : null;
  const category_id = record.categoryId ?? asked?.suggestion ?? null;
  return { category_id, counterparty, attributes, review: asked !== null };
}

function asRulesSay(
  record: CompanyRecord,
  before: Fields,
  setters: ReadonlyMap<PlannedField, Setter>,
  open: ReadonlySet<CategoryId>,
): Fields {
  const received = withoutRuleFields(record);
  const then = (field: PlannedField) => {
    const setter = setters.get(field);
    return setter === undefined || setter === "person" ? null : setter.then;
  };
  const attributes = new Map(Object.entries(received.attributes));
  for (const field of setters.keys()) {
    if (!field.startsWith("attributes.")) continue;
    const name = field.slice("attributes.".length);
    const value = then(field)?.attributes?.[name];
    if (value !== undefined) attributes.set(name, value);
  }
  const category = then("category_id")?.category_id;
  const isByRule = record.source === "rule" || before.review;
  return {
    category_id: category !== undefined && open.has(category)
      ? category
      : isByRule
      ? null
      : before.category_id,
    counterparty: then("counterparty")?.counterparty ?? received.counterparty,
    attributes: Object.fromEntries(attributes),
    // What a person decided is not put before a person again.
    review: setters.has("review") &&
      !record.settledByPerson.includes("category_id"),
  };
}

function changesBetween(
  before: Fields,
  after: Fields,
  setters: ReadonlyMap<PlannedField, Setter>,
): readonly FieldChange[] {
  const [had, has] = [byField(before), byField(after)];
  const fields = [...new Set([...had.keys(), ...has.keys()])];
  return fields.toSorted(inFieldOrder).flatMap((field) => {
    const [was, is] = [had.get(field) ?? null, has.get(field) ?? null];
    if (was === is) return [];
    const setter = setters.get(field);
    // A field that went back to what it was has no rule behind it any more, nor has a closed category.
    const rule = setter === undefined || setter === "person" || is === null
      ? null
      : setter;
    return [{
      field,
      before: was,
      after: is,
      rule_id: rule?.id ?? null,
      rule_version: rule?.version ?? null,
    }];
  });
}

function byField(fields: Fields): ReadonlyMap<PlannedField, Json> {
  const { category_id, counterparty, review, attributes } = fields;
  return new Map<PlannedField, Json>([
    ["category_id", category_id],
    ["counterparty", counterparty],
    ["review", review],
    ...Object.entries(attributes).map(([name, value]) =>
      [`attributes.${name}`, value] as const
    ),
  ]);
}
