import type { Instant } from "./instant.ts";

/** A calendar month in UTC, such as `2026-03`. */
export type Month = `${number}-${number}`;

export function monthOf(instant: Instant): Month {
  return instant.slice(0, 7) as Month;
}

/** The month that is `count` months later. */
export function monthAfter(month: Month, count = 1): Month {
  const [year, number] = month.split("-").map(Number);
  return monthOf(
    new Date(Date.UTC(year!, number! - 1 + count)).toISOString() as Instant,
  );
}

/** When what is counted by the month starts anew. */
export function resetsAt(month: Month): Instant {
  return `${monthAfter(month)}-01T00:00:00.000Z`;
}
