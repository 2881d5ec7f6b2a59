import postgres from "postgres";
import { arrays } from "../../adapters/postgres/arrays.ts";
import type { Sql, Transaction } from "../../adapters/postgres/connect.ts";

/** Jobs at once in the common design, and connections for them: more was not faster on two cores. */
export const AT_ONCE = 16;

/** Connections that are in the tenant for good, so that a statement needs no transaction around it. */
export function connectAsTenant(
  url: string,
  tenantId: string,
  max: number,
): Sql {
  return postgres(url, {
    max,
    fetch_types: false,
    types: arrays,
    onnotice: () => {},
    connection: { role: "balance_app", "app.tenant_id": tenantId },
  }) as unknown as Sql;
}

/** The common design's events are numbered by a sequence: no head to hold, no hash. */
export async function insertEvent(
  sql: Transaction,
  type: string,
  payload: Readonly<Record<string, unknown>>,
): Promise<void> {
  await sql`
    insert into events (seq, type, occurred_at, actor, source_agent, payload, hash)
    values (nextval('common_seq'), ${type}, now(), 'common', 'common', ${
    sql.json(payload as postgres.JSONValue)
  }, '')`;
}
