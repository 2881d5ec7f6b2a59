import type {
  Condition,
  Leaf,
  MoneyValue,
} from "../../../../src/rules/conditions/condition.ts";
import type { Minor } from "../../../../src/kernel/money.ts";
import type { FieldsSet } from "../../../../src/processing/trace.ts";
import { moneyText } from "./figures.tsx";

const OP_WORDS: Readonly<Record<string, string>> = {
  equals: "is",
  contains: "contains",
  contains_any: "contains any of",
  starts_with: "starts with",
  ends_with: "ends with",
  matches: "matches",
  in: "is one of",
  less_than: "is less than",
  at_most: "is at most",
  more_than: "is more than",
  at_least: "is at least",
  between: "is between",
  before: "is before",
  on_or_after: "is on or after",
  weekday_in: "is on weekday",
  day_of_month_in: "is on day of the month",
  is_empty: "is empty",
};

/** A rule's condition in words: lists within lists, as it is built. */
export function ConditionWords(
  { condition }: { readonly condition: Condition },
) {
  if ("all" in condition) return <Parts how="All of" parts={condition.all} />;
  if ("any" in condition) return <Parts how="Any of" parts={condition.any} />;
  if ("not" in condition) {
    return <Parts how="None of" parts={[condition.not]} />;
  }
  return <>{leafText(condition)}</>;
}

function Parts(
  { how, parts }: {
    readonly how: string;
    readonly parts: readonly Condition[];
  },
) {
  const [only] = parts;
  if (how !== "None of" && parts.length === 1 && only) {
    return <ConditionWords condition={only} />;
  }
  return (
    <>
      {how}
      <ul>
        {parts.map((part) => (
          <li>
            <ConditionWords condition={part} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** One comparison in words: `description contains “timber”`. */
export function leafText(leaf: Leaf): string {
  return comparisonText(
    leaf.field,
    leaf.op,
    "value" in leaf ? leaf.value : undefined,
  );
}

/** The same of its parts; without a value where the operator takes none. */
export function comparisonText(
  field: string,
  op: string,
  value: unknown,
): string {
  const words = `${fieldText(field)} ${OP_WORDS[op] ?? op}`;
  return value === undefined ? words : `${words} ${valueText(value)}`;
}

/** A field as people call it. */
export function fieldText(field: string): string {
  if (field.startsWith("attributes.")) return field.slice("attributes.".length);
  return field === "category_id" ? "category" : field;
}

/** A value of a condition, or of what a record holds. */
export function valueText(value: unknown): string {
  if (Array.isArray(value)) return value.map(valueText).join(", ");
  if (typeof value === "string") return `“${value}”`;
  if (value === null) return "empty";
  if (typeof value === "object") {
    if ("from" in value && "to" in value) {
      return `${valueText(value.from)} and ${valueText(value.to)}`;
    }
    if ("minor" in value && "currency" in value) {
      const { minor, currency } = value as MoneyValue;
      return moneyText({ minor: String(minor) as Minor, currency });
    }
    return JSON.stringify(value);
  }
  return String(value);
}

/** What a rule sets, in words; `names` are those of categories, by id. */
export function setsText(
  { category_id, counterparty, attributes = {}, review }: FieldsSet,
  names: ReadonlyMap<string, string>,
): string {
  return [
    ...category_id
      ? [`category becomes ${names.get(category_id) ?? category_id}`]
      : [],
    ...counterparty !== undefined
      ? [`counterparty becomes “${counterparty}”`]
      : [],
    ...Object.entries(attributes).map(([name, to]) =>
      `${name} becomes “${to}”`
    ),
    ...review ? ["a person is asked"] : [],
  ].join(", ");
}
