import type { RecordId } from "../../src/kernel/ids.ts";
import {
  conflictWithoutTexts,
  diffWithoutTexts,
  rationalesIn,
  traceWithoutTexts,
} from "../../src/privacy/without_texts.ts";
import { wordsOfRecords } from "../../src/privacy/words_of_records.ts";
import type { Trace } from "../../src/processing/trace.ts";
import { ERASED } from "../../src/records/erased.ts";
import type { Conflict } from "../../src/records/record.ts";
import type { RecordDiff } from "../../src/rules/history/plan.ts";
import { jsonb } from "./columns.ts";
import type { Transaction } from "./connect.ts";

interface RecordRow {
  readonly recordId: RecordId;
  readonly connectionId: string;
  readonly externalId: string;
  readonly description: string;
  readonly counterparty: string | null;
  readonly trace: Trace | null;
}

/** Erases the texts of records, of their earlier traces and of what was kept aside. Tells where else they stand, and by which words. */
export async function eraseRecordRows(
  sql: Transaction,
  ids: string[],
  externalIds: boolean,
) {
  const found = await sql<RecordRow[]>`
    select id as "recordId", connection_id as "connectionId", external_id as "externalId", description, counterparty,
      reasoning_trace as trace
    from records where id = any(${ids}) order by id for update`;
  const earlier = await sql<
    { recordId: RecordId; version: number; trace: Trace }[]
  >`
    select record_id as "recordId", version, trace from record_traces where record_id = any(${ids})`;
  const conflicts = await sql<
    Pick<Conflict, "id" | "content">[]
  >`
    select id, content from record_conflicts where record_id = any(${ids})`;
  const traces = found.map(({ recordId, trace }) => ({
    recordId,
    trace: trace && traceWithoutTexts(trace),
  }));
  const { count: records } = await sql`
    update records r set version = r.version + 1, description = ${ERASED}, counterparty = null, attributes = '{}',
      search_text = ${
    ERASED + "\n"
  }, fingerprint = ${ERASED}, raw = null, reasoning_trace = nullif(given.trace, 'null'),
      settled_by_person = array(select field from unnest(r.settled_by_person) field where field not like 'attributes.%'),
      external_id = case when ${externalIds} then ${
    ERASED + "-"
  } || r.id else r.external_id end
    from jsonb_to_recordset(${
    jsonb(sql, traces)
  }) as given ("recordId" text, trace jsonb)
    where r.id = given."recordId"
      and (r.fingerprint <> ${ERASED} or (${externalIds} and r.external_id <> ${
    ERASED + "-"
  } || r.id))`;
  await sql`
    update record_traces t set trace = given.trace
    from jsonb_to_recordset(${
    jsonb(
      sql,
      earlier.map((one) => ({ ...one, trace: traceWithoutTexts(one.trace) })),
    )
  }) as given ("recordId" text, version integer, trace jsonb)
    where t.record_id = given."recordId" and t.version = given.version`;
  await sql`
    update record_conflicts c set fingerprint = given.fingerprint, content = given.content, raw = null,
      external_id = case when ${externalIds} then null else c.external_id end
    from jsonb_to_recordset(${
    jsonb(
      sql,
      conflicts.map((one) => conflictWithoutTexts(one as Conflict)),
    )
  }) as given (id text, fingerprint text, content jsonb)
    where c.id = given.id`;
  const { count: record_aliases } = externalIds
    ? await sql`delete from record_aliases where record_id = any(${ids})`
    : await sql`
      update record_aliases set fingerprints = '{}'
      where record_id = any(${ids}) and fingerprints <> '{}'`;
  return {
    records,
    record_aliases,
    record_traces: earlier.length,
    record_conflicts: conflicts.length,
    pairs: found,
    words: wordsOfRecords({
      records: found,
      earlierTraces: earlier.map(({ trace }) => trace),
      setAside: conflicts.map(({ content }) => content),
    }, externalIds),
    rationales: rationalesIn([...found, ...earlier].map(({ trace }) => trace)),
  };
}

type DiffRow = RecordDiff & { readonly ownerId: string };

/** Erases what back-tests found and runs changed of the records, and what an undo would bring back. */
export async function eraseDiffs(
  sql: Transaction,
  ids: string[],
): Promise<number> {
  const found = await sql<DiffRow[]>`
    select owner_id as "ownerId", record_id as "recordId", changes, undo from rule_diffs
    where record_id = any(${ids}) order by owner_id, record_id for update`;
  await sql`
    update rule_diffs d set changes = given.changes, undo = nullif(given.undo, 'null')
    from jsonb_to_recordset(${
    jsonb(sql, found.map(diffWithoutTexts))
  }) as given (
      "ownerId" text, "recordId" text, changes jsonb, undo jsonb)
    where d.owner_id = given."ownerId" and d.record_id = given."recordId"`;
  return found.length;
}
