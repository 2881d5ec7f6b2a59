import type { JobFeed } from "../../ports/job_feed.ts";
import type { Job } from "../../src/events/job.ts";
import type { Sql } from "./connect.ts";

/** The outbox of all tenants, read in the role that may see nothing else. */
export function postgresJobFeed(sql: Sql): JobFeed {
  return {
    async take(limit, now, takenBefore) {
      const rows = await sql.begin(async (tx) => {
        await tx`select set_config('role', 'balance_relay', true)`;
        // A sub-select in the condition may run more than once, and then takes more than the limit.
        return await tx<(Job & { position: string })[]>`
          with due as materialized (
            select position from outbox
            where taken_at is null or taken_at < ${takenBefore}
            order by position limit ${limit}
            for update skip locked
          )
          update outbox o set taken_at = ${now}
          from due
          where o.position = due.position
          returning o.position, o.id, o.tenant_id as "tenantId", o.task`;
      });
      return rows
        .sort((a, b) => Number(a.position) - Number(b.position))
        .map(({ id, tenantId, task }) => ({ id, tenantId, task }));
    },
  };
}
