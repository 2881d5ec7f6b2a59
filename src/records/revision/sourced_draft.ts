import type { Draft } from "../record.ts";

/** A record as a connector found it at its source, which may tell of one transaction several times. */
export interface SourcedDraft extends Draft {
  /** It is not booked yet: another version follows, perhaps under another id. */
  readonly pending: boolean;
  /** The id under which the source told of the same transaction before, its own where ids are kept; null: nobody knows. */
  readonly supersedes: string | null;
}
