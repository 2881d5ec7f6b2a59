/** `attributes.<name>`: an attribute by its exact name. */
export type AttributeField = `attributes.${string}`;

export const TEXT_FIELDS = [
  "description",
  "counterparty",
  "currency",
  "connection",
] as const;
export type TextField = typeof TEXT_FIELDS[number];

/** `amount` is signed, `magnitude` the amount without its sign. */
export const MONEY_FIELDS = ["amount", "magnitude"] as const;
export type MoneyField = typeof MONEY_FIELDS[number];

/** What a leaf can look at. `direction` follows the amount's sign, `date` is when the record occurred, in UTC. */
export type Field =
  | TextField
  | MoneyField
  | AttributeField
  | "direction"
  | "date";

/** `in`: an amount of 0 or more; `out`: less than 0. */
export type Direction = "in" | "out";

/** Minor units as a whole number or as text, and an ISO 4217 code. */
export type MoneyValue = {
  readonly minor: number | string;
  readonly currency: string;
};

/** For money and numbers both ends belong to it; for dates `from` does and `to` does not. */
export type Range<T> = { readonly from: T; readonly to: T };

export type Comparison =
  | "equals"
  | "less_than"
  | "at_most"
  | "more_than"
  | "at_least";

/** Text compares folded on both sides (see `records/text.ts`); `matches` takes an RE2 pattern. */
export type TextLeaf =
  | Is<TextField, "equals", string>
  | Is<
    TextField | AttributeField,
    "contains" | "starts_with" | "ends_with" | "matches",
    string
  >
  | Is<TextField | AttributeField, "in" | "contains_any", readonly string[]>;

/** A record in another currency does not match. */
export type MoneyLeaf =
  | Is<MoneyField, Comparison, MoneyValue>
  | Is<MoneyField, "between", Range<MoneyValue>>;

/** RFC 3339 dates or date-times; weekdays are 1 (Monday) to 7. */
export type DateLeaf =
  | Is<"date", "before" | "on_or_after", string>
  | Is<"date", "between", Range<string>>
  | Is<"date", "weekday_in" | "day_of_month_in", readonly number[]>;

/** An attribute of another type than the value's does not match. */
export type AttributeLeaf =
  | Is<AttributeField, "equals", string | number | boolean>
  | Is<AttributeField, Exclude<Comparison, "equals">, number>
  | Is<AttributeField, "between", Range<number>>;

export type EmptyLeaf = { readonly field: Field; readonly op: "is_empty" };

/** One field held against one value. False for every absent field, but for `is_empty`. */
export type Leaf =
  | TextLeaf
  | MoneyLeaf
  | DateLeaf
  | AttributeLeaf
  | EmptyLeaf
  | Is<"direction", "equals", Direction>;

/** What a record must be like: plain boolean logic over leaves. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | Leaf;

type Is<F extends Field, Op extends string, Value> = {
  readonly field: F;
  readonly op: Op;
  readonly value: Value;
};

export const CONDITION_DEPTH_MAX = 16;
export const LEAVES_MAX = 200;
export const ATTRIBUTE_NAME_LENGTH_MAX = 200;
/** UTF-16 units of one text to compare with. */
export const VALUE_LENGTH_MAX = 500;
/** Values of one list. */
export const VALUES_MAX = 1_000;
/** UTF-16 units of one pattern. */
export const PATTERN_LENGTH_MAX = 1_000;
/** Instructions that the patterns of one condition compile to, together: what matching a character costs at worst. */
export const PATTERN_STEPS_MAX = 5_000;
