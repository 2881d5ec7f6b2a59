import { failures } from "../kernel/failure.ts";
import type { ConnectionId, CsvMappingId, ImportId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { FileFormat } from "./file_format.ts";
import type { Remark } from "./found_row.ts";

/** Bytes of the largest file. */
export const IMPORT_BYTES_MAX = 1024 ** 3;

/** Remarks that are kept of one file; beyond that they are counted. */
export const REMARKS_MAX = 10_000;

/** Rows by what became of them. */
export type ImportCounts = {
  readonly read: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly conflicts: number;
  readonly bad: number;
  readonly skipped: number;
  /** All that was said, of rows and of the file. */
  readonly remarks: number;
};

export const NO_ROWS: ImportCounts = {
  read: 0,
  accepted: 0,
  duplicates: 0,
  conflicts: 0,
  bad: 0,
  skipped: 0,
  remarks: 0,
};

/** A file of records, and how far it is taken in. Its bytes are kept until it is done. */
export interface FileImport {
  readonly id: ImportId;
  readonly version: number;
  readonly createdAt: Instant;
  /** The id of the member or key that sent it. */
  readonly createdBy: string;
  readonly connectionId: ConnectionId;
  readonly file: {
    readonly name: string | null;
    readonly bytes: number;
    readonly sha256: string;
  };
  readonly asked: {
    /** Null: told by the file. */
    readonly format: FileFormat | null;
    readonly currency: string | null;
  };
  readonly mappingId: CsvMappingId | null;
  /** What it was taken for; null before, and where it was none. */
  readonly format: FileFormat | null;
  readonly state: "received" | "running" | "done" | "failed";
  /** How many steps through the file are done: another delivery of the job goes on from there. */
  readonly rowAt: number;
  readonly counts: ImportCounts;
  /** Where the file could not be read further; null also where the job was given up. */
  readonly failure: Remark | null;
  readonly endedAt: Instant | null;
}

/** What was said of a row or of the file, in the file's order. */
export interface ImportRemark extends Remark {
  /** 1, 2, 3 … within the import. */
  readonly place: number;
  readonly kind: "bad" | "conflict" | "skipped" | "told";
}

export const importFailures = failures("import", {
  missing: { category: "missing", title: "No such import" },
  unknown_mapping: {
    category: "invalid",
    title: "There is no such mapping of columns",
  },
});
