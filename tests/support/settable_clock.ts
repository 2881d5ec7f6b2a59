import { type Instant, plusMs } from "../../src/kernel/instant.ts";
import type { Clock } from "../../ports/clock.ts";

/** A clock that stands still until it is told otherwise. */
export interface SettableClock extends Clock {
  set(instant: Instant): void;
  advance(ms: number): void;
}

export function settableClock(
  start: Instant = "2026-01-02T03:04:05.000Z",
): SettableClock {
  let now = start;
  return {
    now: () => now,
    set: (instant) => void (now = instant),
    advance: (ms) => void (now = plusMs(now, ms)),
  };
}
