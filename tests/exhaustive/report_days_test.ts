import assert from "node:assert/strict";
import fc from "fast-check";
import type { Instant } from "../../src/kernel/instant.ts";
import { lastDue, nextDue } from "../../src/reports/next_due.ts";
import { windowBefore } from "../../src/reports/schedule_window.ts";

Deno.test("daily reports follow each other without a gap, whenever the clocks are put", () => {
  const zones = fc.constantFrom(
    "Europe/Berlin",
    "Africa/Cairo",
    "America/Havana",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "UTC",
  );
  const minute = fc.nat(24 * 60 - 1);
  const days = fc.constantFrom("2026-03-01", "2026-10-01");
  fc.assert(
    fc.property(zones, minute, days, (zone, minute, from) => {
      const cron = `${minute % 60} ${Math.floor(minute / 60)} * * *`;
      let due: Instant = `${from}T12:00:00.000Z`;
      let before = null;
      for (let day = 0; day < 60; day++) {
        const next = nextDue(cron, zone, due)!;
        assert.equal(lastDue(cron, zone, { since: due, now: next }), next);
        const window = windowBefore(next, "previous_day", zone);
        assert(window.from < window.to && window.to <= next, `${next} ${zone}`);
        if (before) assert.equal(window.from, before.to, `${next} ${zone}`);
        [due, before] = [next, window];
      }
    }),
    { numRuns: 20 },
  );
});
