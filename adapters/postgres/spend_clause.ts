import type { PendingQuery, Row } from "postgres";
import type { Grouping } from "../../src/reports/report_demand.ts";
import type { SpendAsked } from "../../src/reports/spend.ts";
import type { Transaction } from "./connect.ts";

/**
 * When a record counts: as it occurred, or was received where that is not known; as migration 0033 has it. Not `coalesce`:
 * PostgreSQL takes that for one that could tell other tenants' rows, and looks at it after row security, past any index.
 */
export const RECORD_AT =
  "(case when occurred_at is null then received_at else occurred_at end)";

/** What follows `where` for the records that a report of spend adds up. */
export function spendClause(
  sql: Transaction,
  { period, filters }: Omit<SpendAsked, "grouping">,
): PendingQuery<Row[]> {
  const { categoryId, connectionId, counterparty, currency } = filters;
  const at = sql.unsafe(RECORD_AT);
  return sql`
    ${at} >= ${period.from} and ${at} < ${period.to} and status <> 'rejected'
    ${categoryId === undefined ? sql`` : sql`and category_id = ${categoryId}`}
    ${
    connectionId === undefined
      ? sql``
      : sql`and connection_id = ${connectionId}`
  }
    ${
    counterparty === undefined ? sql`` : sql`and counterparty = ${counterparty}`
  }
    ${currency === undefined ? sql`` : sql`and currency = ${currency}`}`;
}

/** The group of a record, as `groupOf` in src/reports/spend.ts says it. */
export function groupColumn(
  sql: Transaction,
  grouping: Grouping,
): PendingQuery<Row[]> {
  switch (grouping) {
    case "category":
      return sql`category_id`;
    case "counterparty":
      return sql`counterparty collate "C"`;
    case "month":
      return sql`to_char(${
        sql.unsafe(RECORD_AT)
      } at time zone 'UTC', 'YYYY-MM') collate "C"`;
  }
}
