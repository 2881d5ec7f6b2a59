import type { ReportDocument } from "../src/reports/report_document.ts";
import type { ReportFormat } from "../src/reports/report_demand.ts";
import type { Row } from "../src/reports/report_table.ts";

/** Thrown where a file that was to be read is not one of these, or breaks off. */
export class ReportFileBroken extends Error {
  override readonly name = "ReportFileBroken";
}

/** Writes reports as files, and reads the one that the others are made of. */
export interface ReportFiles {
  /**
   * The file as it is written: it asks for rows when somebody reads, and holds a page of them at most. A stream that is
   * cancelled lets go of the rows; one whose rows throw breaks off with that.
   */
  write(
    format: ReportFormat,
    document: ReportDocument,
  ): ReadableStream<Uint8Array<ArrayBuffer>>;
  /** The rows of a file that was written as JSON, in its order; throws `ReportFileBroken`. */
  readRows(
    json: ReadableStream<Uint8Array>,
    document: Pick<ReportDocument, "detail">,
  ): AsyncIterable<readonly Row[]>;
}
