import type { CsvTerms } from "../src/imports/csv_terms.ts";
import type { FileFormat } from "../src/imports/file_format.ts";
import type { FileShape } from "../src/imports/file_shape.ts";
import type { FoundRow } from "../src/imports/found_row.ts";
import type { ConnectionId } from "../src/kernel/ids.ts";

/** What is known of a file before it is read. */
export interface ReadingTerms {
  readonly connectionId: ConnectionId;
  /** Null: told by its beginning. */
  readonly format: FileFormat | null;
  /** For CSV; null: found by evidence. */
  readonly csv: CsvTerms | null;
  /** Of amounts that name none. */
  readonly currency: string | null;
}

/** Reads files of records, whatever is in them: what cannot be read is told and never thrown. */
export interface FileReader {
  /** All rows in the file's order, some at a time and never the file as a whole; the same ones each time. */
  read(
    bytes: AsyncIterable<Uint8Array>,
    terms: ReadingTerms,
  ): AsyncIterable<readonly FoundRow[]>;
  /** What a file, or its beginning, is taken for, and its first rows. */
  inspect(
    bytes: AsyncIterable<Uint8Array>,
    terms: ReadingTerms,
    rowsMax: number,
  ): Promise<FileShape>;
}
