import type { EndpointId, TenantId } from "../src/kernel/ids.ts";
import type { Instant } from "../src/kernel/instant.ts";

/** A feed that lacks events, and for which no job waits and nobody sends. */
export interface FeedDue {
  readonly tenantId: TenantId;
  readonly endpointId: EndpointId;
  readonly version: number;
  readonly createdAt: Instant;
}

/** How feeds stand, those that are paused or whose endpoint is disabled left out. */
export interface FeedLag {
  /** By how many events the one is behind that is most. */
  readonly most: number;
  /** How many were refused what they were sent last. */
  readonly failing: number;
}

/** How far logs are, and those who are sent them, read across tenants. */
export interface LogProgress {
  /** The last committed `seq` of each of these tenants' logs; an empty log is left out. */
  heads(
    tenantIds: readonly TenantId[],
  ): Promise<ReadonlyMap<TenantId, number>>;
  /** Up to `limit` feeds that could be sent something at `now`, in any order. */
  feedsDue(now: Instant, limit: number): Promise<readonly FeedDue[]>;
  feedLag(): Promise<FeedLag>;
}
