import type { Job } from "../src/events/job.ts";
import type { Instant } from "../src/kernel/instant.ts";

/** The outbox as the relay sees it, across tenants: jobs that are not settled yet. */
export interface JobFeed {
  /**
   * Up to `limit` jobs that were never taken, or were taken before `takenBefore` and are still not settled;
   * oldest first, marked as taken at `now`. Several relays at once get different jobs.
   */
  take(
    limit: number,
    now: Instant,
    takenBefore: Instant,
  ): Promise<readonly Job[]>;
}
