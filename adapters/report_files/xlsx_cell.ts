import type { Cell, ColumnKind } from "../../src/reports/report_table.ts";

/** What a cell of a spreadsheet holds, and how it is shown; text is always of the type text, which nothing calculates. */
export interface Styled {
  readonly value: string | number | Date | null;
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
  return {
    value: cell.length <= TEXT_MAX ? cell : `${cell.slice(0, TEXT_MAX - 1)}…`,
    format: null,
  };
}
