import type { CandidateSearch } from "../../src/receipts/candidate_search.ts";
import type { ReceiptCandidate } from "../../src/receipts/match_receipt.ts";
import type { RecordId } from "../../src/kernel/ids.ts";
import type { Minor } from "../../src/kernel/money.ts";
import { ERASED } from "../../src/records/erased.ts";
import { instantOrNull } from "./columns.ts";
import type { Transaction } from "./connect.ts";

interface Row {
  readonly recordId: RecordId;
  readonly amountMinor: Minor | null;
  readonly currency: string | null;
  readonly occurredAt: Date | null;
  readonly description: string;
  readonly counterparty: string | null;
  readonly receipts: number;
}

/** Records that a receipt may be for, the nearest in amount and then in time. No index serves it: one would be written for each record taken in, and this is asked by a person now and then. */
export async function receiptCandidates(
  sql: Transaction,
  { amount, time }: CandidateSearch,
  limit: number,
): Promise<readonly ReceiptCandidate[]> {
  const rows = await sql<Row[]>`
    select r.id as "recordId", r.amount_minor as "amountMinor", r.currency, r.occurred_at as "occurredAt",
      r.description, r.counterparty,
      (select count(*)::integer from receipt_records rr where rr.record_id = r.id) as receipts
    from records r
    where r.fingerprint <> ${ERASED}
      ${
    amount === null ? sql`` : sql`
      and r.currency = ${amount.currency} and abs(r.amount_minor) between ${amount.least} and ${amount.most}`
  }
      ${
    time === null ? sql`` : sql`
      and (r.occurred_at is null or r.occurred_at between ${time.from} and ${time.to})`
  }
    order by ${
    amount === null ? sql`r.occurred_at` : sql`abs(r.amount_minor)`
  }, r.occurred_at, r.id
    limit ${limit}`;
  return rows.map(({ amountMinor, currency, occurredAt, ...row }) => ({
    ...row,
    amount: amountMinor === null || currency === null
      ? null
      : { minor: amountMinor, currency },
    occurredAt: instantOrNull(occurredAt),
  }));
}
