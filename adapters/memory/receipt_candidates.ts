import type { CandidateSearch } from "../../src/receipts/candidate_search.ts";
import type { ReceiptCandidate } from "../../src/receipts/match_receipt.ts";
import type { CompanyRecord } from "../../src/records/record.ts";
import { isErased } from "../../src/records/erased.ts";
import type { Shelf } from "./shelf.ts";
import { byText } from "./sorted.ts";

/** Records that a receipt may be for, the nearest in amount and then in time. */
export function receiptCandidates(
  shelf: Shelf,
  { amount, time }: CandidateSearch,
  limit: number,
): readonly ReceiptCandidate[] {
  const found = [...shelf.records.values()].map(({ record }) => record)
    .filter((record) =>
      !isErased(record) &&
      (amount === null || (record.amount?.currency === amount.currency &&
        magnitude(record) >= BigInt(amount.least) &&
        magnitude(record) <= BigInt(amount.most))) &&
      (time === null || record.occurredAt === null ||
        (record.occurredAt >= time.from && record.occurredAt <= time.to))
    );
  // Unknown times last, as the database has them.
  const timeOf = ({ occurredAt }: CompanyRecord) => occurredAt ?? "~";
  found.sort((a, b) =>
    (amount === null ? 0 : Number(magnitude(a) - magnitude(b))) ||
    byText(timeOf(a), timeOf(b)) || byText(a.id, b.id)
  );
  return found.slice(0, limit).map((record) => ({
    recordId: record.id,
    amount: record.amount,
    occurredAt: record.occurredAt,
    description: record.description,
    counterparty: record.counterparty,
    receipts:
      [...shelf.receipts.values()].filter(({ recordIds }) =>
        recordIds.includes(record.id)
      ).length,
  }));
}

function magnitude({ amount }: CompanyRecord): bigint {
  const minor = BigInt(amount?.minor ?? 0);
  return minor < 0n ? -minor : minor;
}
