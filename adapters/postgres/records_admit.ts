import type { Admission, NewRecord } from "../../ports/records.ts";
import type { RecordId } from "../../src/kernel/ids.ts";
import { isRepeat } from "../../src/records/erased.ts";
import { jsonb, looksLike } from "./columns.ts";
import type { Transaction } from "./connect.ts";
import { changeableSet, documentColumns } from "./recordset.ts";

interface Known {
  readonly id: RecordId;
  readonly connectionId: string;
  readonly externalId: string;
  readonly fingerprint: string;
}

/** Inserts those whose external id is new, then looks the others up. */
export async function admitRecords(
  sql: Transaction,
  records: readonly NewRecord[],
): Promise<readonly Admission[]> {
  if (records.length === 0) return [];
  const { attributes, trace, settledByPerson } = documentColumns(sql);
  const list = <T>(column: (one: NewRecord) => T) => records.map(column);
  // One order for all, so that two deliveries of the same records wait for each other instead of blocking.
  const inserted = await sql<{ id: RecordId }[]>`
    insert into records (
      id, version, connection_id, external_id, received_at, fingerprint, occurred_at, description, counterparty,
      amount_minor, currency, attributes, search_text, status, outcome, category_id, source, confidence,
      settled_by_person, reasoning_trace, raw)
    select
      given.id, given.version, connection_id, external_id, received_at, fingerprint, occurred_at, description,
      counterparty, amount_minor, currency, ${attributes}, search_text, status, outcome, category_id, source,
      confidence, ${settledByPerson}, ${trace}, nullif(raw, 'null')
    from ${changeableSet(sql, records.map(({ record }) => record))}
    join rows from (
      unnest(
        ${list(({ record }) => record.id)}::text[],
        ${list(({ record }) => record.connectionId)}::text[],
        ${list(({ record }) => record.externalId)}::text[],
        ${list(({ record }) => record.receivedAt)}::timestamptz[],
        ${list(({ record }) => record.fingerprint)}::text[]
      ),
      jsonb_array_elements(${jsonb(sql, list(({ raw }) => raw))})
    ) as received (id, connection_id, external_id, received_at, fingerprint, raw) using (id)
    order by connection_id, external_id
    on conflict on constraint records_one_per_external_id do nothing
    returning id`;
  const added = new Set(inserted.map(({ id }) => id));
  const others = records.filter(({ record }) => !added.has(record.id));
  const known = await findKnown(sql, others);
  return records.map(({ record }): Admission => {
    if (added.has(record.id)) return { kind: "added", recordId: record.id };
    const there = known.get(nameOf(record))!;
    const same = isRepeat(there, record);
    return { kind: same ? "duplicate" : "conflict", recordId: there.id };
  });
}

async function findKnown(
  sql: Transaction,
  records: readonly NewRecord[],
): Promise<ReadonlyMap<string, Known>> {
  if (records.length === 0) return new Map();
  const rows = await sql<Known[]>`
    select r.id, r.connection_id as "connectionId", r.external_id as "externalId", r.fingerprint
    from unnest(
      ${records.map(({ record }) => record.connectionId)}::text[],
      ${records.map(({ record }) => record.externalId)}::text[]
    ) as given (connection_id, external_id)
    join records r using (connection_id, external_id)
    where ${looksLike(sql, "given.connection_id", "con")}`;
  return new Map(rows.map((row) => [nameOf(row), row]));
}

function nameOf(
  { connectionId, externalId }: Pick<Known, "connectionId" | "externalId">,
): string {
  return `${connectionId} ${externalId}`;
}
