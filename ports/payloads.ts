import type { ConnectionId } from "../src/kernel/ids.ts";
import type { Page, PageRequest } from "../src/kernel/page.ts";
import type { Payload, PayloadState } from "../src/integrations/payload.ts";
import type { PagedStore } from "./store.ts";

/** Which payloads to list; null: of all. */
export interface PayloadFilter {
  readonly connectionId: ConnectionId | null;
  readonly state: PayloadState | null;
}

/** What the sources of a tenant sent or listed. */
export interface Payloads extends Omit<PagedStore<Payload>, "list" | "all"> {
  /**
   * Keeps those of which no payload with the same connection, external id and hash is there; returns those that were
   * kept, in the order given.
   */
  keep(payloads: readonly Payload[]): Promise<readonly Payload[]>;
  /** Latest id first; the cursor is the last id shown. */
  list(filter: PayloadFilter, page: PageRequest): Promise<Page<Payload>>;
  /** Up to `limit` of a connection that wait, the oldest first. */
  waiting(
    connectionId: ConnectionId,
    limit: number,
  ): Promise<readonly Payload[]>;
  findKey(
    connectionId: ConnectionId,
    externalId: string,
    sha256: string,
  ): Promise<Payload | undefined>;
  /** How many of a connection are in each state. */
  counts(
    connectionId: ConnectionId,
  ): Promise<Readonly<Record<PayloadState, number>>>;
}
