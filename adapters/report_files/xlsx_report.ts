import { PassThrough } from "node:stream";
import type { WorkbookWriter } from "@cj-tech-master/excelts";
import type { ReportDocument } from "../../src/reports/report_document.ts";
import {
  type Column,
  column,
  type Row,
} from "../../src/reports/report_table.ts";
import { type Styled, xlsxCell } from "./xlsx_cell.ts";

/** Rows of one sheet, the heading among them (ECMA-376 allows 2^20). */
const SHEET_ROWS_MAX = 1_048_576;
/** Compressed bytes that may wait for a reader. */
const WAITING_MAX = 1_048_576;
/** Rows after which what was written is given time to be compressed. */
const ROWS_PER_TURN = 1_000;

/** A sheet of facts, one for each table of figures, and as many as the rows need. */
export async function* xlsxReport(
  document: ReportDocument,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  // Those who write no spreadsheets do not load it.
  const { WorkbookWriter } = await import("@cj-tech-master/excelts");
  const out = new PassThrough({ highWaterMark: WAITING_MAX });
  const workbook = new WorkbookWriter({
    stream: out,
    useStyles: true,
    useSharedStrings: false,
  });
  let failure: unknown = null;
  const writing = write(workbook, document, out).catch((error) => {
    failure = error;
    out.destroy();
  });
  try {
    for await (const bytes of out) yield new Uint8Array(bytes);
  } catch (error) {
    // It was destroyed, for the reason that is thrown below.
    failure ??= error;
  } finally {
    out.destroy();
    await writing;
  }
  if (failure !== null) throw failure;
}

/** What a fact is, and the fact. */
const FACT = [column("fact", "text"), column("is", "text")];

type Sheet = ReturnType<WorkbookWriter["addWorksheet"]>;

async function write(
  workbook: WorkbookWriter,
  document: ReportDocument,
  out: PassThrough,
): Promise<void> {
  const { head, detail } = document;
  const facts: readonly Row[] = [
    ["Report", head.title],
    ["Company", head.company],
    ["From", head.period.from],
    ["Before", head.period.to],
    [
      "Compared with",
      head.previous && `${head.previous.from} to ${head.previous.to}`,
    ],
    ...Object.entries(head.filters)
      .map(([name, value]): Row => [`Only ${name}`, String(value)]),
    ["Asked for", head.requestedAt],
    ["Id", head.id],
  ];
  const names = new Set<string>();
  const open = (title: string) => sheetOf(workbook, title, names);
  const first = open("Report");
  first.columns = [{ width: 18 }, { width: 60 }];
  for (const fact of facts) addRow(first, FACT, fact);
  first.commit();
  for (const { title, columns, rows, note } of document.tables()) {
    const sheet = begun(open(title), columns);
    for (const row of rows) addRow(sheet, columns, row);
    if (note !== null) {
      sheet.addRow([]).commit();
      sheet.addRow([note]).commit();
    }
    sheet.commit();
  }
  if (detail) await writeRows(open, detail, out);
  await workbook.commit();
}

async function writeRows(
  open: (title: string) => Sheet,
  { title, columns, rows: pages }: NonNullable<ReportDocument["detail"]>,
  out: PassThrough,
): Promise<void> {
  let sheet = begun(open(title), columns);
  let length = 1;
  let sheets = 1;
  for await (const rows of pages) {
    for (const row of rows) {
      if (length === SHEET_ROWS_MAX) {
        sheet.commit();
        sheets++;
        sheet = begun(open(`${title} ${sheets}`), columns);
        length = 1;
      }
      addRow(sheet, columns, row);
      length++;
      if (length % ROWS_PER_TURN === 0) await turn(out);
    }
    // Nobody reads it any more.
    if (out.destroyed) return;
  }
  sheet.commit();
}

/** Waits until what was written is compressed and a reader has room: the library itself would hold it all. */
async function turn(out: PassThrough): Promise<void> {
  do await new Promise((done) => setTimeout(done, 0)); while (
    !out.destroyed && out.readableLength + out.writableLength > WAITING_MAX
  );
}

/** Names of sheets are of 31 characters, and of one sheet each. */
function sheetOf(
  workbook: WorkbookWriter,
  title: string,
  names: Set<string>,
): Sheet {
  const name = title.replace(/[\\/*?:[\]]/g, " ").slice(0, 31);
  if (names.has(name)) throw new Error(`two sheets would be ${name}`);
  names.add(name);
  return workbook.addWorksheet(name, {
    views: [{ state: "frozen", ySplit: title === "Report" ? 0 : 1 }],
  });
}

function begun(sheet: Sheet, columns: readonly Column[]): Sheet {
  sheet.columns = columns.map(({ kind }) => ({
    width: kind === "text" ? 28 : kind === "instant" ? 20 : 14,
  }));
  const heading = sheet.addRow(columns.map(({ label }) => label));
  heading.font = { bold: true };
  heading.commit();
  return sheet;
}

function addRow(sheet: Sheet, columns: readonly Column[], row: Row): void {
  const cells: readonly Styled[] = columns.map(({ kind }, at) =>
    xlsxCell(row[at] ?? null, kind)
  );
  const added = sheet.addRow(cells.map(({ value }) => value));
  for (const [at, { format }] of cells.entries()) {
    if (format !== null) added.getCell(at + 1).numFmt = format;
  }
  added.commit();
}
