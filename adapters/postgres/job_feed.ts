import type { JobFeed } from "../../ports/job_feed.ts";
import { readCensus } from "./census.ts";
import { begin, type Enter } from "./begin.ts";
import type { Sql, Transaction } from "./connect.ts";
import { jobOf, type JobRow } from "./job_row.ts";
import { postgresLogProgress } from "./log_progress.ts";
import { storageErrors } from "./storage_down.ts";

type Row = JobRow & {
  readonly turn: string;
  readonly position: string;
};

/** What a relay marks may be lost with the server: then the jobs go out once more, which does no harm. */
const enter: Enter = (tx) =>
  tx`select set_config('role', 'balance_relay', true), set_config('synchronous_commit', 'off', true)`;

/** The outbox of all tenants, read in the role that may see nothing else. */
export function postgresJobFeed(sql: Sql): JobFeed {
  const asRelay = <T>(work: (tx: Transaction) => Promise<T>) =>
    storageErrors(() => begin(sql, enter, work)) as Promise<T>;

  return {
    take: ({ limit, share, now, takenBefore }, carry) =>
      asRelay(async (tx) => {
        // Tenants are walked through the index, one look-up each: a long outbox of one costs the others nothing.
        const rows = await tx<Row[]>`
          with recursive waiting as (
            (select tenant_id from outbox order by tenant_id limit 1)
            union all
            select (
              select tenant_id from outbox o where o.tenant_id > w.tenant_id order by tenant_id limit 1
            ) from waiting w where w.tenant_id is not null
          ), due as materialized (
            select o.position, row_number() over (partition by w.tenant_id order by o.position) as turn
            from waiting w cross join lateral (
              select count(*) as jobs from (
                select from outbox
                where tenant_id = w.tenant_id and taken_at >= ${takenBefore} limit ${share}
              ) as those_out
            ) as out_now cross join lateral (
              select position from outbox
              where tenant_id = w.tenant_id
                and (taken_at is null or taken_at < ${takenBefore})
                and (due_at is null or due_at <= ${now})
              order by position limit ${share} - out_now.jobs
              for update skip locked
            ) as o
            where w.tenant_id is not null
            order by turn, position limit ${limit}
          )
          update outbox o set taken_at = ${now}
          from due where o.position = due.position
          returning due.turn, o.position, o.id, o.tenant_id as "tenantId", o.task, o.traceparent`;
        const jobs = rows
          .sort((a, b) =>
            Number(a.turn) - Number(b.turn) ||
            Number(a.position) - Number(b.position)
          )
          .map(jobOf);
        if (jobs.length > 0) await carry?.(jobs);
        return jobs;
      }),
    census: (now) => asRelay((tx) => readCensus(tx, now)),
    logs: postgresLogProgress(asRelay),
  };
}
