import type { Job } from "../../src/events/job.ts";
import type { Instant } from "../../src/kernel/instant.ts";
import type { JobFeed } from "../../ports/job_feed.ts";
import type { Journal } from "./journal.ts";

/** A job that is not settled yet. Taking it is no part of any unit, so `takenAt` changes in place. */
interface OutboxRow {
  readonly job: Job;
  readonly position: number;
  takenAt: Instant | null;
}

/** All tenants' jobs that are not settled, by job id. */
export interface Outbox {
  readonly rows: Map<string, OutboxRow>;
  readonly feed: JobFeed;
  put(jobs: readonly Job[], journal: Journal): void;
}

export function openOutbox(): Outbox {
  const rows = new Map<string, OutboxRow>();
  let position = 0;
  return {
    rows,
    put(jobs, journal) {
      for (const job of jobs) {
        const row = { job, position: position++, takenAt: null };
        journal.set(rows, job.id, row);
      }
    },
    feed: {
      take: (limit, now, takenBefore) =>
        Promise.try(() => {
          const due = [...rows.values()]
            .filter(({ takenAt }) => takenAt === null || takenAt < takenBefore)
            // A settlement that was undone stands at the end of the map.
            .sort((a, b) => a.position - b.position)
            .slice(0, limit);
          for (const row of due) row.takenAt = now;
          return due.map(({ job }) => job);
        }),
    },
  };
}
