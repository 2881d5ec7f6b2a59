import { CLAIM_MS, type Learning } from "../../ports/learning.ts";
import type { CategoryId, RecordId, TenantId } from "../../src/kernel/ids.ts";
import {
  proposedOf,
  reachedSimilarity,
} from "../../src/processing/learning/proposed_of.ts";
import type { Trace } from "../../src/processing/trace.ts";
import type { Minor, Money } from "../../src/kernel/money.ts";
import type { Attributes } from "../../src/records/record.ts";
import { instantOf, instantOrNull, jsonb } from "./columns.ts";
import type { Transaction } from "./connect.ts";
import type { LearnedCache } from "./learned_cache.ts";
import { learnedOf, type LearnedRow, stateOf } from "./learned_row.ts";
import { StaleVersion } from "./lost_race.ts";

interface PageRow {
  readonly recordId: RecordId;
  readonly categoryId: CategoryId | null;
  readonly at: Date;
  readonly occurredAt: Date | null;
  readonly description: string;
  readonly counterparty: string | null;
  readonly minor: Minor | null;
  readonly currency: Money["currency"] | null;
  readonly attributes: Attributes;
  readonly trace: Trace | null;
  readonly inclusion: number | null;
  readonly judged: boolean;
}

/** What was learned from a tenant's examples: one row, whose bytes are read once per process and version. */
export function postgresLearning(
  sql: Transaction,
  tenantId: TenantId,
  cache: LearnedCache,
): Learning {
  return {
    async current() {
      const [head] = await sql<{ version: number; at: Date }[]>`
        select version, at from learned where version > 0`;
      if (!head) return null;
      const known = cache.find(tenantId, head.version, instantOf(head.at));
      if (known) return known;
      const [row] = await sql<LearnedRow[]>`
        select version, at, examples, state, bytes from learned`;
      const learned = learnedOf(row!);
      cache.put(tenantId, learned);
      return learned;
    },
    async keep(learned) {
      const { version, at, examples, text } = learned;
      const { buffer, byteOffset, byteLength } = text.weights;
      const bytes = new Uint8Array(
        buffer as ArrayBuffer,
        byteOffset,
        byteLength,
      );
      const { count } = await sql`
        insert into learned as kept (version, at, examples, state, bytes)
        values (${version}, ${at}, ${examples}, ${
        jsonb(sql, stateOf(learned))
      }, ${bytes})
        on conflict on constraint learned_pk do update
        set version = excluded.version, at = excluded.at, examples = excluded.examples,
          state = excluded.state, bytes = excluded.bytes, claimed_at = null
        where kept.version = excluded.version - 1`;
      if (count === 0) throw new StaleVersion("others learned in the meantime");
    },
    async claim(now) {
      const { count } = await sql`
        insert into learned as kept (claimed_at) values (${now})
        on conflict on constraint learned_pk do update set claimed_at = excluded.claimed_at
        where kept.claimed_at is null
          or kept.claimed_at <= excluded.claimed_at - ${CLAIM_MS} * interval '1 millisecond'`;
      return count > 0;
    },
    async countSince(at) {
      const [row] = await sql<[{ count: number }]>`
        select count(*)::integer as count from examples
        ${at === null ? sql`` : sql`where decided_at > ${at}`}`;
      return row.count;
    },
    async page(latest, after, limit) {
      const rows = await sql<PageRow[]>`
        select taken.record_id as "recordId", taken.category_id as "categoryId", taken.decided_at as at,
          r.occurred_at as "occurredAt", r.description, r.counterparty, r.amount_minor::text as minor,
          r.currency, r.attributes, r.reasoning_trace as trace, o.inclusion, o.record_id is not null as judged
        from (
          select * from (
            (select e.record_id, e.category_id, e.decided_at from examples e
              order by e.decided_at desc, e.record_id desc limit ${latest})
            union all
            (select o.record_id, null, o.decided_at from proposal_outcomes o
              where o.decided is null and o.inclusion is not null
              order by o.decided_at desc, o.record_id desc limit ${latest})
            order by decided_at desc, record_id desc limit ${latest}
          ) latest
          ${
        after === null
          ? sql``
          : sql`where (decided_at, record_id) > (${after.at}, ${after.recordId})`
      }
          order by decided_at, record_id limit ${limit}
        ) taken
        join records r on r.id = taken.record_id
        left join proposal_outcomes o on o.record_id = taken.record_id
        order by taken.decided_at, taken.record_id`;
      return rows.map((row) => ({
        recordId: row.recordId,
        categoryId: row.categoryId,
        at: instantOf(row.at),
        reached: reachedSimilarity(row.trace),
        proposed: proposedOf(row.trace, row.categoryId),
        // A record from before outcomes were kept waited for a person.
        inclusion: row.judged ? row.inclusion : 1,
        content: {
          occurredAt: instantOrNull(row.occurredAt),
          description: row.description,
          counterparty: row.counterparty,
          amount: row.minor === null || row.currency === null
            ? null
            : { minor: row.minor, currency: row.currency },
          attributes: row.attributes,
        },
      }));
    },
  };
}
