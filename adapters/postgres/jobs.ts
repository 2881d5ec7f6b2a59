import type { Jobs } from "../../ports/jobs.ts";
import type {
  DeadLetter,
  DeadLetterFilter,
} from "../../src/events/dead_letter.ts";
import type { DeadLetterId } from "../../src/kernel/ids.ts";
import { pageOf, type PageRequest } from "../../src/kernel/page.ts";
import { instantOf, instantOrNull, jsonb } from "./columns.ts";
import type { Transaction } from "./connect.ts";

type DeadLetterRow =
  & Omit<DeadLetter, "firstFailedAt" | "diedAt" | "replayedAt">
  & {
    readonly firstFailedAt: Date;
    readonly diedAt: Date;
    readonly replayedAt: Date | null;
  };

/** A tenant's part of the outbox, and its dead letters. */
export function postgresJobs(sql: Transaction): Jobs {
  return {
    async settle(jobId) {
      // A second delivery waits here for the first one's end, and then finds the row gone or still there.
      const { count } = await sql`delete from outbox where id = ${jobId}`;
      return count === 1;
    },
    async bury(letter) {
      await sql`
        insert into dead_letters (
          id, job_id, queue, task, error_class, reason, attempts, first_failed_at, died_at, traceparent, replayed_at)
        values (${letter.id}, ${letter.jobId}, ${letter.queue}, ${
        jsonb(sql, letter.task)
      }, ${letter.errorClass}, ${letter.reason}, ${letter.attempts},
          ${letter.firstFailedAt}, ${letter.diedAt}, ${letter.traceparent}, ${letter.replayedAt})`;
    },
    async dead(filter, { limit, cursor }: PageRequest) {
      const rows = await sql<DeadLetterRow[]>`
        select id, job_id as "jobId", queue, task, error_class as "errorClass", reason, attempts,
          first_failed_at as "firstFailedAt", died_at as "diedAt", traceparent, replayed_at as "replayedAt"
        from dead_letters
        where ${conditions(sql, filter)}
          ${cursor === null ? sql`` : sql`and id < ${cursor}`}
        order by id desc limit ${limit + 1}`;
      return pageOf(rows.map(letterOf), limit, ({ id }) => id);
    },
    async markReplayed(ids, at) {
      const rows = await sql<{ id: DeadLetterId }[]>`
        update dead_letters set replayed_at = ${at}
        where id = any(${[...ids]}) and replayed_at is null returning id`;
      return rows.map(({ id }) => id);
    },
  };
}

function conditions(
  sql: Transaction,
  { ids, queue, errorClass, from, to, replayed }: DeadLetterFilter,
) {
  return sql`true
    ${ids === undefined ? sql`` : sql`and id = any(${[...ids]})`}
    ${queue === undefined ? sql`` : sql`and queue = ${queue}`}
    ${errorClass === undefined ? sql`` : sql`and error_class = ${errorClass}`}
    ${from === undefined ? sql`` : sql`and died_at >= ${from}`}
    ${to === undefined ? sql`` : sql`and died_at < ${to}`}
    ${
    replayed === undefined
      ? sql``
      : replayed
      ? sql`and replayed_at is not null`
      : sql`and replayed_at is null`
  }`;
}

function letterOf(row: DeadLetterRow): DeadLetter {
  return {
    ...row,
    firstFailedAt: instantOf(row.firstFailedAt),
    diedAt: instantOf(row.diedAt),
    replayedAt: instantOrNull(row.replayedAt),
  };
}
