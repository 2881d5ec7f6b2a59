import type { ReportFiles } from "../../ports/report_files.ts";
import type { ReportFormat } from "../../src/reports/report_demand.ts";
import type { ReportDocument } from "../../src/reports/report_document.ts";
import { csvReport } from "./csv_report.ts";
import { htmlReport } from "./html_report.ts";
import { jsonReport, readJsonRows } from "./json_report.ts";
import { xlsxReport } from "./xlsx_report.ts";

const TEXTS: Readonly<
  Record<
    Exclude<ReportFormat, "xlsx">,
    (document: ReportDocument) => AsyncGenerator<string>
  >
> = { json: jsonReport, csv: csvReport, html: htmlReport };

/** Files of reports, written while they are read. */
export function reportFiles(): ReportFiles {
  return {
    write: (format, document) =>
      ReadableStream.from(
        format === "xlsx"
          ? xlsxReport(document)
          : inUtf8(TEXTS[format](document)),
      ),
    readRows: (json, { detail }) => readJsonRows(json, detail?.columns ?? []),
  };
}

async function* inUtf8(
  texts: AsyncIterable<string>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  for await (const text of texts) yield encoder.encode(text);
}
