import type { PendingRecords } from "../../ports/pending_records.ts";
import type { RecordId } from "../../src/kernel/ids.ts";
import type { Transaction } from "./connect.ts";

type Row = { readonly id: RecordId };

/** A tenant's records that are not booked yet. */
export function postgresPendingRecords(sql: Transaction): PendingRecords {
  return {
    async add(ids) {
      if (ids.length === 0) return;
      await sql`
        insert into pending_records (record_id, connection_id)
        select id, connection_id from records where id = any(${[
        ...ids,
      ]}) order by id
        on conflict on constraint pending_records_pk do nothing`;
    },
    async remove(ids) {
      if (ids.length === 0) return;
      await sql`delete from pending_records where record_id = any(${[...ids]})`;
    },
    async among(ids) {
      if (ids.length === 0) return [];
      const rows = await sql<Row[]>`
        select record_id as id from pending_records where record_id = any(${[
        ...ids,
      ]})`;
      return rows.map(({ id }) => id);
    },
    async alike(amounts) {
      if (amounts.length === 0) return [];
      const rows = await sql<Row[]>`
        select distinct r.id
        from unnest(
          ${amounts.map(({ connectionId }) => connectionId)}::text[],
          ${amounts.map(({ amount }) => amount.minor)}::bigint[],
          ${amounts.map(({ amount }) => amount.currency)}::text[]
        ) as given (connection_id, minor, currency)
        join pending_records p using (connection_id)
        join records r on r.id = p.record_id and r.amount_minor = given.minor and r.currency = given.currency`;
      return rows.map(({ id }) => id);
    },
  };
}
