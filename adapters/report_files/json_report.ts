import { ReportFileBroken } from "../../ports/report_files.ts";
import type { ReportDocument } from "../../src/reports/report_document.ts";
import type { Column, Row } from "../../src/reports/report_table.ts";
import { linesOf } from "./lines_of.ts";
import { toldRow } from "./told_row.ts";

/** Rows that are handed on together. */
const ROWS_AT_A_TIME = 1_000;
const ROWS_BEGIN = '"rows":[';
const ROWS_END = "],";

/**
 * The report as one JSON document, laid out in lines: the head, a line for each row, and the figures last, as they are
 * known when the rows have passed. By the lines it is read back without being held.
 */
export async function* jsonReport(
  { head, tables, detail }: ReportDocument,
): AsyncGenerator<string> {
  const report = {
    report_id: head.id,
    kind: head.kind,
    title: head.title,
    company: head.company,
    period: head.period,
    previous_period: head.previous,
    grouping: head.grouping,
    filters: head.filters,
    requested_at: head.requestedAt,
  };
  yield `{"report":${JSON.stringify(report)},\n`;
  yield `"rows_of":${JSON.stringify(detail?.name ?? null)},\n${ROWS_BEGIN}`;
  let any = false;
  if (detail) {
    for await (const rows of detail.rows) {
      if (rows.length === 0) continue;
      const lines = rows.map((row) =>
        JSON.stringify(toldRow(detail.columns, row))
      );
      yield `${any ? "," : ""}\n${lines.join(",\n")}`;
      any = true;
    }
  }
  yield `\n${ROWS_END}\n"figures":{`;
  for (const [at, { name, title, columns, rows, note }] of tables().entries()) {
    const told = {
      title,
      note,
      rows: rows.map((row) => toldRow(columns, row)),
    };
    yield `${at === 0 ? "" : ","}\n${JSON.stringify(name)}:${
      JSON.stringify(told)
    }`;
  }
  yield "\n}}\n";
}

/** The rows of such a document, back as cells. */
export async function* readJsonRows(
  content: ReadableStream<Uint8Array>,
  columns: readonly Column[],
): AsyncGenerator<readonly Row[]> {
  let rows: Row[] = [];
  let within = false;
  let ended = false;
  for await (const line of linesOf(content)) {
    if (!within) {
      within = line === ROWS_BEGIN;
      continue;
    }
    if (line === ROWS_END) {
      ended = true;
      break;
    }
    const told = parsed(line.endsWith(",") ? line.slice(0, -1) : line);
    rows.push(columns.map(({ name }) => told[name] ?? null));
    if (rows.length === ROWS_AT_A_TIME) {
      yield rows;
      rows = [];
    }
  }
  if (!ended) throw new ReportFileBroken("the rows have no end");
  if (rows.length > 0) yield rows;
}

function parsed(text: string): Record<string, string | number | null> {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new ReportFileBroken("a row is no JSON", { cause });
  }
}
