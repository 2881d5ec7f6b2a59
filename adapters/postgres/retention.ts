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
  raw_payloads: (sql, before, limit) =>
    sql`
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
    update records r set raw = null from old where r.id = old.id`,
  deliveries: (sql, before, limit) =>
    sql`
    delete from deliveries where id in (
      select id from deliveries where received_at < ${before} and intake is not null
      order by received_at limit ${limit} for update skip locked)`,
  idempotency: (sql, before, limit) =>
    sql`
    delete from inbox where key in (
      select key from inbox where claimed_at < ${before}
      order by claimed_at limit ${limit} for update skip locked)`,
  model_answers: (sql, before, limit) =>
    sql`
    delete from model_answers where key in (
      select key from model_answers where at < ${before}
      order by at limit ${limit} for update skip locked)`,
  dead_letters: (sql, before, limit) =>
    sql`
    delete from dead_letters where id in (
      select id from dead_letters where replayed_at < ${before}
      order by replayed_at limit ${limit} for update skip locked)`,
  invitations: (sql, before, limit) =>
    sql`
    delete from invitations where id in (
      select id from invitations where expires_at < ${before}
      order by expires_at limit ${limit} for update skip locked)`,
};

/** What a tenant keeps for a time only. */
export function postgresRetention(sql: Transaction): Retention {
  return {
    remove: (kind, before, limit) =>
      asEraser(sql, async () => (await REMOVE[kind](sql, before, limit)).count),
  };
}
