import type { Money } from "../kernel/money.ts";
import type { ColumnRole } from "./column_roles.ts";
import type { CsvRow } from "./csv_header.ts";
import type { CsvPlan } from "./csv_plan.ts";
import { exactMoney } from "./exact_money.ts";
import {
  fitAttributes,
  fitCounterparty,
  fitDescription,
  wrongText,
} from "./fit_text.ts";
import type { FoundRow } from "./found_row.ts";
import { readDate } from "./read_date.ts";
import { readDecimal } from "./read_decimal.ts";

type Wrong = { readonly wrong: string };

/** Words that say that money went out. */
const OUT = /^(?:d|dr|db|debit|debet|s|soll|af|out|dare|-)$/i;
const IN = /^(?:c|cr|credit|h|haben|bij|in|avere|\+)$/i;

/** What a row says, read as the plan has it. */
export function csvEntry({ line, cells }: CsvRow, plan: CsvPlan): FoundRow {
  const bad = (field: string | null, detail: string): FoundRow => ({
    kind: "bad",
    line,
    field,
    detail,
  });
  const width = plan.names.length;
  if (cells.length < width || cells.slice(width).some((cell) => cell !== "")) {
    return bad(
      null,
      `has ${cells.length} cells where the table has ${width} columns`,
    );
  }
  for (let i = 0; i < width; i++) {
    const wrong = wrongText(cells[i]!);
    if (wrong !== null) return bad(plan.names[i]!, wrong);
  }
  const cell = (role: ColumnRole) => {
    const at = plan.roles.get(role);
    return at === undefined ? "" : cells[at]!.trim();
  };
  const name = (role: ColumnRole) =>
    plan.names[plan.roles.get(role) ?? -1] ?? role;
  const date = readDate(cell("date"), plan.dateOrder);
  if (date === null) return bad(name("date"), `is no date (${plan.dateOrder})`);
  const currency = cell("currency").toUpperCase() || plan.currency;
  if (currency === null) return bad(name("currency"), "is empty");
  const amount = amountOf(plan, cell, currency);
  if ("wrong" in amount) return bad(name(amount.role), amount.wrong);
  const counterparty = fitCounterparty(cell("counterparty"));
  const description = fitDescription(
    ...plan.description.map((at) => cells[at]),
  );
  const bankId = cell("bank_id");
  return {
    kind: "entry",
    line,
    entry: {
      account: cell("account"),
      bankId: bankId || null,
      day: date.day,
      occurredAt: date.instant,
      description: description || counterparty || "(no text)",
      counterparty,
      amount: amount.money,
      attributes: fitAttributes(
        Object.fromEntries(
          plan.attributes.map(([name, at]) => [name, cells[at]]),
        ),
      ),
      raw: rawOf(plan.names, cells),
    },
  };
}

function rawOf(names: readonly string[], cells: readonly string[]) {
  const raw: Record<string, string> = {};
  for (let i = 0; i < names.length; i++) {
    if (cells[i] !== "") raw[names[i]!] = cells[i]!;
  }
  return raw;
}

function amountOf(
  plan: CsvPlan,
  cell: (role: ColumnRole) => string,
  currency: string,
): { readonly money: Money } | Wrong & { readonly role: ColumnRole } {
  const debit = emptyAsNone(cell("debit"));
  const credit = emptyAsNone(cell("credit"));
  const role = plan.roles.has("amount")
    ? "amount"
    : debit !== null
    ? "debit"
    : "credit";
  if (role !== "amount" && debit !== null && credit !== null) {
    return { role, wrong: "has a debit and a credit" };
  }
  const text = cell(role);
  const read = text === "" ? null : readDecimal(text, plan.decimal);
  if (read === null) {
    return {
      role,
      wrong: text === ""
        ? "is empty"
        : `is no number with "${plan.decimal}" before its decimals`,
    };
  }
  // Banks write what went out with a minus or without, in a column of its own.
  let negative = role === "debit" || read.negative;
  const direction = cell("direction");
  if (role === "amount" && direction !== "") {
    if (!OUT.test(direction) && !IN.test(direction)) {
      return { role: "direction", wrong: "says neither debit nor credit" };
    }
    negative = OUT.test(direction);
  }
  if (plan.spendingIsPositive) negative = !negative;
  const exact = exactMoney({ ...read, negative }, currency);
  return "wrong" in exact ? { role, ...exact } : exact;
}

/** Nothing moved where a column of two holds nothing or zero. */
function emptyAsNone(text: string): string | null {
  return /^[0.,\s-]*$/.test(text) ? null : text;
}
