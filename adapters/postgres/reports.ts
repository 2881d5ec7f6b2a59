import type { Reports } from "../../ports/reports.ts";
import { pageOf } from "../../src/kernel/page.ts";
import type { Transaction } from "./connect.ts";
import { REPORT_COLUMNS } from "./report_columns.ts";
import { entityOf, rowStore } from "./row_store.ts";

/** A tenant's reports. */
export function postgresReports(sql: Transaction): Reports {
  const { add, find, save } = rowStore(sql, "reports", REPORT_COLUMNS);
  const names = Object.values<string>(REPORT_COLUMNS);
  return {
    add,
    find,
    save,
    async list({ kinds, state, scheduleId, since }, { limit, cursor }) {
      const rows = await sql`
        select ${sql(names)} from reports
        where ${cursor === null ? sql`true` : sql`id < ${cursor}`}
          ${kinds ? sql`and terms ->> 'kind' = any(${[...kinds]})` : sql``}
          ${state ? sql`and state = ${state}` : sql``}
          ${scheduleId ? sql`and schedule_id = ${scheduleId}` : sql``}
          ${since ? sql`and (ended_at is null or ended_at >= ${since})` : sql``}
        order by id desc limit ${limit + 1}`;
      const found = rows.map((row) => entityOf(REPORT_COLUMNS, row));
      return pageOf(found, limit, ({ id }) => id);
    },
  };
}
