import type { CompanyRecord } from "../../src/records/record.ts";
import type { SpendAsked, SpendRow } from "../../src/reports/spend.ts";
import type { Shelf } from "./shelf.ts";

/** The records that a report of spend adds up, in any order. */
export function spendRows(
  shelf: Shelf,
  { period, filters }: Omit<SpendAsked, "grouping">,
): readonly SpendRow[] {
  const { categoryId, connectionId, counterparty, currency } = filters;
  const fits = (asked: unknown, has: unknown) =>
    asked === undefined || asked === has;
  return [...shelf.records.values()].map(({ record }) => rowOf(record))
    .filter((row) =>
      row.at >= period.from && row.at < period.to &&
      row.status !== "rejected" &&
      fits(categoryId, row.categoryId) &&
      fits(connectionId, row.connectionId) &&
      fits(counterparty, row.counterparty) &&
      fits(currency, row.amount?.currency)
    );
}

function rowOf(record: CompanyRecord): SpendRow {
  return {
    recordId: record.id,
    at: record.occurredAt ?? record.receivedAt,
    externalId: record.externalId,
    description: record.description,
    counterparty: record.counterparty,
    amount: record.amount,
    categoryId: record.categoryId,
    connectionId: record.connectionId,
    status: record.status,
    source: record.source,
  };
}
