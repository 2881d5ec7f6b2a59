import type { Choices } from "../../parts/field.tsx";

/** What a row of the rule editor can be about: fields as people think of them, and `other` for what has no row. */
export const ROW_KINDS = [
  "description",
  "counterparty",
  "attribute",
  "amount",
  "magnitude",
  "direction",
  "date",
  "weekday",
  "day_of_month",
  "currency",
  "connection",
  "other",
] as const;
export type RowKind = typeof ROW_KINDS[number];

/** What people call them. */
export const KIND_LABELS: Readonly<Record<RowKind, string>> = {
  description: "Description",
  counterparty: "Counterparty",
  attribute: "Attribute",
  amount: "Amount (with its sign)",
  magnitude: "Amount without its sign",
  direction: "Direction",
  date: "Date",
  weekday: "Day of the week",
  day_of_month: "Day of the month",
  currency: "Currency",
  connection: "Connection",
  other: "Anything else, as text",
};

const EMPTY = ["is_empty", "is empty"] as const;
const TEXT: Choices = [
  ["contains", "contains"],
  ["contains_any", "contains any line of"],
  ["equals", "is"],
  ["in", "is any line of"],
  ["starts_with", "starts with"],
  ["ends_with", "ends with"],
  ["matches", "matches the pattern"],
  EMPTY,
];
const ORDER: Choices = [
  ["less_than", "is less than"],
  ["at_most", "is at most"],
  ["more_than", "is more than"],
  ["at_least", "is at least"],
  ["between", "is between"],
];
const MONEY: Choices = [["equals", "is"], ...ORDER, EMPTY];

/** What can be asked of each: operators as a form sends them. */
export const ROW_OPS: Readonly<Record<RowKind, Choices>> = {
  description: TEXT,
  counterparty: TEXT,
  attribute: [
    ...TEXT.slice(0, -1),
    ["number", "is the number"],
    ...ORDER,
    ["true", "is yes"],
    ["false", "is no"],
    EMPTY,
  ],
  amount: MONEY,
  magnitude: MONEY,
  direction: [["out", "is money out"], ["in", "is money in"], EMPTY],
  date: [
    ["on_or_after", "is on or after"],
    ["before", "is before"],
    ["between", "is from, and before"],
    EMPTY,
  ],
  weekday: [["weekday_in", "is"]],
  day_of_month: [["day_of_month_in", "is one of"]],
  currency: TEXT,
  connection: [["equals", "is"], EMPTY],
  other: [],
};

/** Operators of text whose value is a list, a line for each. */
export const LIST_OPS: ReadonlySet<string> = new Set(["in", "contains_any"]);
