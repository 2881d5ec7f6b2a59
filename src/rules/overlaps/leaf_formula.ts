import { readInstant } from "../../kernel/instant.ts";
import { CURRENCIES, readMinor } from "../../kernel/money.ts";
import { fold } from "../../records/text.ts";
import { compileLeaf } from "../matcher/compile_leaf.ts";
import type {
  AttributeLeaf,
  Comparison,
  DateLeaf,
  Leaf,
  MoneyLeaf,
  MoneyValue,
} from "../conditions/condition.ts";
import { viewRecord } from "../matcher/record_view.ts";
import {
  ALWAYS,
  type Atom,
  type Formula,
  literal,
  negated,
  NEVER,
  type TextOp,
} from "./formula.ts";
import {
  both,
  DOUBLES,
  EVERYTHING,
  type Line,
  MILLISECONDS,
  type Span,
  WHOLE,
} from "./spans.ts";
import { fewest } from "./text_relations.ts";

/** The text operators that compare, as atoms know them. */
const TEXT_OPS: { readonly [op: string]: TextOp } = {
  equals: "is",
  in: "is",
  contains: "contains",
  contains_any: "contains",
  starts_with: "starts",
  ends_with: "ends",
};

/** What a leaf asks for, folded, in one form for all ways of saying it. */
export function leafFormula(leaf: Leaf): Formula {
  if (leaf.op === "is_empty") return negated(filled(leaf.field));
  const { field } = leaf;
  if (field === "date") return dateFormula(leaf);
  if (field === "amount" || field === "magnitude") {
    return moneyFormula(leaf as MoneyLeaf);
  }
  if (field === "direction") {
    const spans = leaf.value === "out"
      ? [{ from: null, to: -1n }]
      : [{ from: 0n, to: null }];
    return amount({ currencies: null, spans });
  }
  if (field === "currency") return currencyFormula(leaf);
  if (leaf.op === "matches") {
    return literal({ on: "pattern", field, source: leaf.value });
  }
  const op = TEXT_OPS[leaf.op];
  if (typeof leaf.value === "string" && op !== undefined) {
    return literal({ on: "text", field, op, values: [fold(leaf.value)] });
  }
  if (Array.isArray(leaf.value) && op !== undefined) {
    const values = fewest(op, leaf.value.map((value) => fold(`${value}`)));
    return literal({ on: "text", field, op, values });
  }
  return attributeFormula(leaf as AttributeLeaf);
}

/** That a field is there. A record always has a connection, and an amount always a currency. */
function filled(field: Leaf["field"]): Formula {
  switch (field) {
    case "connection":
      return ALWAYS;
    case "date":
      return literal(everyDate());
    case "amount":
    case "magnitude":
    case "direction":
    case "currency":
      return amount({ currencies: null, spans: EVERYTHING });
    default:
      return literal({ on: "filled", field });
  }
}

function attributeFormula(leaf: AttributeLeaf): Formula {
  const { field } = leaf;
  if (typeof leaf.value === "boolean") {
    return literal({ on: "boolean", field, value: leaf.value });
  }
  if (leaf.op === "between") {
    const { from, to } = leaf.value;
    return literal({ on: "number", field, spans: [{ from, to }] });
  }
  const spans = [spanOf(leaf.op, leaf.value as number, DOUBLES)];
  return literal({ on: "number", field, spans });
}

function moneyFormula(leaf: MoneyLeaf): Formula {
  const { currency } = leaf.op === "between" ? leaf.value.from : leaf.value;
  const span = leaf.op === "between"
    ? { from: minorOf(leaf.value.from), to: minorOf(leaf.value.to) }
    : spanOf(leaf.op, minorOf(leaf.value), WHOLE);
  const spans = leaf.field === "amount" ? [span] : signed(span);
  return amount({ currencies: [currency], spans });
}

/** The amounts whose size without its sign is in `span`. */
function signed(span: Span<bigint>): readonly Span<bigint>[] {
  const [size] = both([span], [{ from: 0n, to: null }]);
  if (size === undefined) return [];
  const { from, to } = size;
  if (from === null || from === 0n) {
    return [{ from: to === null ? to : -to, to }];
  }
  return [{ from: to === null ? to : -to, to: -from }, { from, to }];
}

function amount(parts: Omit<Atom & { readonly on: "amount" }, "on">): Formula {
  if (parts.spans.length === 0 || parts.currencies?.length === 0) return NEVER;
  return literal({ on: "amount", ...parts });
}

const inCurrency = CURRENCIES.map((currency) => ({
  currency,
  view: viewRecord({
    amount: { minor: "0", currency },
    description: "",
    counterparty: null,
    occurredAt: null,
    connectionId: "con_none",
    attributes: {},
  }),
}));

/** There are so few currencies that each can be asked. */
function currencyFormula(leaf: Leaf): Formula {
  const test = compileLeaf(leaf);
  const those = inCurrency.filter(({ view }) => test(view));
  const currencies = those.length === inCurrency.length
    ? null
    : those.map(({ currency }) => currency);
  return amount({ currencies, spans: EVERYTHING });
}

function dateFormula(leaf: DateLeaf): Formula {
  const { previous } = MILLISECONDS;
  switch (leaf.op) {
    case "before":
      return literal({
        ...everyDate(),
        spans: [{ from: null, to: previous(msOf(leaf.value)) }],
      });
    case "on_or_after":
      return literal({
        ...everyDate(),
        spans: [{ from: msOf(leaf.value), to: null }],
      });
    case "between": {
      const { from, to } = leaf.value;
      const span = { from: msOf(from), to: previous(msOf(to)) };
      return literal({ ...everyDate(), spans: [span] });
    }
    case "weekday_in":
      return literal({ ...everyDate(), weekdays: numbers(leaf.value, 7) });
    case "day_of_month_in":
      return literal({ ...everyDate(), days: numbers(leaf.value, 31) });
  }
}

function everyDate() {
  return { on: "date", spans: EVERYTHING, weekdays: null, days: null } as const;
}

function numbers(given: readonly number[], count: number) {
  const sorted = [...new Set(given)].sort((a, b) => a - b);
  return sorted.length === count ? null : sorted;
}

function spanOf<T>(op: Comparison, bound: T, line: Line<T>): Span<T> {
  switch (op) {
    case "equals":
      return { from: bound, to: bound };
    case "less_than":
      return { from: null, to: line.previous(bound) };
    case "at_most":
      return { from: null, to: bound };
    case "more_than":
      return { from: line.next(bound), to: null };
    case "at_least":
      return { from: bound, to: null };
  }
}

function minorOf({ minor }: MoneyValue): bigint {
  const read = readMinor(minor);
  if ("wrong" in read) throw new RangeError(`minor units: ${read.wrong}`);
  return BigInt(read.minor);
}

function msOf(text: string): number {
  const read = readInstant(text);
  if ("wrong" in read) throw new RangeError(`a date ${read.wrong}`);
  return Date.parse(read.instant);
}
