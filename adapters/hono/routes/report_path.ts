import { reportFailures } from "../../../src/reports/report.ts";

export const REPORTS_TAG = "reports";

/** The report that a path names. */
export const reportId = {
  prefix: "rpt",
  missing: (id: string) => reportFailures.missing({ report_id: id }),
} as const;
