import type { DeadLetter } from "../../src/events/dead_letter.ts";
import type { Job } from "../../src/events/job.ts";
import type { Reaction } from "../../src/events/reactions.ts";
import type { TenantId } from "../../src/kernel/ids.ts";
import type { Instant } from "../../src/kernel/instant.ts";
import type { JobFeed, Take } from "../../ports/job_feed.ts";
import { censusOf } from "./census.ts";
import type { Journal } from "./journal.ts";

/** A job that is not settled yet. `takenAt` changes in place, since taking it is no part of any unit, and `dueAt` when a unit commits. */
export interface OutboxRow {
  readonly job: Job;
  readonly position: number;
  readonly createdAt: Instant;
  dueAt: Instant | null;
  takenAt: Instant | null;
}

/** All tenants' jobs that are not settled, by job id. */
export interface Outbox {
  readonly rows: Map<string, OutboxRow>;
  readonly feed: JobFeed;
  put(jobs: readonly Reaction[], createdAt: Instant, journal: Journal): void;
}

/** An empty outbox; `deadLetters` gives those of all tenants. */
export function openOutbox(
  deadLetters: () => readonly DeadLetter[],
  logs: JobFeed["logs"],
): Outbox {
  const rows = new Map<string, OutboxRow>();
  let position = 0;
  return {
    rows,
    put(jobs, createdAt, journal) {
      for (const { dueAt = null, ...job } of jobs) {
        journal.set(rows, job.id, {
          job,
          position: position++,
          createdAt,
          dueAt,
          takenAt: null,
        });
      }
    },
    feed: {
      async take(asked, carry) {
        const due = turns([...rows.values()], asked).slice(0, asked.limit);
        const before = due.map(({ takenAt }) => takenAt);
        for (const row of due) row.takenAt = asked.now;
        const jobs = due.map(({ job }) => job);
        try {
          if (jobs.length > 0) await carry?.(jobs);
        } catch (error) {
          due.forEach((row, i) => void (row.takenAt = before[i]!));
          throw error;
        }
        return jobs;
      },
      census: (now) =>
        Promise.try(() => censusOf([...rows.values()], deadLetters(), now)),
      logs,
    },
  };
}

/** Each tenant's due jobs up to its share: first everyone's oldest, then everyone's second, and so on. */
function turns(
  rows: readonly OutboxRow[],
  { share, now, takenBefore }: Take,
): readonly OutboxRow[] {
  // A settlement that was undone stands at the end of the map.
  const inOrder = rows.toSorted((a, b) => a.position - b.position);
  const isOut = ({ takenAt }: OutboxRow) =>
    takenAt !== null && takenAt >= takenBefore;
  const isDue = (row: OutboxRow) =>
    !isOut(row) && (row.dueAt === null || row.dueAt <= now);
  const ofTenant = Map.groupBy(
    inOrder,
    ({ job }): TenantId => job.tenantId,
  );
  return [...ofTenant.values()].flatMap((own) => {
    const room = Math.max(0, share - own.filter(isOut).length);
    return own.filter(isDue).slice(0, room).map((row, turn) => ({ row, turn }));
  }).toSorted((a, b) => a.turn - b.turn || a.row.position - b.row.position).map(
    ({ row }) => row,
  );
}
