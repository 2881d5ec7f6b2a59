import type { Fragment } from "postgres";
import type { Clock } from "../../ports/clock.ts";
import type { EventFilter, EventLog } from "../../ports/event_log.ts";
import { chainOn, GENESIS } from "../../src/events/chain.ts";
import { erasedInUnit } from "../../src/events/erasure.ts";
import type { ChainHead, RecordedEvent } from "../../src/events/event.ts";
import type { Fact } from "../../src/events/fact.ts";
import { queueOf, recordsIn } from "../../src/events/job.ts";
import { reactionsTo } from "../../src/events/reactions.ts";
import { subjectNames } from "../../src/events/subject.ts";
import type { Instant } from "../../src/kernel/instant.ts";
import type { Permit } from "../../src/tenancy/access.ts";
import { instantOf, json } from "./columns.ts";
import type { Transaction } from "./connect.ts";
import { eraseEvents } from "./erase_events.ts";

type EventRow = Omit<RecordedEvent, "seq" | "occurredAt"> & {
  /** A bigint, which comes back as text. */
  readonly seq: string;
  readonly occurredAt: Date;
};
type HeadRow = { readonly seq: string; readonly hash: string };

/** What a unit left behind. */
export interface Flushed {
  /** Jobs in the outbox. */
  readonly jobs: number;
  /** Of the last event that it appended; null: none. */
  readonly seq: number | null;
}

/**
 * A tenant's log in one unit. Facts wait until `flush`, the last thing before the commit, because it holds the
 * tenant's head until then; it writes them and the jobs that follow.
 */
export function postgresEventLog(
  sql: Transaction,
  permit: Permit,
  { clock, salt }: { readonly clock: Clock; readonly salt: () => string },
): { readonly log: EventLog; flush(): Promise<Flushed> } {
  const waiting: Fact[] = [];
  const erasing: number[] = [];

  function about(id: string): Fragment {
    const names = subjectNames(id);
    // By names that are known: to look for the text in whatever a payload has takes ten times as long.
    return names === null ? sql`false` : sql`(payload ->> ${names.one} = ${id}
      or payload ->> 'subject_id' = ${id} or payload -> ${names.many} ? ${id})`;
  }

  async function read(
    filter: EventFilter,
    part: Fragment,
  ): Promise<readonly RecordedEvent[]> {
    const { types, sourceAgent, actor, subject, from, to } = filter;
    const rows = await sql<EventRow[]>`
      select seq, type, occurred_at as "occurredAt", actor, source_agent as "sourceAgent",
        payload, salt, payload_hash as "payloadHash", hash
      from events
      where true
        ${types === undefined ? sql`` : sql`and type = any(${[...types]})`}
        ${
      sourceAgent === undefined ? sql`` : sql`and source_agent = ${sourceAgent}`
    }
        ${actor === undefined ? sql`` : sql`and actor = ${actor}`}
        ${subject === undefined ? sql`` : sql`and ${about(subject)}`}
        ${from === undefined ? sql`` : sql`and occurred_at >= ${from}`}
        ${to === undefined ? sql`` : sql`and occurred_at < ${to}`}
        ${part}`;
    return rows.map((row) => ({
      ...row,
      seq: Number(row.seq),
      occurredAt: instantOf(row.occurredAt),
    }));
  }

  const log: EventLog = {
    append(facts) {
      for (const fact of facts) waiting.push(fact);
    },
    erase(seqs) {
      for (const seq of seqs) erasing.push(seq);
    },
    after(after, limit, filter = {}) {
      return read(filter, sql`and seq > ${after} order by seq limit ${limit}`);
    },
    before(before, limit, filter = {}) {
      return read(
        filter,
        sql`${before === null ? sql`` : sql`and seq < ${before}`}
          order by seq desc limit ${limit}`,
      );
    },
    async head() {
      const rows = await sql<HeadRow[]>`select seq, hash from event_heads`;
      return headOf(rows) ?? GENESIS;
    },
  };

  return {
    log,
    async flush() {
      const erased = erasedInUnit(erasing, waiting);
      if (waiting.length === 0) return { jobs: 0, seq: null };
      if (erased.length > 0) await eraseEvents(sql, erased);
      const head = await lockHead(sql);
      const at = clock.now();
      const { actor, sourceAgent, tenantId } = permit;
      const events = chainOn(head, waiting, {
        at,
        actor: actor.id,
        sourceAgent,
        salt,
      });
      const jobs = reactionsTo(tenantId, head.seq + 1, waiting)
        .map(({ id, task, dueAt = null }, place) => ({
          id,
          queue: queueOf(task),
          task,
          records: recordsIn(task),
          due_at: dueAt,
          place,
        }));
      await Promise.all([
        insertEvents(sql, events),
        ...(jobs.length === 0 ? [] : [insertJobs(sql, jobs, {
          at,
          traceparent: permit.traceparent ?? null,
        })]),
      ]);
      return { jobs: jobs.length, seq: events.at(-1)!.seq };
    },
  };
}

async function lockHead(sql: Transaction): Promise<ChainHead> {
  const select = () =>
    sql<HeadRow[]>`select seq, hash from event_heads for update`;
  const head = headOf(await select());
  if (head) return head;
  await sql`
    insert into event_heads (seq, hash) values (${GENESIS.seq}, ${GENESIS.hash})
    on conflict on constraint event_heads_pk do nothing`;
  return headOf(await select())!;
}

function headOf([row]: readonly HeadRow[]): ChainHead | undefined {
  return row && { seq: Number(row.seq), hash: row.hash };
}

async function insertEvents(
  sql: Transaction,
  events: readonly RecordedEvent[],
): Promise<void> {
  const { occurredAt, actor, sourceAgent } = events[0]!;
  const last = events.at(-1)!;
  await sql`
    with head as (
      update event_heads set seq = ${last.seq}, hash = ${last.hash}
    )
    insert into events (seq, type, occurred_at, actor, source_agent, payload, salt, payload_hash, hash)
    select seq, type, ${occurredAt}, ${actor}, ${sourceAgent}, payload, salt, payload_hash, hash
    from json_to_recordset(${
    json(
      sql,
      events.map(({ seq, type, payload, salt, payloadHash, hash }) => ({
        seq,
        type,
        payload,
        salt,
        payload_hash: payloadHash,
        hash,
      })),
    )
  }) as given (seq bigint, type text, payload jsonb, salt text, payload_hash text, hash text)`;
}

async function insertJobs(
  sql: Transaction,
  jobs: readonly unknown[],
  { at, traceparent }: {
    readonly at: Instant;
    readonly traceparent: string | null;
  },
): Promise<void> {
  await sql`
    insert into outbox (id, queue, task, records, due_at, created_at, traceparent)
    select id, queue, task, records, due_at, ${at}, ${traceparent}
    from json_to_recordset(${json(sql, jobs)}) as given (
      id text, queue text, task jsonb, records integer, due_at timestamptz, place integer)
    order by place`;
}
