import type { Instant } from "../src/kernel/instant.ts";
import type { RetentionKind } from "../src/privacy/retention.ts";

/** Removes what was kept long enough. */
export interface Retention {
  /**
   * Removes up to `limit` of a kind that are older than `before` and no longer needed, the oldest first; returns how many
   * these were. Payloads of records that wait, deliveries that were not taken in and dead letters that were not replayed stay.
   */
  remove(
    kind: RetentionKind,
    before: Instant,
    limit: number,
  ): Promise<number>;
}
