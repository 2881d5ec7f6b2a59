import type { Sql } from "../../../adapters/postgres/connect.ts";
import { vectorText } from "../../../adapters/postgres/vector_search.ts";
import type { Embedder } from "../../../ports/embedder.ts";
import type { BenchTenant } from "../tenants.ts";

/** The Redis queue of the common design. */
export const QUEUE = "common";

/**
 * The tables of the common design: no row security, no hash chain, no outbox, and an HNSW index over the examples,
 * one vector per approved record.
 */
const TABLES = `
create table common_records (
  id text primary key, tenant_id text not null, external_id text not null, occurred_at timestamptz,
  description text not null, counterparty text, amount_minor bigint, currency text, attributes jsonb not null,
  raw jsonb, status text not null, outcome text, category_id text, source text, confidence double precision,
  trace jsonb, received_at timestamptz not null default now(), unique (tenant_id, external_id));
create index common_records_waiting on common_records (tenant_id) where status = 'ingested';
create table common_examples (
  record_id text primary key, tenant_id text not null, category_id text not null, embedding vector(512) not null);
create table common_approvals (
  id text primary key, tenant_id text not null, record_id text not null, suggestion text, confidence double precision,
  state text not null, created_at timestamptz not null default now());
create table common_events (
  seq bigint generated always as identity primary key, tenant_id text not null, type text not null,
  occurred_at timestamptz not null default now(), payload jsonb not null);
create index common_events_by_type on common_events (tenant_id, type, seq);`;

const TEXTS_AT_A_TIME = 500;

/** What a record is embedded by: all that is said of it. */
export function textOf(
  { description, counterparty, attributes }: {
    readonly description: string;
    readonly counterparty: string | null;
    readonly attributes: Readonly<Record<string, unknown>>;
  },
): string {
  return [description, counterparty ?? "", ...Object.values(attributes)]
    .join(" ");
}

/** Makes the tables, and fills the examples with what the tenant's people approved. */
export async function openCommon(
  sql: Sql,
  { tenantId }: BenchTenant,
  embedder: Embedder,
): Promise<void> {
  await sql.unsafe(TABLES);
  const approved = await sql<
    {
      id: string;
      categoryId: string;
      description: string;
      counterparty: string | null;
      attributes: Record<string, unknown>;
    }[]
  >`
    select id, category_id as "categoryId", description, counterparty, attributes from records
    where tenant_id = ${tenantId} and status = 'approved'`;
  for (let i = 0; i < approved.length; i += TEXTS_AT_A_TIME) {
    const part = approved.slice(i, i + TEXTS_AT_A_TIME);
    const vectors = await embedder.embed(part.map(textOf));
    await sql`
      insert into common_examples (tenant_id, record_id, category_id, embedding)
      select ${tenantId}, id, category_id, embedding::vector from unnest(${
      part.map(({ id }) => id)
    }::text[],
        ${part.map(({ categoryId }) => categoryId)}::text[], ${
      vectors.map(vectorText)
    }::text[]) as given (id, category_id, embedding)`;
  }
  await sql`create index on common_examples using hnsw (embedding vector_cosine_ops)`;
  await sql`analyze common_examples`;
}
