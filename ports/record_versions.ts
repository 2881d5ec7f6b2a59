import type { ConnectionId, RecordId } from "../src/kernel/ids.ts";
import type { Json } from "../src/kernel/json.ts";
import type { VersionAside } from "../src/records/revision/standing.ts";

/** The name of a record at its source. */
export interface ExternalKey {
  readonly connectionId: ConnectionId;
  readonly externalId: string;
}

/** A record that has an external id, or had it. */
export interface Holder extends ExternalKey {
  readonly recordId: RecordId;
  /** The record left the id for one whose version agreed, and that the source linked to it by nothing. */
  readonly guessed: boolean;
}

/** What is known of a record's versions. */
export interface KnownVersions {
  readonly recordId: RecordId;
  /** It is not booked yet. */
  readonly pending: boolean;
  /** The fingerprints of the versions before the one that stands. */
  readonly earlier: readonly string[];
  /** Those kept aside, resolved or not. */
  readonly aside: readonly VersionAside[];
}

/** An external id that a record had, or that a version of it bears, and the fingerprints that came under it. */
export interface Alias extends Holder {
  readonly fingerprints: readonly string[];
}

/** The version of its source that a record holds now. */
export interface StandingVersion {
  readonly recordId: RecordId;
  readonly externalId: string;
  readonly fingerprint: string;
  readonly raw: Json;
}

export interface RecordVersions {
  /** From here to its end the unit is the only one of those that ask for one of these connections. */
  takeTurns(connectionIds: readonly ConnectionId[]): Promise<void>;
  /** The records that have one of these names, or had it; an id is of one record only. */
  holders(names: readonly ExternalKey[]): Promise<readonly Holder[]>;
  /** What is known of these records, which nobody else changes until the unit ends. */
  hold(recordIds: readonly RecordId[]): Promise<readonly KnownVersions[]>;
  /** Writes what `Records.save` leaves as it is. */
  renew(versions: readonly StandingVersion[]): Promise<void>;
  /** Keeps aliases; fingerprints of a name that is there already are added to it, the rest is replaced. */
  remember(aliases: readonly Alias[]): Promise<void>;
  /** Lets aliases go. */
  forget(names: readonly ExternalKey[]): Promise<void>;
}
