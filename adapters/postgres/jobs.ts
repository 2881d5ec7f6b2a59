import type { Clock } from "../../ports/clock.ts";
import type { Jobs } from "../../ports/jobs.ts";
import type {
  DeadLetter,
  DeadLetterFilter,
} from "../../src/events/dead_letter.ts";
import { queueOf, recordsIn } from "../../src/events/job.ts";
import type { Reaction } from "../../src/events/reactions.ts";
import type { DeadLetterId } from "../../src/kernel/ids.ts";
import { pageOf, type PageRequest } from "../../src/kernel/page.ts";
import { instantOf, instantOrNull, json, jsonb } from "./columns.ts";
import type { Transaction } from "./connect.ts";
import { jobOf, type JobRow } from "./job_row.ts";

type AlongRow = JobRow & { readonly position: string };
type DeadLetterRow =
  & Omit<DeadLetter, "firstFailedAt" | "diedAt" | "replayedAt">
  & {
    readonly firstFailedAt: Date;
    readonly diedAt: Date;
    readonly replayedAt: Date | null;
  };

/** How many other jobs one job takes along. */
const ALONG_MAX = 100;

/** A tenant's part of the outbox, and its dead letters. */
export function postgresJobs(sql: Transaction, clock: Clock): Jobs {
  return {
    async settle(jobId) {
      // A second delivery waits here for the first one's end, and then finds the row gone or still there.
      const { count } = await sql`delete from outbox where id = ${jobId}`;
      return count === 1;
    },
    async settleAll(jobIds) {
      const rows = await sql<{ id: string }[]>`
        delete from outbox where id = any(${[...jobIds]}) returning id`;
      return rows.map(({ id }) => id);
    },
    async takeAlong(records, now) {
      const rows = await sql<AlongRow[]>`
        with due as materialized (
          select position, records from outbox
          where tenant_id = (select current_tenant())
            and task ->> 'kind' = 'process_records' and not task ? 'alone' and taken_at is null and (due_at is null or due_at <= ${now})
          order by position limit ${ALONG_MAX} for update skip locked
        ), along as (
          select position from (
            select position, sum(records) over (order by position) as total from due
          ) as summed where total <= ${records}
        )
        update outbox o set taken_at = ${now}
        from along where o.position = along.position
        returning o.position, o.id, o.tenant_id as "tenantId", o.task, o.traceparent`;
      return rows.sort((a, b) => Number(a.position) - Number(b.position))
        .map(jobOf);
    },
    async release(jobIds) {
      await sql`
        update outbox set taken_at = null where id = any(${[...jobIds]})`;
    },
    async later(jobs) {
      if (jobs.length === 0) return;
      await sql`
        insert into outbox (id, queue, task, records, due_at, created_at, traceparent)
        select id, queue, task, records, due_at, ${clock.now()}, traceparent
        from json_to_recordset(${json(sql, jobs.map(rowOf))}) as given (
          id text, queue text, task jsonb, records integer, due_at timestamptz, traceparent text, place integer)
        order by place
        on conflict do nothing`;
    },
    async hasten(kinds, now) {
      // Looked at again once it is held: a relay may have taken it, or a worker settled it.
      await sql`
        update outbox set due_at = ${now}
        where due_at > ${now} and taken_at is null and task ->> 'kind' = any(${[
        ...kinds,
      ]})`;
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
  { ids, queue, deliveryId, errorClass, from, to, replayed }: DeadLetterFilter,
) {
  return sql`true
    ${ids === undefined ? sql`` : sql`and id = any(${[...ids]})`}
    ${queue === undefined ? sql`` : sql`and queue = ${queue}`}
    ${
    deliveryId === undefined
      ? sql``
      : sql`and task ->> 'deliveryId' = ${deliveryId}`
  }
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

function rowOf({ id, task, dueAt, traceparent }: Reaction, place: number) {
  return {
    id,
    queue: queueOf(task),
    task,
    records: recordsIn(task),
    due_at: dueAt ?? null,
    traceparent: traceparent ?? null,
    place,
  };
}
