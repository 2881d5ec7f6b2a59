import type { RecordId } from "../../src/kernel/ids.ts";
import type { Instant } from "../../src/kernel/instant.ts";
import type { CompanyRecord } from "../../src/records/record.ts";
import { looksLike } from "./columns.ts";
import type { Transaction } from "./connect.ts";
import { changeableSet, documentColumns } from "./recordset.ts";

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
  const { attributes, trace, settledByPerson } = documentColumns(sql);
  const written = await sql<{ id: RecordId }[]>`
    with given as materialized (
      select * from ${changeableSet(sql, records)}
      where ${looksLike(sql, "id", "rec")}
    ),
    earlier as materialized (
      select r.id, r.version, r.reasoning_trace as trace
      from given join records r using (id, version)
      where r.reasoning_trace is not null and r.reasoning_trace is distinct from ${trace}
    ),
    written as (
      update records as r
      set version = r.version + 1,
        occurred_at = given.occurred_at,
        description = given.description,
        counterparty = given.counterparty,
        amount_minor = given.amount_minor,
        currency = given.currency,
        attributes = ${attributes},
        search_text = given.search_text,
        status = given.status,
        outcome = given.outcome,
        category_id = given.category_id,
        source = given.source,
        confidence = given.confidence,
        settled_by_person = ${settledByPerson},
        reasoning_trace = ${trace}
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
