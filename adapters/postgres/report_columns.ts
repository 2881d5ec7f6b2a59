import type { Report } from "../../src/reports/report.ts";
import type { ReportSchedule } from "../../src/reports/report_schedule.ts";
import type { Columns } from "./row_store.ts";

export const REPORT_COLUMNS: Columns<Report> = {
  id: "id",
  version: "version",
  createdAt: "created_at",
  createdBy: "created_by",
  scheduleId: "schedule_id",
  terms: "terms",
  period: "period",
  state: "state",
  progress: "progress",
  tables: "tables",
  rows: "rows",
  files: "files",
  writing: "writing",
  endedAt: "ended_at",
  erasedAt: "erased_at",
};

export const REPORT_SCHEDULE_COLUMNS: Columns<ReportSchedule> = {
  id: "id",
  version: "version",
  name: "name",
  createdAt: "created_at",
  createdBy: "created_by",
  cron: "cron",
  timeZone: "time_zone",
  covers: "covers",
  terms: "terms",
  paused: "paused",
  run: "run",
  nextAt: "next_at",
  lastReportId: "last_report_id",
  removedAt: "removed_at",
};
