import type { PendingQuery, Row } from "postgres";
import {
  type RecordFilter,
  sampledEndings,
  soughtWords,
} from "../../src/records/record_filter.ts";
import type { Transaction } from "./connect.ts";
import { needsClause } from "./needs_clause.ts";

/** What follows `where` and a first condition, for every given part of a filter. */
export function filterClause(
  sql: Transaction,
  filter: RecordFilter,
): PendingQuery<Row[]> {
  const where = (holds: unknown, condition: () => PendingQuery<Row[]>) =>
    holds === undefined ? sql`` : condition();
  const { status, outcome, categoryId, connectionId, text, from, to } = filter;
  const { samplePercent, needs } = filter;
  const needed = needs && needsClause(sql, needs);
  return sql`
    ${
    // Written out where the index of the unsettled ones serves: it serves a constant only.
    where(
      status,
      () =>
        status === "ingested"
          ? sql`and status = 'ingested'`
          : status === "failed"
          ? sql`and status = 'failed'`
          : sql`and status = ${status!}`,
    )}
    ${where(outcome, () => sql`and outcome = ${outcome!}`)}
    ${where(categoryId, () => sql`and category_id = ${categoryId!}`)}
    ${where(connectionId, () => sql`and connection_id = ${connectionId!}`)}
    ${
    where(
      text,
      () =>
        sql`and not exists (
          select from unnest(${[
          ...soughtWords(text!),
        ]}::text[]) word where strpos(search_text, word) = 0)`,
    )
  }
    ${where(from, () => sql`and occurred_at >= ${from!}`)}
    ${where(to, () => sql`and occurred_at < ${to!}`)}
    ${
    where(
      samplePercent,
      () => sql`and right(id, 2) = any(${[...sampledEndings(samplePercent!)]})`,
    )
  }
    ${needed ? sql`and ${needed}` : sql``}`;
}
