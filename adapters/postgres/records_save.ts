import type { RecordId } from "../../src/kernel/ids.ts";
import type { Instant } from "../../src/kernel/instant.ts";
import type { CompanyRecord } from "../../src/records/record.ts";
import { json, looksLike } from "./columns.ts";
import type { Transaction } from "./connect.ts";
import { recordsetColumns, recordToRow } from "./record_row.ts";

/**
 * Updates those whose version still stands and keeps the traces they replace, in one statement.
 * `earlier` sees the rows as they were before the update. A row whose version moved on in the meantime is in
 * `earlier` but not in `written`, so its trace is not kept twice.
 */
export async function saveRecords(
  sql: Transaction,
  records: readonly CompanyRecord[],
  now: Instant,
): Promise<readonly RecordId[]> {
  if (records.length === 0) return [];
  const rows = records.map(recordToRow);
  const written = await sql<{ id: RecordId }[]>`
    with given as materialized (
      select * from json_to_recordset(${json(sql, rows)}) as rows (
        ${recordsetColumns(sql)})
      where ${looksLike(sql, "id", "rec")}
    ),
    earlier as materialized (
      select r.id, r.version, r.reasoning_trace as trace
      from given join records r using (id, version)
      where r.reasoning_trace is not null and r.reasoning_trace is distinct from given.trace
    ),
    written as (
      update records as r
      set version = r.version + 1,
        received_at = given."receivedAt",
        fingerprint = given.fingerprint,
        occurred_at = given."occurredAt",
        description = given.description,
        counterparty = given.counterparty,
        amount_minor = given.minor,
        currency = given.currency,
        attributes = given.attributes,
        search_text = given.search,
        status = given.status,
        outcome = given.outcome,
        category_id = given."categoryId",
        source = given.source,
        confidence = given.confidence,
        settled_by_person = given."settledByPerson",
        reasoning_trace = given.trace
      from given
      where r.id = given.id and r.version = given.version
      returning r.id
    ),
    kept as (
      insert into record_traces (record_id, version, trace, replaced_at)
      select id, earlier.version, earlier.trace, ${now}
      from written join earlier using (id)
    )
    select id from written`;
  return written.map(({ id }) => id);
}
