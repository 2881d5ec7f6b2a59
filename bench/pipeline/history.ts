import type { Sql } from "../../adapters/postgres/connect.ts";
import type { TenantId } from "../../src/kernel/ids.ts";

/**
 * Fills a tenant's past until it has `total` records: copies of processed ones under other ids, two events for each,
 * by bare SQL. Their hashes are no chain: nothing measured looks at them.
 */
export async function fillHistory(
  sql: Sql,
  tenantId: TenantId,
  total: number,
): Promise<void> {
  const [there] = await sql`
    select count(*) as records from records where tenant_id = ${tenantId}`;
  const more = total - Number(there!.records);
  if (more <= 0) return;
  await sql.begin(async (tx) => {
    await tx`
      create temporary table pattern on commit drop as
      select *, row_number() over () - 1 as place from (
        select * from records where tenant_id = ${tenantId} and status <> 'ingested' limit 1000
      ) as processed`;
    await tx`
      insert into records
      select tenant_id, 'rec_0' || lpad(n::text, 25, '0'), version, connection_id, 'past' || n, received_at, fingerprint,
        occurred_at, description, counterparty, amount_minor, currency, attributes, search_text, status, outcome,
        category_id, source, confidence, settled_by_person, reasoning_trace, raw
      from generate_series(1, ${more}::integer) n
      join pattern on place = n % (select count(*) from pattern)`;
    const [head] = await tx`
      select seq from event_heads where tenant_id = ${tenantId} for update`;
    await tx`
      insert into events (tenant_id, seq, type, occurred_at, actor, source_agent, payload, hash)
      select ${tenantId}, ${
      head!.seq
    }::bigint + n, case when n % 2 = 1 then 'INGESTED' else 'PROCESSED' end, now(),
        'past', 'balance', jsonb_build_object('record_id', 'rec_0' || lpad(((n + 1) / 2)::text, 25, '0'), 'outcome', 'auto'),
        repeat('0', 64)
      from generate_series(1, ${more}::bigint * 2) n`;
    await tx`
      update event_heads set seq = seq + ${more}::bigint * 2, hash = repeat('0', 64) where tenant_id = ${tenantId}`;
  });
  await sql`vacuum analyze records`;
  await sql`vacuum analyze events`;
  await sql`checkpoint`;
}
