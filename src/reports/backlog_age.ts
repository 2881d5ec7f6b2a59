import type { Instant } from "../kernel/instant.ts";

/** From how many days of waiting each class of age begins: today, up to three days, a week, and more. */
export const AGE_DAYS = [0, 1, 3, 7] as const;

/** Approvals that wait. */
export interface Backlog {
  readonly waiting: number;
  /** Since when the oldest waits; null where none does. */
  readonly oldestSince: Instant | null;
  /** How many are in each class of `AGE_DAYS`. */
  readonly byAge: readonly number[];
}

const DAY_MS = 86_400_000;

/** The class of age of what waits since then. */
export function ageClass(since: Instant, now: Instant): number {
  const days = (Date.parse(now) - Date.parse(since)) / DAY_MS;
  return Math.max(0, AGE_DAYS.findLastIndex((from) => days >= from));
}
