import { failures } from "../kernel/failure.ts";
import type { ReportId, ReportScheduleId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { ReportTerms } from "./report_demand.ts";
import type { ScheduleWindow } from "./schedule_window.ts";

/** A report that is made again and again. */
export interface ReportSchedule {
  readonly id: ReportScheduleId;
  readonly version: number;
  readonly name: string;
  readonly createdAt: Instant;
  /** The id of the member or key that made it. */
  readonly createdBy: string;
  /** Minute, hour, day of the month, month, day of the week. */
  readonly cron: string;
  /** IANA name; cron and period are told in it. */
  readonly timeZone: string;
  /** Which period each report is of, as seen from when it is due. */
  readonly covers: ScheduleWindow;
  readonly terms: ReportTerms;
  readonly paused: boolean;
  /** Goes up whenever the next time is set: a job that waits for an earlier one does nothing. */
  readonly run: number;
  /** When the next report is due; null: it is paused, was removed, or never comes. */
  readonly nextAt: Instant | null;
  readonly lastReportId: ReportId | null;
  readonly removedAt: Instant | null;
}

/** What a tenant may keep, so that its schedules do not become a load of their own. */
export const SCHEDULES_MAX = 50;

export const scheduleFailures = failures("report_schedule", {
  missing: { category: "missing", title: "No such report schedule" },
  stale: {
    category: "conflict",
    title: "The report schedule was changed in the meantime",
  },
  wrong_time: {
    category: "invalid",
    title: "The schedule has no time that can be used",
  },
  too_many: {
    category: "conflict",
    title: "There are as many report schedules as a company can have",
  },
});
