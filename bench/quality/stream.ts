import type { Table } from "../../src/main/demo/csv_table.ts";
import { readAmount, readDay } from "../../src/main/demo/csv_cells.ts";
import { type Field, guessColumn } from "../../src/main/demo/csv_columns.ts";
import type { Money } from "../../src/kernel/money.ts";
import { tidy } from "../../src/records/text.ts";

/** One record of a stream, and the label that a person gave it. */
export interface Labelled {
  /** A day; null where the file has no dates. */
  readonly date: string | null;
  readonly description: string;
  readonly counterparty: string | null;
  readonly unit: string | null;
  readonly amount: Money | null;
  readonly label: string;
}

/** Columns by name; those left out are guessed by the names that they usually go by. */
export interface ColumnNames {
  /** One or more, joined in this order. */
  readonly text?: readonly string[];
  readonly counterparty?: string;
  readonly unit?: string;
  readonly amount?: string;
  readonly label?: string;
  readonly date?: string;
}

/** A file's records in the order in which they came, and what was odd about it. */
export interface Stream {
  readonly rows: readonly Labelled[];
  /** For people, one line each. */
  readonly notes: readonly string[];
}

/**
 * Reads a stream out of a table: by date where there are dates (rows of one day as the file has them), else as the file
 * has them. Rows without a text or a label are left out. Throws where a column is missing, with the names that are there.
 */
export function readStream(
  { header, lines }: Table,
  given: ColumnNames,
): Stream {
  const columns = findColumns(header, given);
  const rows: Labelled[] = [];
  const labels = new Map<string, string>();
  const unread = { line: 0, date: 0, amount: 0 };
  for (const { cells } of lines) {
    const cell = (at: number | null) =>
      at === null ? "" : tidy(cells[at] ?? "");
    const counterparty = cell(columns.counterparty) || null;
    const description = columns.text.map(cell).filter((part) =>
      part !== ""
    ).join(" ") ||
      counterparty;
    const named = cell(columns.label);
    if (cells.length !== header.length || !description || !named) {
      unread.line++;
      continue;
    }
    // Categories are the same whatever their case.
    const label = labels.get(named.toLowerCase()) ?? named;
    labels.set(named.toLowerCase(), label);
    const day = readDay(cell(columns.date));
    if (columns.date !== null && "wrong" in day) unread.date++;
    const money = readAmount(cell(columns.amount), CURRENCY);
    if (columns.amount !== null && "wrong" in money) unread.amount++;
    rows.push({
      // It came after the row before, and before the one after.
      date: "wrong" in day ? rows.at(-1)?.date ?? null : day.date,
      description,
      counterparty,
      unit: cell(columns.unit) || null,
      amount: "wrong" in money ? null : money.amount,
      label,
    });
  }
  return {
    rows: columns.date === null ? rows : rows.toSorted(byDate),
    notes: [
      ...unread.line > 0
        ? [`${unread.line} rows without a text or a label left out`]
        : [],
      ...unread.amount > 0
        ? [`${unread.amount} amounts could not be read and count as absent`]
        : [],
      ...unread.date > 0
        ? [`${unread.date} dates could not be read and are the row before's`]
        : [],
    ],
  };
}

/** Files do not say which; one for all. */
const CURRENCY = "GBP";

function byDate(a: Labelled, b: Labelled): number {
  const [first, second] = [a.date ?? "", b.date ?? ""];
  return first < second ? -1 : first > second ? 1 : 0;
}

function findColumns(header: readonly string[], given: ColumnNames) {
  const missing: string[] = [];
  const named = (name: string): number => {
    const at = header.indexOf(name);
    if (at < 0) missing.push(JSON.stringify(name));
    return at;
  };
  /** An empty name stands for none. */
  const find = (name: string | undefined, field: Field): number | null =>
    name === undefined
      ? guessColumn(header, field)
      : name === ""
      ? null
      : named(name);
  const counterparty = find(given.counterparty, "counterparty");
  const guessed = guessColumn(header, "description");
  const text = given.text === undefined
    ? guessed === null ? [] : [guessed]
    // A name may hold a comma.
    : header.includes(given.text.join(","))
    ? [named(given.text.join(","))]
    : given.text.map(named);
  const label = find(given.label, "category");
  if (text.length === 0 && counterparty === null) missing.push("a text");
  if (label === null) missing.push("a label");
  const columns = {
    text,
    counterparty,
    label,
    unit: find(given.unit, "unit"),
    amount: find(given.amount, "amount"),
    date: find(given.date, "date"),
  };
  if (missing.length > 0) {
    throw new Error(
      `no column for ${missing.join(", ")} among ${
        header.join(", ") || "none"
      }`,
    );
  }
  return columns;
}
