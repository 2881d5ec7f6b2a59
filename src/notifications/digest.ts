import { type Instant, plusMs } from "../kernel/instant.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** When what is too much for single e-mails goes out together: at the next full hour. */
export function hourlyDigestAt(now: Instant): Instant {
  const ms = Date.parse(now);
  return plusMs(now, HOUR_MS - (ms % HOUR_MS));
}

/** When the day's digest goes out: the next time that it is `hour` o'clock, UTC. */
export function dailyDigestAt(now: Instant, hour: number): Instant {
  const midnight = plusMs(now, -(Date.parse(now) % DAY_MS));
  const today = plusMs(midnight, hour * HOUR_MS);
  return today > now ? today : plusMs(today, DAY_MS);
}
