import type { RecordPast, Records } from "../../ports/records.ts";
import type { RecordId } from "../../src/kernel/ids.ts";
import type { Json } from "../../src/kernel/json.ts";
import { pageOf } from "../../src/kernel/page.ts";
import type { Trace } from "../../src/processing/trace.ts";
import type { Conflict } from "../../src/records/record.ts";
import { instantOf, jsonb, looksLike } from "./columns.ts";
import {
  conflictColumns,
  conflictOf,
  type ConflictRow,
} from "./conflict_row.ts";
import type { Transaction } from "./connect.ts";
import { filterClause } from "./record_filter.ts";
import { admitRecords } from "./records_admit.ts";
import { recordOf, type RecordRow, selectedColumns } from "./record_row.ts";
import { saveRecords } from "./records_save.ts";

/** A tenant's records; every method is one statement over the whole set. */
export function postgresRecords(sql: Transaction): Records {
  const columns = selectedColumns(sql);

  return {
    admit: (records) => admitRecords(sql, records),
    async keepAside(conflicts) {
      if (conflicts.length === 0) return [];
      const rows = await sql<Pick<Conflict, "id">[]>`
        insert into record_conflicts (
          id, record_id, received_at, fingerprint, external_id, pending, content, raw, reasons)
        select id, "recordId", "receivedAt", fingerprint, "externalId", pending, content, raw, reasons
        from jsonb_to_recordset(${jsonb(sql, conflicts)}) as given (
          id text, "recordId" text, "receivedAt" timestamptz, fingerprint text, "externalId" text, pending boolean,
          content jsonb, raw jsonb, reasons jsonb
        )
        order by "recordId", fingerprint, id
        on conflict on constraint record_conflicts_once do nothing
        returning id`;
      return rows.map(({ id }) => id);
    },
    async find(ids) {
      if (ids.length === 0) return [];
      const rows = await sql<RecordRow[]>`
        select ${columns}
        from unnest(${[...new Set(ids)]}::text[]) as asked (id)
        join records using (id)
        where ${looksLike(sql, "asked.id", "rec")}`;
      return rows.map(recordOf);
    },
    save: (records, now) => saveRecords(sql, records, now),
    async list(filter, { limit, cursor }) {
      const rows = await sql<RecordRow[]>`
        select ${columns} from records
        where ${cursor === null ? sql`true` : sql`id < ${cursor}`}
          ${filterClause(sql, filter)}
        order by id desc limit ${limit + 1}`;
      return pageOf(rows.map(recordOf), limit, ({ id }) => id);
    },
    async count(filter) {
      const [row] = await sql<{ count: number }[]>`
        select count(*)::integer as count from records where true ${
        filterClause(sql, filter)
      }`;
      return row!.count;
    },
    past: (id) => readPast(sql, id),
  };
}

async function readPast(
  sql: Transaction,
  id: RecordId,
): Promise<RecordPast | undefined> {
  const [[record], traces, conflicts] = await Promise.all([
    sql<{ raw: Json }[]>`select raw from records where id = ${id}`,
    sql<{ trace: Trace; replacedAt: Date }[]>`
      select trace, replaced_at as "replacedAt" from record_traces
      where record_id = ${id} order by version`,
    sql<ConflictRow[]>`
      select ${conflictColumns(sql)}
      from record_conflicts c join records r on r.id = c.record_id
      where c.record_id = ${id} order by c.id`,
  ]);
  return record && {
    raw: record.raw,
    earlierTraces: traces.map(({ trace, replacedAt }) => ({
      trace,
      replacedAt: instantOf(replacedAt),
    })),
    conflicts: conflicts.map(conflictOf),
  };
}
