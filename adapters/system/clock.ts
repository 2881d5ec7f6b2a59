import type { Instant } from "../../src/kernel/instant.ts";
import type { Clock } from "../../ports/clock.ts";

/** The machine's clock, to the millisecond. */
export function systemClock(): Clock {
  return { now: () => new Date().toISOString() as Instant };
}
