import { readDecimal } from "../../../../../src/kernel/decimal.ts";
import type { Flaw } from "../../../../../src/kernel/failure.ts";
import { minorDigits, writeMinor } from "../../../../../src/kernel/money.ts";
import type { Row } from "./row.ts";
import { LIST_OPS, ROW_OPS } from "./row_kinds.ts";
import { readYamlText } from "../../parts/yaml_text.ts";

/** A row's condition, not yet checked, or what of the row cannot be one: flaws at the names of its fields. */
export type RowRead =
  | { readonly condition: unknown }
  | { readonly flaws: readonly Flaw[] };

/** What a row says, as JSON that `conditionSchema` then holds against the rules of conditions. */
export function conditionOfRow(row: Row): RowRead {
  if (row.kind === "other") {
    if (row.value === "") return wrong("value", row, "is empty");
    const read = readYamlText(row.value);
    return "wrong" in read
      ? wrong("value", row, read.wrong)
      : { condition: read.value };
  }
  if (!ROW_OPS[row.kind].some(([op]) => op === row.op)) {
    return wrong("op", row, "is not one that this field has");
  }
  const leaf = leafOf(row);
  return "flaws" in leaf || !row.not
    ? leaf
    : { condition: { not: leaf.condition } };
}

function leafOf(row: Row): RowRead {
  const { kind, op, value, to } = row;
  const asked = (field: string, value: unknown, as = op) => ({
    condition: { field, op: as, value },
  });
  if (op === "is_empty") {
    return { condition: { field: fieldOf(row), op } };
  }
  switch (kind) {
    case "direction":
      return asked("direction", op, "equals");
    case "amount":
    case "magnitude":
      return moneyLeaf(row);
    case "date":
      return asked("date", op === "between" ? { from: value, to } : value);
    case "weekday":
      return asked("date", row.days.map(Number));
    case "day_of_month":
      return asked(
        "date",
        value.split(/[\s,;]+/).filter(Boolean).map(Number),
      );
    case "attribute":
      return attributeLeaf(row);
    default:
      return asked(fieldOf(row), textsOf(row));
  }
}

function attributeLeaf(row: Row): RowRead {
  const { op, value, to } = row;
  const field = fieldOf(row);
  if (row.name === "") return wrong("name", row, "is missing");
  if (op === "true" || op === "false") {
    return { condition: { field, op: "equals", value: op === "true" } };
  }
  const isText = op === "equals" || LIST_OPS.has(op) ||
    ["contains", "starts_with", "ends_with", "matches"].includes(op);
  if (isText) return { condition: { field, op, value: textsOf(row) } };
  const [from, until] = [numberIn(value), numberIn(to)];
  if (from === null) return wrong("value", row, "is not a number");
  if (op !== "between") {
    const as = op === "number" ? "equals" : op;
    return { condition: { field, op: as, value: from } };
  }
  return until === null
    ? wrong("to", row, "is not a number")
    : { condition: { field, op, value: { from, to: until } } };
}

/** A currency of four decimal digits: none has more. */
const MOST_DIGITS = "UYW";

function moneyLeaf(row: Row): RowRead {
  const currency = row.currency.trim().toUpperCase();
  const ends = row.op === "between"
    ? [["value", row.value], ["to", row.to]] as const
    : [["value", row.value]] as const;
  const isKnown = minorDigits(currency) !== undefined;
  const read = ends.map(([name, text]) => ({
    name,
    // Where the currency is wrong, what is no number is told all the same.
    money: readDecimal(text, isKnown ? currency : MOST_DIGITS),
  }));
  const flaws = [
    ...read.flatMap(({ name, money }) =>
      "minor" in money ? [] : [flaw(name, row, money.wrong)]
    ),
    ...isKnown
      ? []
      : [flaw("currency", row, "is not a currency code such as GBP")],
  ];
  if (flaws.length > 0) return { flaws };
  const [from, to] = read.flatMap(({ money }) =>
    "minor" in money ? [{ minor: writeMinor(money.minor), currency }] : []
  );
  return {
    condition: {
      field: row.kind,
      op: row.op,
      value: row.op === "between" ? { from, to } : from,
    },
  };
}

function fieldOf({ kind, name }: Row): string {
  if (kind === "attribute") return `attributes.${name}`;
  return kind === "weekday" || kind === "day_of_month" ? "date" : kind;
}

function textsOf({ op, value }: Row): string | readonly string[] {
  return LIST_OPS.has(op)
    ? value.split("\n").map((line) => line.trim()).filter(Boolean)
    : value;
}

/** What would be another number than the one that was written is none. */
function numberIn(text: string): number | null {
  const given = text.trim();
  if (!/^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(given)) return null;
  const number = Number(given);
  const isExact = given.replace(/\D/g, "").length <= 15 ||
    String(number) === given;
  return Number.isFinite(number) && isExact ? number : null;
}

function wrong(name: string, row: Row, detail: string): RowRead {
  return { flaws: [flaw(name, row, detail)] };
}

function flaw(name: string, { key }: Row, detail: string): Flaw {
  return { pointer: `/${name}-${key}`, detail };
}
