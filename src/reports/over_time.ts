import type {
  DecisionCount,
  OutcomeSum,
} from "../processing/quality/figures.ts";
import type { ReportPeriod } from "./report_demand.ts";

/** How long each part of a period is; weeks begin on Monday, all in UTC. */
export type TimeStep = "day" | "week" | "month" | "quarter" | "year";

/** The decisions of one part of a period; `day` is its first: `2026-03-01`. */
export interface DecisionsIn extends DecisionCount {
  readonly day: string;
}

/** What people said of decisions in one part of a period. */
export interface OutcomesIn extends OutcomeSum {
  readonly day: string;
}

const DAY_MS = 86_400_000;

/** The days of the longest period that is told in each step: some thirty parts, of which a narrow chart shows each. */
const DAYS_MAX: readonly (readonly [TimeStep, number])[] = [
  ["day", 31],
  ["week", 31 * 7],
  ["month", 3 * 366],
  ["quarter", 8 * 366],
];

/** The finest step that gives a period some thirty parts at most; years where none does. */
export function stepFor({ from, to }: ReportPeriod): TimeStep {
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS;
  return DAYS_MAX.find(([, most]) => days <= most)?.[0] ?? "year";
}

/** The first days of all parts of a period, ascending. */
export function partsOf(
  { from, to }: ReportPeriod,
  step: TimeStep,
): readonly string[] {
  const parts: string[] = [];
  const at = new Date(`${firstDay(from, step)}T00:00:00Z`);
  while (at.getTime() < Date.parse(to)) {
    parts.push(at.toISOString().slice(0, 10));
    goOn(at, step);
  }
  return parts;
}

function goOn(at: Date, step: TimeStep): void {
  switch (step) {
    case "day":
      return void at.setUTCDate(at.getUTCDate() + 1);
    case "week":
      return void at.setUTCDate(at.getUTCDate() + 7);
    case "month":
      return void at.setUTCMonth(at.getUTCMonth() + 1);
    case "quarter":
      return void at.setUTCMonth(at.getUTCMonth() + 3);
    case "year":
      return void at.setUTCFullYear(at.getUTCFullYear() + 1);
  }
}

/** The first day of the part that an instant is in. */
export function firstDay(instant: string, step: TimeStep): string {
  const [year, month] = [instant.slice(0, 4), instant.slice(5, 7)];
  if (step === "year") return `${year}-01-01`;
  if (step === "quarter") {
    const first = Number(month) - (Number(month) - 1) % 3;
    return `${year}-${String(first).padStart(2, "0")}-01`;
  }
  if (step === "month") return `${year}-${month}-01`;
  const day = instant.slice(0, 10);
  if (step === "day") return day;
  const at = Date.parse(`${day}T00:00:00Z`);
  // The first of January 1970 was a Thursday.
  const sinceMonday = (((at / DAY_MS + 3) % 7) + 7) % 7;
  return new Date(at - sinceMonday * DAY_MS).toISOString().slice(0, 10);
}
