import type {
  Condition,
  Leaf,
  MoneyValue,
  Range,
} from "../../../../../src/rules/conditions/condition.ts";
import {
  formatMoney,
  type Minor,
  minorDigits,
} from "../../../../../src/kernel/money.ts";
import { emptyRow, type Row, ROWS_MAX } from "./row.ts";
import { LIST_OPS } from "./row_kinds.ts";
import { yamlText } from "../../parts/yaml_text.ts";

/** A condition as the editor shows it: how its rows belong together, and the rows. */
export interface ConditionRows {
  readonly join: "all" | "any";
  readonly rows: readonly Row[];
}

/** Every condition has rows: what none can show stands in one as text, so that nothing of it is lost. */
export function rowsOfCondition(when: Condition): ConditionRows {
  const [join, parts] = "all" in when
    ? ["all", when.all] as const
    : "any" in when
    ? ["any", when.any] as const
    : ["all", [when]] as const;
  return parts.length <= ROWS_MAX
    ? { join, rows: parts.map((part, i) => rowOf(part, String(i + 1))) }
    : { join: "all", rows: [asText(when, "1")] };
}

function rowOf(condition: Condition, key: string): Row {
  const [not, inner] = "not" in condition
    ? [true, condition.not]
    : [false, condition];
  const shown = "field" in inner ? leafRow(inner, key) : null;
  return shown ? { ...shown, not } : asText(condition, key);
}

function asText(condition: Condition, key: string): Row {
  return { ...emptyRow(key, "other"), value: yamlText(condition) };
}

/** The row of one comparison; null where no row can show it. */
function leafRow(leaf: Leaf, key: string): Row | null {
  const { field, op } = leaf;
  const value: unknown = "value" in leaf ? leaf.value : null;
  switch (field) {
    case "description":
    case "counterparty":
    case "currency":
      return textRow({ ...emptyRow(key, field), op }, value);
    case "connection":
      return op === "equals" || op === "is_empty"
        ? { ...emptyRow(key, "connection"), op, value: String(value ?? "") }
        : null;
    case "direction": {
      const row = emptyRow(key, "direction");
      return { ...row, op: op === "is_empty" ? op : String(value) };
    }
    case "amount":
    case "magnitude":
      return moneyRow({ ...emptyRow(key, field), op }, value);
    case "date":
      return dateRow(key, op, value);
    default: {
      const name = field.slice("attributes.".length);
      return attributeRow({ ...emptyRow(key, "attribute"), name, op }, value);
    }
  }
}

function textRow(row: Row, value: unknown): Row | null {
  if (value === null) return row;
  if (!LIST_OPS.has(row.op)) return { ...row, value: String(value) };
  const texts = value as readonly string[];
  return texts.some((text) => text.includes("\n") || text.trim() === "")
    ? null
    : { ...row, value: texts.join("\n") };
}

function attributeRow(row: Row, value: unknown): Row | null {
  if (typeof value === "boolean") return { ...row, op: String(value) };
  if (typeof value === "number") {
    const op = row.op === "equals" ? "number" : row.op;
    return { ...row, op, value: String(value) };
  }
  if (row.op !== "between") return textRow(row, value);
  const { from, to } = value as Range<number>;
  return { ...row, value: String(from), to: String(to) };
}

function moneyRow(row: Row, value: unknown): Row {
  if (value === null) return row;
  if (row.op !== "between") {
    const money = value as MoneyValue;
    return { ...row, value: decimalText(money), currency: money.currency };
  }
  const { from, to } = value as Range<MoneyValue>;
  return {
    ...row,
    value: decimalText(from),
    to: decimalText(to),
    currency: from.currency,
  };
}

function decimalText({ minor, currency }: MoneyValue): string {
  if (minorDigits(currency) === undefined) return String(minor);
  const text = formatMoney({
    minor: BigInt(minor).toString() as Minor,
    currency,
  });
  return text.slice(0, text.lastIndexOf(" "));
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function dateRow(key: string, op: string, value: unknown): Row | null {
  if (op === "weekday_in") {
    return { ...emptyRow(key, "weekday"), op, days: daysOf(value).map(String) };
  }
  if (op === "day_of_month_in") {
    const days = daysOf(value).join(", ");
    return { ...emptyRow(key, "day_of_month"), op, value: days };
  }
  const row = { ...emptyRow(key, "date"), op };
  if (value === null) return row;
  const { from, to } = typeof value === "string"
    ? { from: value, to: "" }
    : value as Range<string>;
  // A browser's field for dates has no time of the day.
  return [from, to].every((end) => end === "" || DAY.test(end))
    ? { ...row, value: from, to }
    : null;
}

function daysOf(value: unknown): readonly number[] {
  return value as readonly number[];
}
