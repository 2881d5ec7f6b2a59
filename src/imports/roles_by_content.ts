import type { ColumnRole } from "./column_roles.ts";
import type { CsvRow } from "./csv_header.ts";
import { dateEvidence } from "./date_evidence.ts";
import { bareNumber } from "./read_decimal.ts";

/** How many of a column's cells must be numbers for it to hold amounts. */
const MOST = 0.8;

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
    const at = roles.get(role);
    const wanted = role === "date" ? "dates" : "numbers";
    if (
      at !== undefined && columns[at]!.cells.length > 0 &&
      columns[at]!.holds !== wanted
    ) {
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
    const signed = numbers.find(({ cells }) =>
      cells.some((cell) => bareNumber(cell)?.negative)
    );
    const broken = numbers.find(({ cells }) =>
      cells.some((cell) => /[.,]\d{1,3}\b/.test(cell))
    );
    give(
      "amount",
      (signed ?? broken ?? (numbers.length === 1 ? numbers[0] : undefined))?.i,
    );
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

function whatHolds(
  cells: readonly string[],
): "dates" | "numbers" | "texts" | "nothing" {
  if (cells.length === 0) return "nothing";
  const numbers = cells.filter((cell) => bareNumber(cell) !== null).length;
  const dates = dateEvidence(cells);
  // Eight digits alone are a date only where they look like one all the way down.
  if (dates.kind !== "none") return "dates";
  return numbers >= cells.length * MOST ? "numbers" : "texts";
}
