import type { RecordId } from "../../kernel/ids.ts";
import type { Json } from "../../kernel/json.ts";
import type { CompanyRecord, Conflict } from "../record.ts";

/** What is known of a version that was kept aside. */
export type VersionAside = Pick<
  Conflict,
  "fingerprint" | "externalId" | "pending" | "content"
>;

/** A record as it stands while a set of versions is gone through. */
export interface Standing {
  /** As it is stored; null: it is new in this set. */
  readonly stored: CompanyRecord | null;
  record: CompanyRecord;
  /** The payload of the version that stands; undefined: as stored. */
  raw?: Json;
  pending: boolean;
  readonly wasPending: boolean;
  /** It goes through the pipeline again. */
  anew: boolean;
  /** Fingerprints of the versions before. */
  readonly earlier: Set<string>;
  readonly aside: VersionAside[];
}

/** The records that a set may be about, by id, and whose the names of the source are. */
export interface Known {
  readonly standing: Map<RecordId, Standing>;
  /** By `nameOf`. */
  readonly holders: Map<
    string,
    { readonly recordId: RecordId; readonly guessed: boolean }
  >;
  /** Pending records that a booked version without a link may be of. */
  readonly candidates: readonly RecordId[];
}

/** A name at its source, as a key. Ids hold no space, so two names never share one. */
export function nameOf(connectionId: string, externalId: string): string {
  return `${connectionId} ${externalId}`;
}
