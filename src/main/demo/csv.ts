import type { Money } from "../../kernel/money.ts";
import { tidy } from "../../records/text.ts";
import { readAmount, readDay } from "./csv_cells.ts";
import { type Field, guessColumn } from "./csv_columns.ts";
import { readTable } from "./csv_table.ts";

/** One transaction with the category that a person gave it. */
export interface DemoRow {
  /** A day: `2026-01-31`. */
  readonly date: string;
  /** Signed as in the file. */
  readonly amount: Money;
  readonly description: string;
  readonly counterparty: string | null;
  readonly unit: string | null;
  readonly category: string;
}

/** A row that could not be read: the line of the file on which it begins, and why. */
export interface DemoProblem {
  readonly line: number;
  readonly detail: string;
}

export interface DemoFile {
  readonly rows: readonly DemoRow[];
  readonly problems: readonly DemoProblem[];
}

type Columns = Readonly<Record<Field, number | null>>;

/**
 * Reads transactions from CSV text with a header, its columns in any order, parted by comma,
 * semicolon or tab. An empty description is taken from the counterparty; rows that cannot be
 * read come back as problems. Throws when a column that is needed is missing, naming those found.
 */
export function readCsv(text: string, currency = "GBP"): DemoFile {
  const { header, lines } = readTable(text);
  const columns = findColumns(header);
  const rows: DemoRow[] = [];
  const problems: DemoProblem[] = [];
  for (const { cells, line } of lines) {
    const read = cells.length === header.length
      ? readRow(columns, cells, currency)
      : {
        wrong:
          `has ${cells.length} fields where the header has ${header.length}`,
      };
    if ("row" in read) rows.push(read.row);
    else problems.push({ line, detail: read.wrong });
  }
  return { rows, problems };
}

function findColumns(header: readonly string[]): Columns {
  const find = (field: Field) => guessColumn(header, field);
  const columns = {
    date: find("date"),
    amount: find("amount"),
    description: find("description"),
    counterparty: find("counterparty"),
    unit: find("unit"),
    category: find("category"),
  };
  const missing = (["date", "amount", "category"] as Field[])
    .filter((field) => columns[field] === null);
  if (columns.description === null && columns.counterparty === null) {
    missing.push("description");
  }
  if (missing.length > 0) {
    throw new Error(
      `The file has no column for ${missing.join(", ")}; ` +
        `its header names ${header.join(", ") || "nothing"}`,
    );
  }
  return columns;
}

function readRow(
  columns: Columns,
  record: readonly string[],
  currency: string,
): { readonly row: DemoRow } | { readonly wrong: string } {
  const textOf = (field: Field): string => {
    const at = columns[field];
    return at === null ? "" : tidy(record[at] ?? "");
  };
  const date = readDay(textOf("date"));
  if ("wrong" in date) return date;
  const amount = readAmount(textOf("amount"), currency);
  if ("wrong" in amount) return amount;
  const counterparty = textOf("counterparty") || null;
  const description = textOf("description") || counterparty;
  if (description === null) return { wrong: "has no description" };
  const category = textOf("category");
  if (category === "") return { wrong: "has no category" };
  const unit = textOf("unit") || null;
  return {
    row: { ...date, ...amount, description, counterparty, unit, category },
  };
}
