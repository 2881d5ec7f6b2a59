import type { ConnectionId, CsvMappingId, ImportId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";

type Is<Type extends string, Payload> = {
  readonly type: Type;
  readonly payload: Payload;
};

/** What happens to files of records, as the event log tells it. */
export type ImportFact =
  | Is<
    "IMPORT_RECEIVED",
    { import_id: ImportId; connection_id: ConnectionId; bytes: number }
  >
  | Is<
    "IMPORT_DEFERRED",
    { import_id: ImportId; rows: number; due_at: Instant }
  >
  | Is<
    "IMPORT_DONE",
    {
      import_id: ImportId;
      accepted: number;
      duplicates: number;
      conflicts: number;
      bad_rows: number;
    }
  >
  | Is<"IMPORT_FAILED", { import_id: ImportId; line: number | null }>
  | Is<
    "CSV_MAPPING_SAVED",
    { csv_mapping_id: CsvMappingId; name: string; number: number }
  >;
