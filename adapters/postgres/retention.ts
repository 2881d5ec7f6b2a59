import type { Retention } from "../../ports/retention.ts";
import type { Instant } from "../../src/kernel/instant.ts";
import type { RetentionKind } from "../../src/privacy/retention.ts";
import { asEraser } from "./as_eraser.ts";
import type { Transaction } from "./connect.ts";

type Remove = (
  sql: Transaction,
  before: Instant,
  limit: number,
) => Promise<{ readonly count: number }>;

/** One statement a kind. Rows that somebody holds are left for the next time: two who remove at once do not wait. */
const REMOVE: Readonly<Record<RetentionKind, Remove>> = {
  async raw_payloads(sql, before, limit) {
    const records = await sql`
    with old as materialized (
      select r.id from records r
      where r.received_at < ${before} and r.status not in ('ingested', 'failed')
        and (r.raw is not null or exists (
          select from record_conflicts c where c.record_id = r.id and c.raw is not null))
        and not exists (select from approvals a where a.record_id = r.id and a.state = 'waiting')
      order by r.id limit ${limit} for update of r skip locked
    ), conflicts as (
      update record_conflicts c set raw = null from old where c.record_id = old.id and c.raw is not null
    )
    update records r set raw = null from old where r.id = old.id`;
    const bodies = await sql`
      update payloads set version = version + 1, body = null where id in (
        select id from payloads
        where received_at < ${before} and state <> 'waiting' and body is not null
        order by id limit ${limit} for update skip locked)`;
    // The more of the two: as long as either has a full set, there may be more.
    return { count: Math.max(records.count, bodies.count) };
  },
  deliveries: byTime("deliveries", "id", "received_at", "intake is not null"),
  idempotency: byTime("inbox", "key", "claimed_at"),
  model_answers: byTime("model_answers", "key", "at"),
  dead_letters: byTime("dead_letters", "id", "replayed_at"),
  invitations: byTime("invitations", "id", "expires_at"),
  reports: byTime("reports", "id", "ended_at"),
};

/** What a tenant keeps for a time only. */
export function postgresRetention(sql: Transaction): Retention {
  return {
    remove: (kind, before, limit) =>
      asEraser(sql, async () => (await REMOVE[kind](sql, before, limit)).count),
  };
}

/** Removes rows whose time is past, the oldest first; one without a time stays, and so does what `ended` does not hold for. */
function byTime(
  table: string,
  key: string,
  time: string,
  ended = "true",
): Remove {
  return (sql, before, limit) =>
    sql`
    delete from ${sql(table)} where ${sql(key)} in (
      select ${sql(key)} from ${sql(table)}
      where ${sql(time)} < ${before} and ${sql.unsafe(ended)}
      order by ${sql(time)} limit ${limit} for update skip locked)`;
}
