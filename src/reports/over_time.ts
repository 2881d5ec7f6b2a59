import type {
  DecisionCount,
  OutcomeSum,
} from "../processing/quality/figures.ts";
import type { ReportPeriod } from "./report_demand.ts";

export const STEPS = ["day", "week", "month"] as const;
/** How long each part of a period is; weeks begin on Monday, all in UTC. */
export type TimeStep = typeof STEPS[number];

/** The decisions of one part of a period; `day` is its first: `2026-03-01`. */
export interface DecisionsIn extends DecisionCount {
  readonly day: string;
}

/** What people said of decisions in one part of a period. */
export interface OutcomesIn extends OutcomeSum {
  readonly day: string;
}

const DAY_MS = 86_400_000;

/** The step that gives a period some ten to sixty parts. */
export function stepFor({ from, to }: ReportPeriod): TimeStep {
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS;
  return days <= 62 ? "day" : days <= 370 ? "week" : "month";
}

/** The first day of the part that an instant is in. */
export function firstDay(instant: string, step: TimeStep): string {
  if (step === "month") return `${instant.slice(0, 7)}-01`;
  const day = instant.slice(0, 10);
  if (step === "day") return day;
  const at = Date.parse(`${day}T00:00:00Z`);
  // The first of January 1970 was a Thursday.
  const sinceMonday = (((at / DAY_MS + 3) % 7) + 7) % 7;
  return new Date(at - sinceMonday * DAY_MS).toISOString().slice(0, 10);
}
