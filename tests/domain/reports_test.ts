import assert from "node:assert/strict";
import fc from "fast-check";
import { cronFlaw, lastDue, nextDue } from "../../src/reports/next_due.ts";
import { firstDay, stepFor } from "../../src/reports/over_time.ts";
import { previousPeriod } from "../../src/reports/report_demand.ts";
import { safeInCsv, safeText } from "../../src/reports/safe_text.ts";
import { windowBefore } from "../../src/reports/schedule_window.ts";
import { anyText } from "../support/any_text.ts";

const NOW = "2026-03-10T12:00:00.000Z";

Deno.test("a text that a spreadsheet may calculate becomes text, any other stays", () => {
  for (
    const text of [
      "=1+1",
      "+1",
      "-1",
      "@SUM(A1)",
      "\t=1",
      "\r=1",
      "\n=1",
      "\tplain",
      "\rplain",
      "  =1",
      "\u00a0=1",
      "\u200b=1",
      "\ufeff@x",
      "\uff1d1",
      "\uff0b1",
      "\uff0d1",
      "\uff20x",
    ]
  ) assert.equal(safeText(text), `'${text}`, JSON.stringify(text));
  for (const text of ["", "Tea = 1", "a-b", "'=1", "12.50", "é", "(-1)"]) {
    assert.equal(safeText(text), text);
  }
  fc.assert(fc.property(anyText(), (text) => {
    assert.doesNotMatch(
      safeText(text),
      /^[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]/,
    );
  }));
});

Deno.test("no locale's separator makes a formula of a part of a text in CSV", () => {
  assert.equal(safeInCsv("Ok;=1+1;"), "Ok;'=1+1;");
  assert.equal(safeInCsv("a\t @x; \u200b+2"), "a\t '@x; \u200b'+2");
  assert.equal(safeInCsv("=a;=b"), "'=a;'=b");
  assert.equal(safeInCsv('x;"=1"'), 'x;"\'=1"');
  assert.equal(safeInCsv("Tea; coffee = 2, -5"), "Tea; coffee = 2, -5");
  fc.assert(fc.property(anyText(), (text) => {
    for (const part of safeInCsv(text).split(/[;\t]/)) {
      assert.doesNotMatch(part, /^\s*[=+\-@\uff0b\uff0d\uff1d\uff20]/);
    }
  }));
});

Deno.test("the period before is as long, and ends where the period begins", () => {
  assert.deepEqual(
    previousPeriod({
      from: "2026-03-01T00:00:00.000Z",
      to: "2026-04-01T00:00:00.000Z",
    }),
    { from: "2026-01-29T00:00:00.000Z", to: "2026-03-01T00:00:00.000Z" },
  );
});

Deno.test("a schedule covers the last whole day, week, month, quarter or year in its zone", () => {
  const covered = (
    at: typeof NOW | `${string}Z`,
    covers: Parameters<typeof windowBefore>[1],
    zone = "UTC",
  ) => {
    const { from, to } = windowBefore(at, covers, zone);
    return `${from.slice(0, 13)} ${to.slice(0, 13)}`;
  };
  assert.equal(covered(NOW, "previous_day"), "2026-03-09T00 2026-03-10T00");
  assert.equal(covered(NOW, "previous_week"), "2026-03-02T00 2026-03-09T00");
  assert.equal(covered(NOW, "previous_month"), "2026-02-01T00 2026-03-01T00");
  assert.equal(covered(NOW, "previous_quarter"), "2025-10-01T00 2026-01-01T00");
  assert.equal(covered(NOW, "previous_year"), "2025-01-01T00 2026-01-01T00");
  // The month in which summer time begins is an hour shorter.
  assert.equal(
    covered("2026-04-01T05:00:00.000Z", "previous_month", "Europe/Berlin"),
    "2026-02-28T23 2026-03-31T22",
  );
  // A zone that is a day ahead of UTC.
  assert.equal(
    covered("2026-03-09T11:00:00.000Z", "previous_day", "Pacific/Kiritimati"),
    "2026-03-08T10 2026-03-09T10",
  );
});

Deno.test("a schedule is due in its time zone, whatever summer time does", () => {
  const due = (after: `${string}Z`) =>
    nextDue("30 7 * * *", "Europe/Berlin", after);
  assert.equal(due("2026-03-27T12:00:00.000Z"), "2026-03-28T06:30:00.000Z");
  assert.equal(due("2026-03-28T12:00:00.000Z"), "2026-03-29T05:30:00.000Z");
  assert.equal(
    lastDue("30 7 * * *", "Europe/Berlin", {
      since: "2026-03-01T06:30:00.000Z",
      now: NOW,
    }),
    "2026-03-10T06:30:00.000Z",
  );
  assert.equal(
    lastDue("0 7 1 1 *", "UTC", { since: NOW, now: NOW }),
    NOW,
    "no other since",
  );
  assert.equal(
    lastDue("0 12 * * *", "UTC", {
      since: "2026-03-01T12:00:00.000Z",
      now: NOW,
    }),
    NOW,
    "due this very moment",
  );
});

Deno.test("a cron that is wrong, comes never or too often is told", () => {
  const flaw = (cron: string, zone = "UTC") =>
    cronFlaw(cron, zone, NOW)?.pointer;
  assert.equal(flaw("0 7 1 * *"), undefined);
  assert.equal(flaw("0 * * * *"), undefined, "once an hour");
  assert.equal(flaw("0 7 L * *"), undefined, "the last day of the month");
  for (
    const cron of [
      "*/30 * * * *",
      "0,59 7 * * *",
      "0 7 31 2 *",
      "x",
      "@daily",
      "0 0 7 1 * *",
      "61 7 * * *",
      "0 7 1 * * 2027",
    ]
  ) assert.equal(flaw(cron), "/cron", cron);
  for (const zone of ["Mars/Olympus", "+02:00", ""]) {
    assert.equal(flaw("0 7 1 * *", zone), "/time_zone", zone);
  }
});

Deno.test("parts of a period are days, weeks from Monday, or months", () => {
  const from = "2026-01-01T00:00:00.000Z";
  assert.equal(stepFor({ from, to: "2026-03-01T00:00:00.000Z" }), "day");
  assert.equal(stepFor({ from, to: "2027-01-01T00:00:00.000Z" }), "week");
  assert.equal(stepFor({ from, to: "2028-01-01T00:00:00.000Z" }), "month");
  assert.equal(firstDay("2026-03-15T23:59:59.999Z", "week"), "2026-03-09");
  assert.equal(firstDay("2026-03-16T00:00:00.000Z", "week"), "2026-03-16");
  assert.equal(firstDay("1969-12-31T00:00:00.000Z", "week"), "1969-12-29");
  assert.equal(firstDay("2026-03-16T00:00:00.000Z", "month"), "2026-03-01");
});
