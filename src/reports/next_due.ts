import { Cron } from "croner";
import type { Flaw } from "../kernel/failure.ts";
import type { Instant } from "../kernel/instant.ts";

/** Reports of one schedule are at least so far apart. */
const APART_MS = 3_600_000;
/** So many times in a row are looked at for being too close: all of a day and night, and those of the next. */
const TIMES_LOOKED_AT = 49;

/** When a schedule is due next after `after`; null: never. Throws for a cron or a time zone that `cronFlaw` finds wrong. */
export function nextDue(
  cron: string,
  timeZone: string,
  after: Instant,
): Instant | null {
  const next = open(cron, timeZone).nextRun(new Date(after));
  return next === null ? null : next.toISOString() as Instant;
}

/** The last time that a schedule was due, after `since` and no later than `now`; `since` where there is none. */
export function lastDue(
  cron: string,
  timeZone: string,
  { since, now }: { readonly since: Instant; readonly now: Instant },
): Instant {
  // What is asked for is before the second after this one.
  const before = new Date(Date.parse(now) + 1_000);
  const found = open(cron, timeZone).previousRuns(2, before)
    .map((one) => one.toISOString() as Instant)
    .find((one) => one <= now);
  return found !== undefined && found > since ? found : since;
}

/** What is wrong with a cron of five parts, read in that time zone, as seen from `now`; null: nothing. */
export function cronFlaw(
  cron: string,
  timeZone: string,
  now: Instant,
): Flaw | null {
  if (!isTimeZone(timeZone, now)) {
    return {
      pointer: "/time_zone",
      detail: "is not the IANA name of a time zone",
    };
  }
  const flaw = (detail: string) => ({ pointer: "/cron", detail });
  // The library would take other signs, such as a colon, for a date.
  if (!/^[\w*\/,#?-]+( [\w*\/,#?-]+){4}$/.test(cron)) {
    return flaw("is not five parts: minute, hour, day, month, day of the week");
  }
  let times: readonly Date[];
  try {
    times = open(cron, timeZone).nextRuns(TIMES_LOOKED_AT, new Date(now));
  } catch (error) {
    if (!(error instanceof TypeError) && !(error instanceof RangeError)) {
      throw error;
    }
    return flaw("is not read as minute, hour, day, month, day of the week");
  }
  if (times.length === 0) return flaw("is of a time that never comes");
  const tooClose = times.some((one, at) =>
    at > 0 && one.getTime() - times[at - 1]!.getTime() < APART_MS
  );
  return tooClose ? flaw("is due more often than once an hour") : null;
}

function open(cron: string, timezone: string): Cron {
  // Paused, so that it computes times and never sets a timer.
  return new Cron(cron, { timezone, mode: "5-part", paused: true });
}

function isTimeZone(timeZone: string, now: Instant): boolean {
  try {
    Temporal.Instant.from(now).toZonedDateTimeISO(timeZone);
    // An offset such as +02:00 knows no summer time.
    return /^[A-Za-z]/.test(timeZone);
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
