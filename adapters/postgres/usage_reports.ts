import type { UsageReports } from "../../ports/usage.ts";
import type { UsageReport } from "../../src/billing/usage.ts";
import { USAGE_REPORT_COLUMNS } from "./billing_columns.ts";
import type { Transaction } from "./connect.ts";
import { entityOf, rowStore } from "./row_store.ts";

/** What a payment provider is told of what a tenant used. */
export function postgresUsageReports(sql: Transaction): UsageReports {
  const { add, find, save } = rowStore<UsageReport>(
    sql,
    "usage_reports",
    USAGE_REPORT_COLUMNS,
  );
  return {
    add,
    find,
    save,
    async open() {
      const rows = await sql`
        select ${sql(Object.values(USAGE_REPORT_COLUMNS))} from usage_reports
        where state <> 'sent' and state <> 'replaced' order by id`;
      return rows.map((row) => entityOf(USAGE_REPORT_COLUMNS, row));
    },
  };
}
