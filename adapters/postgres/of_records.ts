import type { PendingQuery, Row } from "postgres";
import type { OfRecords } from "../../src/processing/quality/figures.ts";
import type { Transaction } from "./connect.ts";

/** What follows a `where` whose rows are about the record that `id` names; nothing where all count. */
export function ofRecords(
  sql: Transaction,
  id: PendingQuery<Row[]>,
  { categoryId, connectionId }: OfRecords,
): PendingQuery<Row[]> {
  if (categoryId === undefined && connectionId === undefined) return sql``;
  return sql`and ${id} in (
    select id from records
    where true
      ${categoryId === undefined ? sql`` : sql`and category_id = ${categoryId}`}
      ${
    connectionId === undefined
      ? sql``
      : sql`and connection_id = ${connectionId}`
  })`;
}
