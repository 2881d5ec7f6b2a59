import type { ConflictId, RecordId } from "../src/kernel/ids.ts";
import type { Instant } from "../src/kernel/instant.ts";
import type { Json } from "../src/kernel/json.ts";
import type { Page, PageRequest } from "../src/kernel/page.ts";
import type { Trace } from "../src/processing/trace.ts";
import type { CompanyRecord, Conflict } from "../src/records/record.ts";
import type { RecordFilter } from "../src/records/record_filter.ts";

/** A record to take in, with its payload as received. */
export interface NewRecord {
  readonly record: CompanyRecord;
  readonly raw: Json;
}

/** What became of a record offered: taken in, known with equal content, or known with other content. */
export interface Admission {
  readonly kind: "added" | "duplicate" | "conflict";
  /** The record that holds the external id now. */
  readonly recordId: RecordId;
}

/** What else is kept of a record. */
export interface RecordPast {
  readonly raw: Json;
  /** The traces before the current one, oldest first, each with the time it was replaced. */
  readonly earlierTraces: readonly {
    readonly trace: Trace;
    readonly replacedAt: Instant;
  }[];
  readonly conflicts: readonly Conflict[];
}

export interface Records {
  /**
   * Takes in those whose (connection, external id) is new; answers in the order given.
   * Equal `fingerprint` tells a duplicate from a conflict. No pair occurs twice in one call.
   */
  admit(records: readonly NewRecord[]): Promise<readonly Admission[]>;
  /** Keeps conflicts, each (record, fingerprint) once; returns the ids of those that were new. */
  keepAside(conflicts: readonly Conflict[]): Promise<readonly ConflictId[]>;
  /** Those of `ids` that are there, in any order. */
  find(ids: readonly RecordId[]): Promise<readonly CompanyRecord[]>;
  /**
   * Writes each as the version after its own, all columns but the ids and the payload; a trace that is
   * replaced goes to the earlier ones, at `now`. Returns the ids written: a stale version is left out.
   */
  save(
    records: readonly CompanyRecord[],
    now: Instant,
  ): Promise<readonly RecordId[]>;
  /** Latest id first; the cursor is the last id shown. */
  list(
    filter: RecordFilter,
    page: PageRequest,
  ): Promise<Page<CompanyRecord>>;
  /** How many records `list` gives in all. */
  count(filter: RecordFilter): Promise<number>;
  past(id: RecordId): Promise<RecordPast | undefined>;
}
