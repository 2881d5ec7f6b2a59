import type { Instant } from "../kernel/instant.ts";
import type { ReportPeriod } from "./report_demand.ts";

export const SCHEDULE_WINDOWS = [
  "previous_day",
  "previous_week",
  "previous_month",
  "previous_quarter",
  "previous_year",
] as const;
/** The last whole day, week (from Monday), month, quarter or year before the report is due. */
export type ScheduleWindow = typeof SCHEDULE_WINDOWS[number];

/** The period that a report due at `dueAt` is of, from midnight to midnight in the time zone. */
export function windowBefore(
  dueAt: Instant,
  covers: ScheduleWindow,
  timeZone: string,
): ReportPeriod {
  const today = Temporal.Instant.from(dueAt).toZonedDateTimeISO(timeZone)
    .toPlainDate();
  const [end, length] = endOf(today, covers);
  const midnight = (day: Temporal.PlainDate) =>
    new Date(day.toZonedDateTime({ timeZone }).epochMilliseconds)
      .toISOString() as Instant;
  return { from: midnight(end.subtract(length)), to: midnight(end) };
}

function endOf(
  today: Temporal.PlainDate,
  covers: ScheduleWindow,
): readonly [Temporal.PlainDate, Temporal.DurationLike] {
  switch (covers) {
    case "previous_day":
      return [today, { days: 1 }];
    case "previous_week":
      return [today.subtract({ days: today.dayOfWeek - 1 }), { weeks: 1 }];
    case "previous_month":
      return [today.with({ day: 1 }), { months: 1 }];
    case "previous_quarter": {
      const month = today.month - (today.month - 1) % 3;
      return [today.with({ month, day: 1 }), { months: 3 }];
    }
    case "previous_year":
      return [today.with({ month: 1, day: 1 }), { years: 1 }];
  }
}
