import type { Sql } from "../../adapters/postgres/connect.ts";
import type { TenantId } from "../../src/kernel/ids.ts";
import { ok } from "../../src/kernel/result.ts";
import { systemClock } from "../../adapters/system/clock.ts";
import { postgresUnitOfWork } from "../../adapters/postgres/unit_of_work.ts";
import {
  permitTo,
  sampleCategory,
  sampleConnection,
  sampleIds,
  sampleScope,
  sampleTenant,
} from "../../tests/support/samples.ts";

const CATEGORIES = 40;

/**
 * A company with so many records of the last 360 days in the order of their time, in three currencies, of 40 categories and 3,000 counterparties;
 * each with a trace as the pipeline writes them and an event of its decision. Written by the server itself.
 */
export async function fillCompany(
  sql: Sql,
  records: number,
): Promise<TenantId> {
  const tenant = sampleTenant();
  const uow = postgresUnitOfWork(sql, { clock: systemClock() });
  const connection = sampleConnection({ isDefault: true });
  const categories = Array.from(
    { length: CATEGORIES },
    (_, n) => sampleCategory({ name: `Category ${n}` }),
  );
  const permit = permitTo("records.write", sampleScope(tenant.id));
  await uow.run(permit, async (tx) => {
    await tx.tenants.add([tenant]);
    await tx.connections.add([connection]);
    await tx.categories.add(categories);
    return ok(null);
  });
  const trace = JSON.stringify({
    schema: 1,
    limits: { similarity_threshold: 0.95, model: null },
    steps: [{
      kind: "examples_recalled",
      at: "2026-03-01T00:00:00.000Z",
      embedder: "hashed-ngram-512@1",
      neighbours: Array.from({ length: 5 }, () => ({
        record_id: sampleIds.next("rec"),
        category_id: categories[0]!.id,
        similarity: 0.9,
        count: 3,
        match: "similar",
      })),
      proposal: categories[0]!.id,
      score: 0.97,
    }],
    conclusion: {
      kind: "settled",
      category_id: categories[0]!.id,
      source: "similarity",
      confidence: 0.97,
      threshold: 0.95,
    },
  });
  await sql.begin(async (tx) => {
    await tx`select set_config('app.tenant_id', ${tenant.id}, true)`;
    await tx`
      insert into records (id, version, connection_id, external_id, received_at, fingerprint, occurred_at, description,
        counterparty, amount_minor, currency, attributes, search_text, status, outcome, category_id, source, confidence,
        settled_by_person, reasoning_trace)
      select 'rec_' || lpad(n::text, 26, '0'), 1, ${connection.id}, 'x-' || n, now() - interval '1 day', n::text,
        date_trunc('milliseconds', now() - (${records} - n) * (interval '360 days' / ${records})), 'Purchase ' || n % 5000 || ' at the yard',
        'Supplier ' || n % 3000, (n::bigint * 7919) % 100000 - 80000, (array['EUR', 'GBP', 'JPY'])[1 + n % 3], '{}',
        'purchase at the yard', 'processed', 'auto', (${
      categories.map(({ id }) => id)
    }::text[])[1 + n % ${CATEGORIES}], 'similarity', 0.97, '{}', ${trace}::text::jsonb
      from generate_series(1, ${records}::integer) n`;
    await tx`
      insert into events (seq, type, occurred_at, actor, source_agent, payload, hash)
      select n, 'PROCESSED', now() - (${records} - n) * (interval '360 days' / ${records}), 'job:process', 'balance',
        jsonb_build_object('record_id', 'rec_' || lpad(n::text, 26, '0'), 'outcome', 'auto', 'category_id', null,
          'source', (array['rule', 'similarity', 'model', null])[1 + n % 4], 'confidence', 0.97,
          'model', jsonb_build_object('tokens', 300, 'cost_micros', 90)), repeat('0', 64)
      from generate_series(1, ${records}::integer) n`;
    await tx`insert into event_heads (seq, hash) values (${records}, repeat('0', 64))`;
    await tx`
      insert into proposal_outcomes (record_id, source, proposed, decided, score, settled, inclusion, among_candidates,
        decided_at)
      select 'rec_' || lpad(n::text, 26, '0'), 'similarity', ${
      categories[0]!.id
    }, ${
      categories[0]!.id
    }, 0.97, true, 0.5, true, now() - (n % 360) * interval '1 day'
      from generate_series(1, ${records}::integer, 10) n`;
    await tx`
      insert into approvals (id, version, record_id, because, confidence, created_at, state)
      select 'apr_' || lpad(n::text, 26, '0'), 1, 'rec_' || lpad(n::text, 26, '0'), 'not_sure_enough', 0.5,
        now() - (n % 20) * interval '1 day', 'waiting'
      from generate_series(1, ${records}::integer, 20) n`;
  });
  return tenant.id;
}
