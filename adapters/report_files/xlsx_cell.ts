import type { Cell, ColumnKind } from "../../src/reports/report_table.ts";

/** Text in parts that belong together: as one, a spreadsheet would read it as something else. */
export interface TextParts {
  readonly richText: { readonly text: string }[];
}

/** What a cell of a spreadsheet holds, and how it is shown; text is always of the type text, which nothing calculates. */
export interface Styled {
  readonly value: string | number | Date | TextParts | null;
  readonly format: string | null;
}

/** Digits that a spreadsheet's numbers hold for sure (IEEE 754 binary64). */
const DIGITS_MAX = 15;
/** Characters that a cell holds. */
const TEXT_MAX = 32_767;
/** Before it the calendars of spreadsheets differ. */
const DATES_FROM = "1901";

/** A cell as spreadsheets hold it: numbers and dates are ones, but for those that it could not hold exactly, which are text. */
export function xlsxCell(cell: Cell, kind: ColumnKind): Styled {
  if (cell === null) return { value: null, format: null };
  if (typeof cell === "number") {
    return { value: cell, format: kind === "share" ? "0.0%" : null };
  }
  if (kind === "amount" && cell.replace(/\D/g, "").length <= DIGITS_MAX) {
    const decimals = cell.split(".")[1]?.length ?? 0;
    return {
      value: Number(cell),
      format: decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(decimals)}`,
    };
  }
  if (kind === "instant" && cell >= DATES_FROM) {
    return { value: new Date(cell), format: "yyyy-mm-dd hh:mm:ss" };
  }
  return { value: xlsxText(cell), format: null };
}

/** Characters that XML cannot hold (XML 1.0, 2.2), and DEL, which not every program takes. */
const NOT_IN_XML =
  // deno-lint-ignore no-control-regex
  /[\x00-\x08\x0B\x0C\x0E-\x1F\x7F\uFFFE\uFFFF]|\p{Surrogate}/gu;
/** Within what spreadsheets read as one character by its number: `_x0041_` is an A (ECMA-376-1, 22.9.2.19). */
const IN_ESCAPE = /(?<=_)(?=x[0-9A-Fa-f]{4}_)/;

/**
 * A text as cells hold it. What looks like an escape is cut in two, each of which is read by itself. Not `_x005F_x0041_`,
 * which not every program reads back, and which the library writes wrongly where one begins in another.
 */
function xlsxText(text: string): string | TextParts {
  // First: what is left out must not make an escape of what stood around it.
  const held = text.replace(NOT_IN_XML, "");
  const cut = held.length <= TEXT_MAX
    ? held
    : `${held.slice(0, TEXT_MAX - 1)}…`;
  const parts = cut.split(IN_ESCAPE);
  return parts.length === 1
    ? cut
    : { richText: parts.map((text) => ({ text })) };
}
