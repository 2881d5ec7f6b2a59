import type { PayloadFilter, Payloads } from "../../ports/payloads.ts";
import {
  PAYLOAD_STATES,
  type PayloadState,
} from "../../src/integrations/payload.ts";
import { pageOf } from "../../src/kernel/page.ts";
import { jsonb } from "./columns.ts";
import type { Transaction } from "./connect.ts";
import { PAYLOAD_COLUMNS } from "./entities.ts";
import { entityOf, rowOf, rowStore } from "./row_store.ts";

/** A tenant's payloads. */
export function postgresPayloads(sql: Transaction): Payloads {
  const { add, find, save } = rowStore(sql, "payloads", PAYLOAD_COLUMNS);
  const names = Object.values<string>(PAYLOAD_COLUMNS);
  return {
    add,
    find,
    save,
    async keep(payloads) {
      if (payloads.length === 0) return [];
      const rows = payloads.map((one) => rowOf(PAYLOAD_COLUMNS, one));
      const kept = await sql<{ id: string }[]>`
        insert into payloads (${sql(names)})
        select ${sql(names)}
        from jsonb_populate_recordset(null::payloads, ${jsonb(sql, rows)})
        on conflict on constraint payloads_once do nothing
        returning id`;
      const ids = new Set(kept.map(({ id }) => id));
      return payloads.filter(({ id }) => ids.has(id));
    },
    async list({ connectionId, state }: PayloadFilter, { limit, cursor }) {
      const rows = await sql`
        select ${sql(names)} from payloads
        where ${cursor === null ? sql`true` : sql`id < ${cursor}`}
          and ${
        connectionId === null ? sql`true` : sql`connection_id = ${connectionId}`
      }
          and ${state === null ? sql`true` : sql`state = ${state}`}
        order by id desc limit ${limit + 1}`;
      return pageOf(
        rows.map((row) => entityOf(PAYLOAD_COLUMNS, row)),
        limit,
        ({ id }) => id,
      );
    },
    async waiting(connectionId, limit) {
      const rows = await sql`
        select ${sql(names)} from payloads
        where connection_id = ${connectionId} and state = 'waiting' order by id limit ${limit}`;
      return rows.map((row) => entityOf(PAYLOAD_COLUMNS, row));
    },
    async findKey(connectionId, externalId, sha256) {
      const [row] = await sql`
        select ${sql(names)} from payloads
        where connection_id = ${connectionId} and external_id = ${externalId} and sha256 = ${sha256}`;
      return row && entityOf(PAYLOAD_COLUMNS, row);
    },
    async counts(connectionId) {
      const rows = await sql<{ state: PayloadState; count: string }[]>`
        select state, count(*) from payloads where connection_id = ${connectionId} group by state`;
      const counts = new Map(
        rows.map(({ state, count }) => [state, Number(count)]),
      );
      return Object.fromEntries(
        PAYLOAD_STATES.map((state) => [state, counts.get(state) ?? 0]),
      ) as Record<PayloadState, number>;
    },
  };
}
