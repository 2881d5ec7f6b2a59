import { readDate } from "./read_date.ts";
import { bareNumber } from "./read_decimal.ts";

/** One row as parted: its cells, and the line on which it begins. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Where the table of a file begins. */
export interface CsvHeader {
  /** The line of the column's names; null where the file has none. */
  readonly line: number | null;
  /** The line of the first row below it. */
  readonly firstLine: number;
  /** Each has a text of its own: `column 3` where the file names none, `Amount (2)` where it repeats one. */
  readonly names: readonly string[];
}

/** Finds the table: its rows have the width that most have, and what stands above them is a preamble. Null where no row has two cells, or none of those that have holds more than one thing. */
export function csvHeader(rows: readonly CsvRow[]): CsvHeader | null {
  const width = commonWidth(rows);
  if (width < 2) return null;
  const at = rows.findIndex(({ cells }) =>
    usedWidth(cells) === width || cells.length === width && isNames(cells)
  );
  const first = rows[at];
  if (!first) return null;
  if (!isNames(first.cells)) {
    const names = first.cells.map((_, i) => `column ${i + 1}`);
    return { line: null, firstLine: first.line, names };
  }
  return {
    line: first.line,
    firstLine: first.line + first.cells.join("").split("\n").length,
    names: named(first.cells),
  };
}

function commonWidth(rows: readonly CsvRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) {
    const width = cells.length;
    if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  return [...counts].reduce(
    (best, next) => next[1] > best[1] ? next : best,
    [0, 0],
  )[0];
}

/** A row of a preamble may be filled up with empty cells. */
function usedWidth(cells: readonly string[]): number {
  return cells.filter((cell) => cell.trim() !== "").length < 2
    ? 1
    : cells.length;
}

/** Whether these are names and no values: no date, no number, and something in most of them. */
function isNames(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== "");
  return filled.length * 2 > cells.length && filled.every((cell) => {
    if (
      readDate(cell, "dmy") || readDate(cell, "mdy") || readDate(cell, "ymd")
    ) {
      return false;
    }
    const number = bareNumber(cell)?.number;
    return number === undefined || !/^[\d.,]+$/.test(cell.trim());
  });
}

function named(cells: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return cells.map((cell, i) => {
    const name = cell.trim().replace(/\s+/gu, " ") || `column ${i + 1}`;
    const time = (seen.get(name) ?? 0) + 1;
    seen.set(name, time);
    return time === 1 ? name : `${name} (${time})`;
  });
}
