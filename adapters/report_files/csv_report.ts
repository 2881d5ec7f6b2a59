import type { ReportDocument } from "../../src/reports/report_document.ts";
import type { Cell, Column, Row } from "../../src/reports/report_table.ts";
import { safeInCsv } from "../../src/reports/safe_text.ts";

/** So that spreadsheets read it as UTF-8. */
const BYTE_ORDER_MARK = "\uFEFF";
const LINE_END = "\r\n";

/**
 * The report as one table (RFC 4180): `section` says what a line is, a figure or a row, and a column that a section does
 * not have is empty. Figures come first.
 */
export async function* csvReport(
  { tables, detail }: ReportDocument,
): AsyncGenerator<string> {
  const figures = tables();
  const columns = union([
    ...figures.map((one) => one.columns),
    ...detail ? [detail.columns] : [],
  ]);
  const heading = ["section", ...columns.map(({ name }) => name)];
  yield BYTE_ORDER_MARK + heading.map(quoted).join(",") + LINE_END;
  for (const { name, columns: own, rows } of figures) {
    yield linesOf(name, own, rows, columns);
  }
  if (!detail) return;
  for await (const rows of detail.rows) {
    yield linesOf(detail.name, detail.columns, rows, columns);
  }
}

function union(all: readonly (readonly Column[])[]): readonly Column[] {
  const byName = new Map(all.flat().map((one) => [one.name, one]));
  return [...byName.values()];
}

function linesOf(
  section: string,
  own: readonly Column[],
  rows: readonly Row[],
  columns: readonly Column[],
): string {
  const places = columns.map(({ name }) => {
    const at = own.findIndex((one) => one.name === name);
    return at < 0 ? null : { at, kind: own[at]!.kind };
  });
  return rows.map((row) => {
    const cells = places.map((place) =>
      place === null ? "" : cellText(row[place.at] ?? null, place.kind)
    );
    return `${section},${cells.join(",")}${LINE_END}`;
  }).join("");
}

/** Numbers are ours, and negative ones stay numbers; whatever anybody may have written is made safe. */
function cellText(cell: Cell, kind: Column["kind"]): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  return kind === "text" ? quoted(safeInCsv(cell)) : cell;
}

function quoted(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text)
    ? `"${text.replaceAll('"', '""')}"`
    : text;
}
