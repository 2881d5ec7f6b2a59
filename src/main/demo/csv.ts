import { parse } from "csv-parse/sync";
import { readInstant } from "../../kernel/instant.ts";
import { minorDigits, type Money, readMinor } from "../../kernel/money.ts";
import { fold, tidy } from "../../records/text.ts";

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

/** The names that a column goes by, best first; compared folded, with `_`, `-` and `.` as spaces. */
const COLUMN_NAMES = {
  date:
    "date|transaction date|posted date|posting date|booking date|payment date|invoice date",
  amount: "amount|net amount|transaction amount|gross amount|value|total",
  description:
    "description|narrative|details|memo|text|transaction description|particulars|reference",
  counterparty:
    "counterparty|supplier|supplier name|payee|merchant|merchant name|vendor|vendor name|beneficiary",
  unit:
    "unit|cost centre|cost center|department|directorate|service area|business unit|team",
  category: "category|expense type|account name|top category",
} as const;

type Field = keyof typeof COLUMN_NAMES;
type Columns = Readonly<Record<Field, number | null>>;

/**
 * Reads transactions from CSV text with a header, its columns in any order, parted by comma,
 * semicolon or tab. An empty description is taken from the counterparty; rows that cannot be
 * read come back as problems. Throws when a column that is needed is missing, naming those found.
 */
export function readCsv(text: string, currency = "GBP"): DemoFile {
  // The parser counts a CR LF inside quotes as two lines.
  const lines = text.replace(/\r\n?/g, "\n");
  const table = parse(lines, {
    bom: true,
    delimiter: delimiterOf(lines),
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    // With `info`, the parser wraps each record; its types do not say so.
  }) as unknown as readonly Line[];
  const header = table[0]?.record ?? [];
  const columns = findColumns(header);
  const rows: DemoRow[] = [];
  const problems: DemoProblem[] = [];
  for (const { record, info } of table.slice(1)) {
    const read = record.length === header.length
      ? readRow(columns, record, currency)
      : {
        wrong:
          `has ${record.length} fields where the header has ${header.length}`,
      };
    if ("row" in read) rows.push(read.row);
    else {
      const breaks = record.join("").split("\n").length - 1;
      problems.push({ line: info.lines - breaks, detail: read.wrong });
    }
  }
  return { rows, problems };
}

interface Line {
  readonly record: readonly string[];
  /** `lines`: the line of the file on which the record ends. */
  readonly info: { readonly lines: number };
}

function delimiterOf(text: string): string {
  const header = text.slice(0, text.indexOf("\n") >>> 0);
  const counted = [",", ";", "\t"].map((sign) => ({
    sign,
    count: header.split(sign).length,
  }));
  return counted.reduce((best, next) => next.count > best.count ? next : best)
    .sign;
}

function findColumns(header: readonly string[]): Columns {
  const names = header.map((name) => fold(name.replace(/[_\-.]/g, " ")));
  const find = (field: Field): number | null =>
    COLUMN_NAMES[field].split("|").map((name) => names.indexOf(name))
      .find((at) => at >= 0) ?? null;
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

/** Reads `2026-01-31`, with or without a time, or `31/01/2026` (day first; also with `-` or `.`). */
function readDay(
  text: string,
): { readonly date: string } | { readonly wrong: string } {
  const british = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:\s.*)?$/.exec(text);
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T\s].*)?$/.exec(text);
  const day = british
    ? [british[3], british[2]!.padStart(2, "0"), british[1]!.padStart(2, "0")]
      .join("-")
    : iso?.[1];
  const read = readInstant(day ?? text);
  if ("wrong" in read) return { wrong: `date ${quoted(text)} ${read.wrong}` };
  return { date: read.instant.slice(0, 10) };
}

/** Reads `-1,234.56`, `1234.5-`, `(12.00)`, `£12`, exactly: text to minor units with no float between. */
function readAmount(
  text: string,
  currency: string,
): { readonly amount: Money } | { readonly wrong: string } {
  const wrong = { wrong: `amount ${quoted(text)} is not a number` };
  const bare = text.replace(/[\s£$€]/gu, "");
  const bracketed = /^\((.+)\)$/.exec(bare)?.[1];
  const parts = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d*)(?:\.(\d*))?(-?)$/
    .exec(bracketed ?? bare);
  const [, before, whole = "", fraction = "", after] = parts ?? [];
  if (!parts || whole + fraction === "" || (before && after)) return wrong;
  const digits = minorDigits(currency);
  if (digits === undefined) {
    throw new Error(`${quoted(currency)} is not a currency of ISO 4217`);
  }
  if (/[1-9]/.test(fraction.slice(digits))) {
    return { wrong: `amount ${quoted(text)} has more than ${digits} decimals` };
  }
  const negative = bracketed !== undefined || before === "-" || after === "-";
  const magnitude = whole.replaceAll(",", "") +
    fraction.slice(0, digits).padEnd(digits, "0");
  const read = readMinor(
    `${negative ? "-" : ""}${magnitude.replace(/^0+(?=\d)/, "")}`,
  );
  if ("wrong" in read) return { wrong: `amount ${quoted(text)} ${read.wrong}` };
  return { amount: { minor: read.minor, currency } };
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
