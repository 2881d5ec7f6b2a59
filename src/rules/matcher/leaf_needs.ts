import { match, P } from "ts-pattern";
import { type Instant, readInstant } from "../../kernel/instant.ts";
import { type Minor, readMinor } from "../../kernel/money.ts";
import { fold } from "../../records/text.ts";
import type { AnyTextLeaf } from "./compile_text.ts";
import type {
  AttributeLeaf,
  DateLeaf,
  Leaf,
  MoneyLeaf,
  MoneyValue,
} from "../conditions/condition.ts";
import type { Needs, TextNeed } from "./needs.ts";
import { patternNeeds } from "./pattern_needs.ts";

/** What must be true of a record that meets this leaf. */
export function leafNeeds(leaf: Leaf): Needs {
  if (leaf.op === "is_empty") return { kind: "empty", field: leaf.field };
  if (leaf.field === "date") return dateNeeds(leaf);
  if (leaf.field === "amount" || leaf.field === "magnitude") {
    return moneyNeeds(leaf as MoneyLeaf);
  }
  if (leaf.field === "direction") {
    return { kind: "direction", value: leaf.value as "in" | "out" };
  }
  return typeof leaf.value === "string" || Array.isArray(leaf.value)
    ? textNeeds(leaf as AnyTextLeaf)
    : attributeNeeds(leaf as AttributeLeaf);
}

function textNeeds(leaf: AnyTextLeaf): Needs {
  const { field } = leaf;
  if (leaf.op === "matches") return patternNeeds(leaf.value, field);
  const values = typeof leaf.value === "string" ? [leaf.value] : leaf.value;
  const how: TextNeed["how"] = leaf.op === "in"
    ? "equals"
    : leaf.op === "contains_any"
    ? "contains"
    : leaf.op;
  return { kind: "text", field, how, oneOf: values.map(fold) };
}

function moneyNeeds(leaf: MoneyLeaf): Needs {
  const { field, op, value } = leaf;
  if (op === "between") {
    const [least, most] = [minorOf(value.from), minorOf(value.to)];
    return { kind: "money", field, currency: value.from.currency, least, most };
  }
  const beyond = op === "more_than" ? 1n : op === "less_than" ? -1n : 0n;
  const bound = minorOf(value, beyond);
  const isUpper = op === "less_than" || op === "at_most";
  const isLower = op === "more_than" || op === "at_least";
  return {
    kind: "money",
    field,
    currency: value.currency,
    least: isUpper ? null : bound,
    most: isLower ? null : bound,
  };
}

/** Minor units are whole, so beyond a bound is one further; but not further than 64 bits, which no amount is. */
function minorOf({ minor }: MoneyValue, plus = 0n): Minor {
  const read = readMinor(minor);
  if ("wrong" in read) {
    throw new RangeError(`a stored rule's minor units: ${read.wrong}`);
  }
  if (plus === 0n) return read.minor;
  const further = readMinor(`${BigInt(read.minor) + plus}`);
  return "wrong" in further ? read.minor : further.minor;
}

function dateNeeds(leaf: DateLeaf): Needs {
  return match(leaf)
    .returnType<Needs>()
    .with({ op: "before" }, ({ value }) => ({
      kind: "date",
      from: null,
      before: instantOf(value),
    }))
    .with({ op: "on_or_after" }, ({ value }) => ({
      kind: "date",
      from: instantOf(value),
      before: null,
    }))
    .with({ op: "between" }, ({ value }) => ({
      kind: "date",
      from: instantOf(value.from),
      before: instantOf(value.to),
    }))
    // A few days of each week or month are too many to look for.
    .with({ op: P.union("weekday_in", "day_of_month_in") }, () => ({
      kind: "anything",
    }))
    .exhaustive();
}

function instantOf(text: string): Instant {
  const read = readInstant(text);
  if ("wrong" in read) {
    throw new RangeError(`a stored rule's date ${read.wrong}`);
  }
  return read.instant;
}

function attributeNeeds(leaf: AttributeLeaf): Needs {
  const { field, value } = leaf;
  if (typeof value === "boolean") return { kind: "flag", field, value };
  if (typeof value === "object") {
    return { kind: "number", field, least: value.from, most: value.to };
  }
  const bound = value as number;
  const isUpper = leaf.op === "less_than" || leaf.op === "at_most";
  const isLower = leaf.op === "more_than" || leaf.op === "at_least";
  return {
    kind: "number",
    field,
    least: isUpper ? null : bound,
    most: isLower ? null : bound,
  };
}
