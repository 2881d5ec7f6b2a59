import type { Census, QueueCensus } from "../../ports/job_feed.ts";
import { type QueueName, QUEUES } from "../../src/events/job.ts";
import type { TenantId } from "../../src/kernel/ids.ts";
import type { Instant } from "../../src/kernel/instant.ts";
import { instantOrNull } from "./columns.ts";
import type { Transaction } from "./connect.ts";

interface WaitingRow {
  readonly tenantId: TenantId;
  readonly queue: QueueName;
  readonly jobs: string;
  readonly records: string;
  readonly oldest: Date | null;
  readonly untaken: Date | null;
}

interface DeadRow {
  readonly queue: QueueName;
  readonly dead: string;
  readonly oldest: Date;
}

const NOTHING: QueueCensus = {
  jobs: 0,
  records: 0,
  oldest: null,
  untaken: null,
  dead: 0,
  oldestDead: null,
};

/** Counts the outbox and the dead letters of all tenants, in the relay's role. */
export async function readCensus(
  sql: Transaction,
  now: Instant,
): Promise<Census> {
  const [waiting, dead] = await Promise.all([
    sql<WaitingRow[]>`
      select tenant_id as "tenantId", queue, count(*) as jobs,
        coalesce(sum(records) filter (where due_at is null or due_at <= ${now}), 0) as records,
        min(coalesce(due_at, created_at)) filter (where coalesce(due_at, created_at) <= ${now}) as oldest,
        min(coalesce(due_at, created_at)) filter (where taken_at is null and coalesce(due_at, created_at) <= ${now})
          as untaken
      from outbox group by tenant_id, queue`,
    sql<DeadRow[]>`
      select queue, count(*) as dead, min(died_at) as oldest
      from dead_letters where replayed_at is null group by queue`,
  ]);
  const tenants = new Map<TenantId, number>();
  for (const { tenantId, records } of waiting) {
    if (Number(records) === 0) continue;
    tenants.set(tenantId, (tenants.get(tenantId) ?? 0) + Number(records));
  }
  const queues = Object.fromEntries(QUEUES.map((name) => {
    const rows = waiting.filter(({ queue }) => queue === name);
    const letters = dead.find(({ queue }) => queue === name);
    const sum = (of: "jobs" | "records") =>
      rows.reduce((total, row) => total + Number(row[of]), 0);
    return [name, {
      ...NOTHING,
      jobs: sum("jobs"),
      records: sum("records"),
      oldest: earliest(rows.map((row) => row.oldest)),
      untaken: earliest(rows.map((row) => row.untaken)),
      ...letters && {
        dead: Number(letters.dead),
        oldestDead: instantOrNull(letters.oldest),
      },
    }];
  })) as unknown as Census["queues"];
  return { queues, tenants };
}

function earliest(dates: readonly (Date | null)[]): Instant | null {
  const times = dates.flatMap((date) => date ? [date.getTime()] : []);
  return times.length === 0
    ? null
    : instantOrNull(new Date(Math.min(...times)));
}
