import type { Id } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Month } from "../kernel/month.ts";

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
  /** `unsure`: nobody knows whether it was heard, and it is too late to say it again under the same id. */
  readonly state: "due" | "sent" | "unsure";
}
