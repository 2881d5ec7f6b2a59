import type { JsonObject } from "../kernel/json.ts";
import type { ReportSchedule } from "./report_schedule.ts";

/** A schedule as the log tells it: without the name and the filters, which may name people: the log is for ever. */
export function toldSchedule(
  { cron, timeZone, covers, paused, terms }: ReportSchedule,
): JsonObject {
  return {
    cron,
    time_zone: timeZone,
    covers,
    paused,
    kind: terms.kind,
    grouping: terms.grouping,
    compare: terms.compare,
    formats: [...terms.formats],
  };
}
