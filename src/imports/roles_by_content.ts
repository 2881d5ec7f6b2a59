import type { ColumnRole } from "./column_roles.ts";
import type { CsvRow } from "./csv_header.ts";
import { dateEvidence } from "./date_evidence.ts";
import { bareNumber } from "./read_decimal.ts";

/** How many of a column's cells must be dates or numbers for it to hold them. */
const MOST = 0.8;
/** The same where its name says so: the others are bad rows. */
export const NAMED_SHARE = 0.5;

/** Corrects roles that names gave to columns which hold something else, and gives out those that are left by what columns hold. */
export function rolesByContent(
  names: readonly string[],
  rows: readonly CsvRow[],
  named: ReadonlyMap<ColumnRole, number>,
): ReadonlyMap<ColumnRole, number> {
  if (rows.length === 0) return named;
  const roles = new Map(named);
  const columns = names.map((_, i) => {
    const cells = rows.map(({ cells }) => cells[i]!).filter((c) =>
      c.trim() !== ""
    );
    return { i, cells, holds: whatHolds(cells) };
  });
  const isFree = (i: number) => ![...roles.values()].includes(i);
  for (const role of ["date", "amount", "debit", "credit"] as const) {
    const cells = columns[roles.get(role) ?? -1]?.cells ?? [];
    const wanted = role === "date" ? "dates" : "numbers";
    if (cells.length > 0 && whatHolds(cells, NAMED_SHARE) !== wanted) {
      roles.delete(role);
    }
  }
  const give = (role: ColumnRole, i: number | undefined) => {
    if (i !== undefined) roles.set(role, i);
  };
  if (!roles.has("date")) {
    give(
      "date",
      columns.find(({ i, holds }) => holds === "dates" && isFree(i))?.i,
    );
  }
  if (!roles.has("amount") && !roles.has("debit") && !roles.has("credit")) {
    const numbers = columns.filter(({ i, holds }) =>
      holds === "numbers" && isFree(i)
    );
    const signed = numbers.filter(({ cells }) =>
      cells.some((cell) => bareNumber(cell)?.negative)
    );
    const broken = numbers.filter(({ cells }) =>
      cells.some((cell) => /[.,]\d{1,3}\b/.test(cell))
    );
    // Of two without signs, one may be what went out and one what came in: which, only a person knows.
    const likely = signed[0] ?? onlyOne(broken) ?? onlyOne(numbers);
    give("amount", likely?.i);
  }
  if (!roles.has("description")) {
    const texts = columns.filter(({ i, holds }) =>
      holds === "texts" && isFree(i)
    )
      .map(({ i, cells }) => ({ i, length: cells.join("").length }));
    give("description", texts.toSorted((a, b) => b.length - a.length)[0]?.i);
  }
  return roles;
}

function onlyOne<T>(many: readonly T[]): T | undefined {
  return many.length === 1 ? many[0] : undefined;
}

function whatHolds(
  cells: readonly string[],
  share = MOST,
): "dates" | "numbers" | "texts" | "nothing" {
  if (cells.length === 0) return "nothing";
  if (dateEvidence(cells, share).kind !== "none") return "dates";
  const numbers = cells.filter((cell) => bareNumber(cell) !== null).length;
  return numbers >= cells.length * share ? "numbers" : "texts";
}
