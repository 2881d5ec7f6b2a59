import type { ReportId, ReportScheduleId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Report } from "./report.ts";
import type { ReportPeriod, ReportTerms } from "./report_demand.ts";

/** A report that waits for its job. */
export function newReport(
  given: {
    readonly id: ReportId;
    readonly createdAt: Instant;
    readonly createdBy: string;
    readonly scheduleId: ReportScheduleId | null;
    readonly terms: ReportTerms;
    readonly period: ReportPeriod;
  },
): Report {
  return {
    ...given,
    version: 1,
    state: "waiting",
    progress: { done: 0, total: null },
    tables: null,
    rows: null,
    files: {},
    writing: null,
    endedAt: null,
    erasedAt: null,
  };
}
