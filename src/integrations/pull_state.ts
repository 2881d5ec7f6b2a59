import type { ConnectionId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";

/** Where a pull stands, so that whoever goes on begins where the last page was kept. */
export interface PullPosition {
  /** What asks for the next page: a cursor, a number or an address, as the manifest's paging says. */
  readonly cursor: string;
  /** Pages that were read so far. */
  readonly pages: number;
  /** Pages in a row, up to now, that brought nothing new. */
  readonly staleInRow: number;
  /** Hashes of the cursors seen last, so that a circle is found. */
  readonly seen: readonly string[];
  /** Hash of the last page's ids. */
  readonly page: string;
  /** The latest time among the items so far, as the source writes it. */
  readonly latest: string | null;
}

/** Who began to authorise a connection, and until when the answer is waited for. */
export interface PendingAuthorisation {
  /** SHA-256 of the `state` that must come back. */
  readonly stateHash: string;
  readonly startedBy: string;
  readonly redirectUri: string;
  readonly expiresAt: Instant;
}

/** What is known of the tokens that are sealed elsewhere. */
export interface Grant {
  readonly grantedAt: Instant;
  /** Null: the source does not tell. */
  readonly expiresAt: Instant | null;
  readonly canRefresh: boolean;
  /** Whoever refreshes the tokens now, so that no other does; null while nobody. */
  readonly refreshing: { readonly by: string; readonly until: Instant } | null;
}

/** How far a connection's pulls are. */
export interface PullState {
  readonly id: ConnectionId;
  readonly version: number;
  /** The number of the pull that was asked for last; the job of an earlier one has nothing to do any more. */
  readonly run: number;
  /** Null between two pulls. */
  readonly position: PullPosition | null;
  /** What is older was pulled, as the source writes its times; null: nothing was yet. */
  readonly watermark: string | null;
  readonly nextAt: Instant | null;
  readonly authorisation: PendingAuthorisation | null;
  readonly grant: Grant | null;
}

export function freshPullState(id: ConnectionId): PullState {
  return {
    id,
    version: 1,
    run: 0,
    position: null,
    watermark: null,
    nextAt: null,
    authorisation: null,
    grant: null,
  };
}
