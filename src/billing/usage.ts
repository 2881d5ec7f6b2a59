import { failures } from "../kernel/failure.ts";
import type { Id } from "../kernel/ids.ts";
import { type Instant, plusMs } from "../kernel/instant.ts";
import { type Month, resetsAt } from "../kernel/month.ts";

/** What is counted by month. A record counts once, when it is taken in. */
export const METERS = ["records"] as const;
export type Meter = typeof METERS[number];

/** What a tenant used of one thing in a month. */
export interface UsageMonth {
  readonly month: Month;
  readonly meter: Meter;
  readonly used: number;
}

export type UsageReportId = Id<"urp">;

/** A part of what was used, as the provider is told it: once, under this id. */
export interface UsageReport {
  readonly id: UsageReportId;
  readonly version: number;
  readonly month: Month;
  readonly meter: Meter;
  readonly amount: number;
  readonly createdAt: Instant;
  /** The first time at which the provider may have heard it; null: never yet. */
  readonly firstSentAt: Instant | null;
  /**
   * `unsure`: it is too late to say it, and nobody knows whether it was heard, or it never was; a person settles it.
   * `replaced`: a person knew that it was not heard, and it is told under another id.
   */
  readonly state: "due" | "sent" | "unsure" | "replaced";
}

/**
 * For how long a report may be said again under its id: providers remember ids for 24 hours at least (Stripe: Billing
 * meter events, `identifier`), and an hour is for what is under way.
 */
const SAID_AGAIN_MS = 23 * 3_600_000;
/**
 * For how long after its month a report may be said: providers take what is no older than 35 calendar days (Stripe:
 * Billing meter events, `timestamp`), and a day is for whose calendar that is.
 */
const MONTH_TAKEN_MS = 34 * 86_400_000;

/** Whether it can be said no more without being counted twice, or at all. */
export function isTooLate(report: UsageReport, now: Instant): boolean {
  const { firstSentAt } = report;
  const isForgotten = firstSentAt !== null &&
    plusMs(firstSentAt, SAID_AGAIN_MS) <= now;
  return isForgotten || isMonthOver(report, now);
}

/** Whether the provider takes no more of that month. */
export function isMonthOver(
  { month }: Pick<UsageReport, "month">,
  now: Instant,
): boolean {
  return plusMs(resetsAt(month), MONTH_TAKEN_MS) <= now;
}

export const usageFailures = failures("usage", {
  not_unsure: {
    category: "conflict",
    title: "No report of that id waits for somebody to settle it",
  },
  month_over: {
    category: "conflict",
    title: "The provider takes no more of that report's month",
  },
});
