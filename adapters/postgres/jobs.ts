import type { Jobs } from "../../ports/jobs.ts";
import type { DeadLetter } from "../../src/events/job.ts";
import { instantOf, jsonb } from "./columns.ts";
import type { Transaction } from "./connect.ts";

type DeadLetterRow = Omit<DeadLetter, "diedAt"> & { readonly diedAt: Date };

/** A tenant's part of the outbox, and its dead letters. */
export function postgresJobs(sql: Transaction): Jobs {
  return {
    async settle(jobId) {
      // A second delivery waits here for the first one's end, and then finds the row gone or still there.
      const { count } = await sql`delete from outbox where id = ${jobId}`;
      return count === 1;
    },
    async bury({ jobId, queue, task, reason, attempts, diedAt }) {
      await sql`
        insert into dead_letters (job_id, queue, task, reason, attempts, died_at)
        values (${jobId}, ${queue}, ${
        jsonb(sql, task)
      }, ${reason}, ${attempts}, ${diedAt})
        on conflict on constraint dead_letters_pk do nothing`;
    },
    async dead(limit) {
      const rows = await sql<DeadLetterRow[]>`
        select job_id as "jobId", queue, task, reason, attempts, died_at as "diedAt"
        from dead_letters order by died_at desc, job_id desc limit ${limit}`;
      return rows.map((row) => ({ ...row, diedAt: instantOf(row.diedAt) }));
    },
  };
}
