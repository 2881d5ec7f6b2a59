import type { BacktestId, ReportId, ReportScheduleId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { ReportFormat, ReportKind } from "../reports/report_demand.ts";
import type { Change, Is } from "./fact_form.ts";

/** What happens to reports. */
export type ReportFact =
  | Is<
    "REPORT_GENERATED",
    | {
      kind: "rules_backtest";
      backtest_id: BacktestId;
      scanned: number;
      changed: number;
    }
    | {
      kind: ReportKind;
      report_id: ReportId;
      /** Left out of one that somebody asked for. */
      schedule_id?: ReportScheduleId;
      /** How many rows stand behind its figures. */
      rows: number;
    }
  >
  | Is<
    "REPORT_REQUESTED",
    { report_id: ReportId; kind: ReportKind; schedule_id?: ReportScheduleId }
  >
  | Is<
    "REPORT_FORMATS_REQUESTED",
    { report_id: ReportId; formats: ReportFormat[] }
  >
  | Is<"REPORT_CANCELLED", { report_id: ReportId }>
  | Is<"REPORT_FAILED", { report_id: ReportId; kind: ReportKind }>
  | Is<
    "REPORT_SCHEDULE_CREATED" | "REPORT_SCHEDULE_RAN",
    {
      schedule_id: ReportScheduleId;
      run: number;
      /** When the next report is due; null: never. */
      due_at: Instant | null;
      /** The one that was asked for. */
      report_id?: ReportId;
    }
  >
  | Is<
    "REPORT_SCHEDULE_UPDATED",
    {
      schedule_id: ReportScheduleId;
      run: number;
      due_at: Instant | null;
    } & Change
  >
  | Is<"REPORT_SCHEDULE_REMOVED", { schedule_id: ReportScheduleId }>;
