import type { ReportId, ReportScheduleId } from "../../../../src/kernel/ids.ts";
import { reportFailures } from "../../../../src/reports/report.ts";
import { scheduleFailures } from "../../../../src/reports/report_schedule.ts";

/** The section's pages. */
export const REPORTS = "/console/reports";
export const SCHEDULES = "/console/reports/schedules";

/** The page of one report. */
export function reportPath(id: ReportId): `/console/reports/${ReportId}` {
  return `${REPORTS}/${id}`;
}

/** The page of one schedule. */
export function schedulePath(
  id: ReportScheduleId,
): `/console/reports/schedules/${ReportScheduleId}` {
  return `${SCHEDULES}/${id}`;
}

/** The kinds of ids in addresses. */
export const reportId = {
  prefix: "rpt",
  missing: (id: string) => reportFailures.missing({ report_id: id }),
} as const;
export const scheduleId = {
  prefix: "rps",
  missing: (id: string) => scheduleFailures.missing({ schedule_id: id }),
} as const;
