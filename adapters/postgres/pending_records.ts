import type { PendingRecords } from "../../ports/pending_records.ts";
import type { RecordId } from "../../src/kernel/ids.ts";
import { looksLike } from "./columns.ts";
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
      const connections = amounts.map(({ connectionId }) => connectionId);
      // What is pending first: joined to the amounts by connection alone, each would be compared with each.
      const rows = await sql<Row[]>`
        with pending as materialized (
          select r.id, p.connection_id, r.amount_minor, r.currency
          from pending_records p join records r on r.id = p.record_id
          where p.connection_id = any(${[...new Set(connections)]})
            and ${looksLike(sql, "p.record_id", "rec")}
        ), versions as (
          select * from pending
          union all
          select p.id, p.connection_id, (c.content #>> '{amount,minor}')::bigint, c.content #>> '{amount,currency}'
          from pending p join record_conflicts c on c.record_id = p.id
        )
        select distinct id from versions
        where (connection_id, amount_minor, currency) in (
          select * from unnest(
            ${connections}::text[],
            ${amounts.map(({ amount }) => amount.minor)}::bigint[],
            ${amounts.map(({ amount }) => amount.currency)}::text[]))`;
      return rows.map(({ id }) => id);
    },
  };
}
