import type { ReportRows } from "../../ports/report_rows.ts";
import type { Minor } from "../../src/kernel/money.ts";
import type { EventCount } from "../../src/reports/event_tables.ts";
import type {
  ExceptionCount,
  ExceptionRow,
  ExceptionsAsked,
} from "../../src/reports/exceptions.ts";
import type { SpendRow } from "../../src/reports/spend.ts";
import { instantOf } from "./columns.ts";
import type { Transaction } from "./connect.ts";
import { ofRecords } from "./of_records.ts";
import { RECORD_AT, spendClause } from "./spend_clause.ts";

type Spend =
  & Omit<SpendRow, "at" | "amount">
  & {
    readonly at: Date;
    readonly minor: Minor | null;
    currency: string | null;
  };

/** The rows behind reports, page by page along a key; every method is one statement. */
export function postgresReportRows(sql: Transaction): ReportRows {
  return {
    async spend(asked, after, limit) {
      const rows = await sql<Spend[]>`
        select id as "recordId", ${
        sql.unsafe(RECORD_AT)
      } as at, external_id as "externalId", description,
          counterparty, amount_minor::text as minor, currency, category_id as "categoryId",
          connection_id as "connectionId", status, source
        from records
        where ${after === null ? sql`true` : sql`id > ${after}`}
          and ${spendClause(sql, asked)}
        order by id limit ${limit}`;
      return rows.map(({ minor, currency, at, ...row }) => ({
        ...row,
        at: instantOf(at),
        amount: minor === null || currency === null
          ? null
          : { minor, currency },
      }));
    },
    async exceptions(asked, after, limit) {
      const rows = await sql<
        (Omit<ExceptionRow, "since"> & { readonly since: Date })[]
      >`
        select kind, id, since, record_id as "recordId", reason
        from (${open(sql, asked)}) open
        where ${
        after === null
          ? sql`true`
          : sql`(kind, id) > (${after.kind}, ${after.id})`
      }
        order by kind, id limit ${limit}`;
      return rows.map((row) => ({ ...row, since: instantOf(row.since) }));
    },
    async countExceptions(asked) {
      const rows = await sql<ExceptionCount[]>`
        select kind, count(*)::integer as count from (${
        open(sql, asked)
      }) open group by kind`;
      return [...rows];
    },
    async countEvents({ from, to, types, actor }) {
      const rows = await sql<EventCount[]>`
        select type, count(*)::integer as count from events
        where occurred_at >= ${from} and occurred_at < ${to}
          ${types === undefined ? sql`` : sql`and type = any(${[...types]})`}
          ${actor === undefined ? sql`` : sql`and actor = ${actor}`}
        group by type`;
      return [...rows];
    },
  };
}

/** All that is open of what began within the period, and fits the filters. */
function open(sql: Transaction, asked: ExceptionsAsked) {
  const { exception } = asked.filters;
  return sql`
    select * from (${allOpen(sql, asked)}) whatever
    where ${exception === undefined ? sql`true` : sql`kind = ${exception}`}
      ${ofRecords(sql, sql`record_id`, asked.filters)}`;
}

function allOpen(
  sql: Transaction,
  { period: { from, to }, overdueBefore }: ExceptionsAsked,
) {
  // An audit looks like the others while it waits.
  const shown = sql`coalesce(shown_because, because)`;
  return sql`
    select 'conflict' collate "C" as kind, id, received_at as since, record_id, null as reason
    from record_conflicts
    where resolved_at is null and received_at >= ${from} and received_at < ${to}
    union all
    select 'dead_letter', id, died_at, null, error_class
    from dead_letters
    where replayed_at is null and died_at >= ${from} and died_at < ${to}
    union all
    select 'failed', id, received_at, id, null
    from records
    where status = 'failed' and received_at >= ${from} and received_at < ${to}
    union all
    select 'low_confidence', id, created_at, record_id, ${shown}
    from approvals
    where state = 'waiting' and ${shown} = 'not_sure_enough' and created_at >= ${from} and created_at < ${to}
    union all
    select 'overdue', id, created_at, record_id, ${shown}
    from approvals
    where state = 'waiting' and created_at >= ${from} and created_at < ${to} and created_at < ${overdueBefore}`;
}
