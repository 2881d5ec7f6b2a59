import { failures } from "../kernel/failure.ts";
import type {
  CategoryId,
  ConflictId,
  ConnectionId,
  RecordId,
} from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Json } from "../kernel/json.ts";
import type { Money } from "../kernel/money.ts";
import type { Outcome, Source, Trace } from "../processing/trace.ts";

/** Text, number or truth by name, e.g. `{ "unit": "Parks" }`. */
export type Attributes = {
  readonly [name: string]: string | number | boolean | null;
};

/** What a sender says of a record, normalised. */
export interface RecordContent {
  readonly occurredAt: Instant | null;
  readonly description: string;
  readonly counterparty: string | null;
  readonly amount: Money | null;
  readonly attributes: Attributes;
}

/** A record to take in. `raw` is the payload as received, `fingerprint` the hash of all that was sent. */
export interface Draft extends RecordContent {
  readonly externalId: string;
  readonly connectionId: ConnectionId;
  readonly raw: Json;
  readonly fingerprint: string;
}

/** `ingested` → `processed` → `approved` | `rejected`; `failed` while in the dead letters. */
export type RecordStatus =
  | "ingested"
  | "processed"
  | "approved"
  | "rejected"
  | "failed";

/** A field a person can settle; a machine never overwrites a settled one. */
export type SettledField =
  | "category_id"
  | keyof Omit<RecordContent, "attributes">
  | `attributes.${string}`;

/** One item of a company: as received, normalised, and what was decided about it. */
export interface CompanyRecord extends Omit<Draft, "raw"> {
  readonly id: RecordId;
  readonly version: number;
  readonly receivedAt: Instant;
  readonly status: RecordStatus;
  /** Set once processed: settled without a person, or not. */
  readonly outcome: Outcome | null;
  readonly categoryId: CategoryId | null;
  /** Who or what settled the category; null while nothing did. */
  readonly source: Source | null;
  /** 0 to 1; null while undecided. */
  readonly confidence: number | null;
  readonly trace: Trace | null;
  /** The fields that a person settled. */
  readonly settledByPerson: readonly SettledField[];
}

/** An identity field in which two versions do not agree; `external_id`: the source uses its ids for something else now. */
export type Difference = {
  readonly field:
    | "amount"
    | "currency"
    | "occurred_at"
    | "counterparty"
    | "external_id";
  /** Says how, and quotes nothing. */
  readonly detail: string;
};

/** What a person said of a version kept aside: the record takes it, stays as it is, or there are two of them. */
export type ConflictVerdict = "take_new" | "keep_old" | "both";

/** Another version of a record, kept aside for a person; the record stays as it was. */
export interface Conflict {
  readonly id: ConflictId;
  readonly recordId: RecordId;
  readonly receivedAt: Instant;
  readonly fingerprint: string;
  /** The id under which it came; mostly the record's own. */
  readonly externalId: string;
  /** It was not booked yet. */
  readonly pending: boolean;
  readonly content: RecordContent;
  readonly raw: Json;
  /** Why it was not taken; empty where the sender is to say, as with what is pushed by API. */
  readonly reasons: readonly Difference[];
  /** Null while it is open. */
  readonly resolution: {
    readonly verdict: ConflictVerdict;
    readonly at: Instant;
    /** The id of a member or key. */
    readonly by: string;
    /** The record that the version became; null: none was made. */
    readonly madeRecordId: RecordId | null;
  } | null;
}

export const recordFailures = failures("record", {
  missing: { category: "missing", title: "No such record" },
  duplicate_ids: {
    category: "invalid",
    title: "An external id is used twice in one request",
  },
  unknown_connection: {
    category: "invalid",
    title: "A record names a connection that is not there",
  },
  stale: {
    category: "conflict",
    title: "The record was changed in the meantime",
  },
  backlog_full: {
    category: "over_limit",
    title: "Too many of your records wait for processing; send more later",
  },
  service_backlog_full: {
    category: "unavailable",
    title: "Too many records wait for processing; send more later",
  },
  not_processed: {
    category: "conflict",
    title: "The record has not been processed yet",
  },
});
