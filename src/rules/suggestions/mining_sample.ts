import type { CategoryId } from "../../kernel/ids.ts";
import type { CompanyRecord } from "../../records/record.ts";
import {
  type AttributeField,
  VALUE_LENGTH_MAX,
} from "../conditions/condition.ts";
import { textFlaw } from "../conditions/plain_text.ts";
import {
  rawField,
  type RecordView,
  viewRecord,
} from "../matcher/record_view.ts";
import {
  type DescriptionIndex,
  descriptionIndex,
} from "./description_index.ts";

/** Records prepared for mining, each known by its number in the order given. */
export interface MiningSample {
  readonly records: readonly CompanyRecord[];
  readonly views: readonly RecordView[];
  /** What a person said of each; null where none did. */
  readonly labels: readonly (CategoryId | null)[];
  readonly descriptions: DescriptionIndex;
  readonly counterparties: ReadonlyMap<string, ValueGroup>;
  /** Of each attribute in `contextAttributes`, which value every record has. */
  readonly attributes: ReadonlyMap<
    AttributeField,
    readonly (ValueGroup | null)[]
  >;
}

/** The records that have one value in one field. */
export interface ValueGroup {
  /** The value as one of the records spells it. */
  readonly value: string | number | boolean;
  readonly members: readonly number[];
}

/** Takes records as rules see them: see `withoutRuleFields`. */
export function miningSample(
  records: readonly CompanyRecord[],
  contextAttributes: readonly string[],
): MiningSample {
  const views = records.map(viewRecord);
  const description = views.map((view) => view.text("description"));
  const counterparties = groupsOf(records, views, "counterparty");
  const attributes = contextAttributes.map((name) => {
    const field: AttributeField = `attributes.${name}`;
    const groupOf: (ValueGroup | null)[] = records.map(() => null);
    for (const group of groupsOf(records, views, field).values()) {
      for (const i of group.members) groupOf[i] = group;
    }
    return [field, groupOf] as const;
  });
  return {
    records,
    views,
    labels: records.map(labelOf),
    descriptions: descriptionIndex(
      description.map((text) => text?.folded ?? null),
    ),
    counterparties,
    attributes: new Map(attributes),
  };
}

/** The category that a person gave the record; null where none did, or where a person said that it is none to sort. */
export function labelOf(
  { settledByPerson, categoryId }: Pick<
    CompanyRecord,
    "settledByPerson" | "categoryId"
  >,
): CategoryId | null {
  return settledByPerson.includes("category_id") ? categoryId : null;
}

/** Whether a rule can ask for the value: it is there, and not longer than a rule may say. */
export function isComparable(
  value: ValueGroup["value"] | null,
): value is ValueGroup["value"] {
  return typeof value === "string"
    ? value.length <= VALUE_LENGTH_MAX && textFlaw(value) === null
    : value !== null;
}

function groupsOf(
  records: readonly CompanyRecord[],
  views: readonly RecordView[],
  field: "counterparty" | AttributeField,
): ReadonlyMap<string, ValueGroup> {
  const groups = new Map<
    string,
    { value: ValueGroup["value"]; members: number[] }
  >();
  records.forEach((record, i) => {
    const value = rawField(record, field);
    if (!isComparable(value)) return;
    const folded = views[i]!.text(field)?.folded;
    // Text "5" and the number 5 are two values.
    const key = folded === undefined
      ? `${typeof value} ${value}`
      : `text ${folded}`;
    const group = groups.get(key);
    if (!group) groups.set(key, { value, members: [i] });
    else {
      group.members.push(i);
      // One spelling of several, whatever the order of the records.
      if (value < group.value) group.value = value;
    }
  });
  return groups;
}
