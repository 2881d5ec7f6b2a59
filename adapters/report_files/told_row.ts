import type { Column, Row } from "../../src/reports/report_table.ts";

/** A row as JSON tells it: an object by the names of the columns. */
export function toldRow(
  columns: readonly Column[],
  row: Row,
): { readonly [name: string]: string | number | null } {
  return Object.fromEntries(
    columns.map(({ name }, at) => [name, row[at] ?? null]),
  );
}
