import fc from "fast-check";
import { cronFlaw, lastDue, nextDue } from "../../src/reports/next_due.ts";
import { windowBefore } from "../../src/reports/schedule_window.ts";

const NOW = "2026-03-10T12:00:00.000Z";
const odd = fc.oneof(
  fc.constantFrom(
    "L",
    "W",
    "?",
    "60",
    "-1",
    "1-",
    "/",
    "*/0",
    "+1",
    "#2",
    "LW",
  ),
  fc.string({ maxLength: 4 }),
);
/** Mostly one of these, and now and then anything. */
const part = (...usual: readonly string[]) =>
  fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...usual) },
    { weight: 1, arbitrary: odd },
  );
const cron = fc.tuple(
  part("0", "30", "59", "*/30"),
  part("*", "7", "2", "*/2", "0-6/3", "23"),
  part("*", "1", "31", "L", "15W", "1,15", "29"),
  part("*", "1-3", "JAN", "2", "*/5", "11"),
  part("*", "MON", "1-5", "5#2", "0", "7"),
).map((parts) => parts.join(" "));
const zone = fc.constantFrom(
  "UTC",
  "Europe/Berlin",
  "europe/berlin",
  "Pacific/Apia",
  "Etc/GMT+5",
  "EST",
  "Australia/Lord_Howe",
);

Deno.test("whatever somebody writes as a cron is told to be wrong, or has a next time, a last one and a period", () => {
  fc.assert(
    fc.property(
      cron,
      zone,
      (cron, timeZone) => {
        if (cronFlaw(cron, timeZone, NOW) !== null) return true;
        const next = nextDue(cron, timeZone, NOW)!;
        const last = lastDue(cron, timeZone, { since: NOW, now: next });
        const { from, to } = windowBefore(next, "previous_month", timeZone);
        return next > NOW && last === next && from < to && to <= next;
      },
    ),
    { numRuns: 200 },
  );
});
