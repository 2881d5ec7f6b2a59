import type { DeadLetter } from "../../src/events/dead_letter.ts";
import { queueOf, QUEUES, recordsIn } from "../../src/events/job.ts";
import type { TenantId } from "../../src/kernel/ids.ts";
import type { Instant } from "../../src/kernel/instant.ts";
import type { Census } from "../../ports/job_feed.ts";
import type { OutboxRow } from "./outbox.ts";

/** Counts an outbox and the dead letters of all tenants. */
export function censusOf(
  rows: readonly OutboxRow[],
  letters: readonly DeadLetter[],
  now: Instant,
): Census {
  const tenants = new Map<TenantId, number>();
  const recordsDue = ({ job, dueAt }: OutboxRow) =>
    dueAt === null || dueAt <= now ? recordsIn(job.task) : 0;
  for (const row of rows) {
    const { tenantId } = row.job;
    const records = recordsDue(row);
    if (records === 0) continue;
    tenants.set(tenantId, (tenants.get(tenantId) ?? 0) + records);
  }
  const queues = Object.fromEntries(QUEUES.map((name) => {
    const own = rows.filter(({ job }) => queueOf(job.task) === name);
    const dueSince = (rows: readonly OutboxRow[]) =>
      rows.map(({ dueAt, createdAt }) => dueAt ?? createdAt)
        .filter((due) => due <= now);
    const untaken = dueSince(own.filter(({ takenAt }) => takenAt === null));
    const dead = letters.filter(({ queue, replayedAt }) =>
      queue === name && replayedAt === null
    );
    return [name, {
      jobs: own.length,
      records: own.reduce((sum, row) => sum + recordsDue(row), 0),
      oldest: earliest(dueSince(own)),
      untaken: earliest(untaken),
      dead: dead.length,
      oldestDead: earliest(dead.map(({ diedAt }) => diedAt)),
    }];
  })) as unknown as Census["queues"];
  return { queues, tenants };
}

function earliest(instants: readonly Instant[]): Instant | null {
  return instants.toSorted()[0] ?? null;
}
