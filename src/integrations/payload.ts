import { failures } from "../kernel/failure.ts";
import type { ConnectionId, PayloadId, RecordId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";

/** `waiting` → `taken_in` | `failed`; `conflict`: an id that was used for another body before, which is never taken in by itself. */
export const PAYLOAD_STATES = [
  "waiting",
  "taken_in",
  "failed",
  "conflict",
] as const;
export type PayloadState = typeof PAYLOAD_STATES[number];

/** What a source sent or listed, as it came: one webhook, or one item of a page. */
export interface Payload {
  readonly id: PayloadId;
  readonly version: number;
  readonly connectionId: ConnectionId;
  /** The sender's id of the event or the item. */
  readonly externalId: string;
  /** SHA-256 of the body's bytes. */
  readonly sha256: string;
  /** The body as it came: JSON text; null once it was kept long enough, or erased. */
  readonly body: string | null;
  readonly receivedAt: Instant;
  readonly state: PayloadState;
  /** Why it failed: a code, and where; null unless it did. */
  readonly failure: { readonly kind: string; readonly detail: string } | null;
  /** The mapping that was used last: its number, 0 for none. */
  readonly mappingNumber: number | null;
  /** The records that came of it, new or known. */
  readonly recordIds: readonly RecordId[];
}

export const payloadFailures = failures("payload", {
  missing: { category: "missing", title: "No such payload" },
  settled: {
    category: "conflict",
    title: "Only a payload that failed or conflicts can be replayed",
  },
  gone: {
    category: "conflict",
    title: "The payload's body is no longer kept",
  },
});

/** Bytes of the largest webhook that is taken: GitHub sends up to 25 MB, nearly all others less than 256 KiB. */
export const HOOK_BYTES_MAX = 1024 * 1024;
