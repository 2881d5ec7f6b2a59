import type { JobFeed } from "../../ports/job_feed.ts";
import type { Job } from "../../src/events/job.ts";
import type { Instant } from "../../src/kernel/instant.ts";

/** Takes up to `limit` jobs, however many of them one tenant has. */
export function take(
  feed: JobFeed,
  limit: number,
  now: Instant,
  takenBefore: Instant,
): Promise<readonly Job[]> {
  return feed.take({ limit, share: 1_000_000, now, takenBefore });
}
