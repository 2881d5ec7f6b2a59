import type { ReceiptFilter, Receipts } from "../../ports/receipts.ts";
import type { Minor } from "../../src/kernel/money.ts";
import { pageOf } from "../../src/kernel/page.ts";
import type { Receipt } from "../../src/receipts/receipt.ts";
import { instantOf, instantOrNull, jsonb } from "./columns.ts";
import type { Transaction } from "./connect.ts";
import { receiptCandidates } from "./receipt_candidates.ts";
import { StaleVersion } from "./lost_race.ts";

interface Row extends
  Omit<
    Receipt,
    "createdAt" | "removedAt" | "occurredAt" | "amount"
  > {
  readonly createdAt: Date;
  readonly removedAt: Date | null;
  readonly occurredAt: Date | null;
  readonly amountMinor: Minor | null;
  readonly currency: string | null;
}

const told = ({ amountMinor, currency, ...row }: Row): Receipt => ({
  ...row,
  createdAt: instantOf(row.createdAt),
  removedAt: instantOrNull(row.removedAt),
  occurredAt: instantOrNull(row.occurredAt),
  amount: amountMinor === null || currency === null
    ? null
    : { minor: amountMinor, currency },
});

/** A tenant's receipts. */
export function postgresReceipts(sql: Transaction): Receipts {
  const columns = sql`
    r.id, r.version, r.file_name as "fileName", r.type, r.claimed_type as "claimedType", r.bytes, r.sha256, r.source,
    r.added_by as "addedBy", r.created_at as "createdAt", r.removed_at as "removedAt",
    r.amount_minor as "amountMinor", r.currency, r.occurred_at as "occurredAt", r.counterparty,
    array(
      select rr.record_id from receipt_records rr where rr.receipt_id = r.id order by rr.record_id
    ) as "recordIds"`;
  const given = sql`
    id text, version integer, "fileName" text, type text, "claimedType" text, bytes integer, sha256 text, source text,
    "addedBy" text, "createdAt" timestamptz, "removedAt" timestamptz, amount jsonb, "occurredAt" timestamptz,
    counterparty text, "recordIds" jsonb`;

  return {
    async add(receipts) {
      if (receipts.length === 0) return;
      await sql`
        insert into receipts (id, version, file_name, type, claimed_type, bytes, sha256, source, added_by, created_at,
          removed_at, amount_minor, currency, occurred_at, counterparty)
        select id, version, "fileName", type, "claimedType", bytes, sha256, source, "addedBy", "createdAt",
          "removedAt", (amount ->> 'minor')::bigint, amount ->> 'currency', "occurredAt", counterparty
        from jsonb_to_recordset(${jsonb(sql, receipts)}) as given (${given})`;
      await link(sql, receipts);
    },
    async find(ids) {
      if (ids.length === 0) return [];
      const rows = await sql<Row[]>`
        select ${columns} from receipts r where r.id = any(${[...ids]})`;
      return rows.map(told);
    },
    async list(filter, { limit, cursor }) {
      const rows = await sql<Row[]>`
        select ${columns} from receipts r
        where ${cursor === null ? sql`true` : sql`r.id < ${cursor}`}
          ${filterClause(sql, filter)}
        order by r.id desc limit ${limit + 1}`;
      return pageOf(rows.map(told), limit, ({ id }) => id);
    },
    async save(receipts) {
      if (receipts.length === 0) return;
      const { count } = await sql`
        update receipts r set version = r.version + 1, file_name = given."fileName", claimed_type = given."claimedType",
          removed_at = given."removedAt", amount_minor = (given.amount ->> 'minor')::bigint,
          currency = given.amount ->> 'currency', occurred_at = given."occurredAt", counterparty = given.counterparty
        from jsonb_to_recordset(${jsonb(sql, receipts)}) as given (${given})
        where r.id = given.id and r.version = given.version`;
      if (count < receipts.length) {
        throw new StaleVersion("receipts were changed in the meantime");
      }
      await link(sql, receipts);
    },
    candidates: (search, limit) => receiptCandidates(sql, search, limit),
    async remove(ids) {
      await sql`
        delete from receipt_records where receipt_id = any(${[...ids]})`;
      await sql`delete from receipts where id = any(${[...ids]})`;
    },
  };
}

/** Makes the records of each receipt just those that it names. */
async function link(
  sql: Transaction,
  receipts: readonly Receipt[],
): Promise<void> {
  const ids = receipts.map(({ id }) => id);
  const pairs = receipts.flatMap(({ id, recordIds }) =>
    recordIds.map((recordId) => ({ id, recordId }))
  );
  await sql`
    with given as (
      select id, "recordId" from jsonb_to_recordset(${
    jsonb(sql, pairs)
  }) as given (id text, "recordId" text)
    ), gone as (
      delete from receipt_records rr where rr.receipt_id = any(${ids})
        and not exists (select from given where id = rr.receipt_id and "recordId" = rr.record_id)
    )
    insert into receipt_records (receipt_id, record_id) select id, "recordId" from given
    on conflict on constraint receipt_records_pk do nothing`;
}

function filterClause(
  sql: Transaction,
  { recordIds, status, sha256, removed }: ReceiptFilter,
) {
  const links = sql`select from receipt_records rr where rr.receipt_id = r.id`;
  return sql`
    ${
    removed ? sql`and r.removed_at is not null` : sql`and r.removed_at is null`
  }
    ${sha256 === undefined ? sql`` : sql`and r.sha256 = ${sha256}`}
    ${
    status === undefined
      ? sql``
      : status === "attached"
      ? sql`and exists (${links})`
      : sql`and not exists (${links})`
  }
    ${
    recordIds === undefined ? sql`` : sql`
      and r.id in (select receipt_id from receipt_records where record_id = any(${[
      ...recordIds,
    ]}))`
  }`;
}
