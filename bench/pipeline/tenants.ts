import type { Sql } from "../../adapters/postgres/connect.ts";
import { systemClock } from "../../adapters/system/clock.ts";
import { randomIds } from "../../adapters/system/ids.ts";
import { postgresUnitOfWork } from "../../adapters/postgres/unit_of_work.ts";
import { hashSecret, newSecret } from "../../src/tenancy/api_key_secret.ts";
import { createTenant } from "../../src/tenancy/use_cases/create_tenant.ts";

/** A tenant, and the secret of a key that opens it. */
export interface BenchTenant {
  readonly tenantId: string;
  readonly key: string;
}

export async function newTenant(sql: Sql): Promise<BenchTenant> {
  const clock = systemClock();
  const made = await createTenant({
    clock,
    ids: randomIds(),
    uow: postgresUnitOfWork(sql, { clock }),
  }, {
    name: "Bench",
    ownerEmail: "b@bench.example",
    ownerName: "Bench",
    settings: { similarityThreshold: 0.9, auditRate: 0 },
  });
  if (!made.ok) throw new Error(made.failure.kind);
  return { tenantId: made.value.tenant.id, key: made.value.secret };
}

/** What a tenant knows and has, in the order in which it can be written; its events stay behind. */
const COPIED = [
  "members",
  "connections",
  "categories",
  "rule_sets",
  "rule_versions",
  "records",
  "approvals",
  "example_keys",
  "example_texts",
  "text_vectors",
] as const;

let copies = 0;

/** A new tenant with all that `from` has, under the same ids, by bare SQL: seconds instead of teaching it again. */
export async function copyTenant(
  sql: Sql,
  from: BenchTenant,
): Promise<BenchTenant> {
  const tenantId = otherTenantId(from.tenantId, ++copies);
  const key = newSecret(crypto.getRandomValues(new Uint8Array(32)));
  await sql.begin(async (tx) => {
    // The rows were checked when they were first written.
    await tx`set local session_replication_role = replica`;
    await tx`
      insert into tenants select ${tenantId}, version, name, settings, created_at
      from tenants where id = ${from.tenantId}`;
    await tx`
      insert into api_keys (tenant_id, id, version, name, role, scopes, source_agent, secret_hash, hint, created_at)
      select ${tenantId}, id, version, name, role, scopes, source_agent, ${
      hashSecret(key)
    }, hint, created_at
      from api_keys where tenant_id = ${from.tenantId}`;
    for (const table of COPIED) {
      const columns = await columnsOf(tx, table);
      await tx.unsafe(
        `insert into ${table} (tenant_id, ${columns}) select $1, ${columns} from ${table} where tenant_id = $2`,
        [tenantId, from.tenantId],
      );
    }
  });
  return { tenantId, key };
}

/** The columns that can be written, but for the tenant's. */
export async function columnsOf(
  sql: { readonly unsafe: Sql["unsafe"] },
  table: string,
): Promise<string> {
  const rows = await sql.unsafe<{ name: string }[]>(
    `select format('%I', attname) as name from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attidentity = '' and attname <> 'tenant_id'
     order by attnum`,
    [table],
  );
  return rows.map(({ name }) => name).join(", ");
}

/** An id of the same form: its last characters count. */
function otherTenantId(id: string, count: number): string {
  return id.slice(0, -4) + String(count).padStart(4, "0");
}

/** Whether nothing of the tenant waits to be done. */
export async function outboxIsEmpty(
  sql: Sql,
  tenantId: string,
): Promise<boolean> {
  const [row] = await sql`
    select exists (select from outbox where tenant_id = ${tenantId}) as waits`;
  return !row!.waits;
}

/** The number of the tenant's last event; 0 where it has none. */
export async function headOf(sql: Sql, tenantId: string): Promise<number> {
  const [row] = await sql`
    select seq from event_heads where tenant_id = ${tenantId}`;
  return Number(row?.seq ?? 0);
}
