import assert from "node:assert/strict";
import fc from "fast-check";
import type { Instant } from "../../src/kernel/instant.ts";
import { automationTables } from "../../src/reports/automation_tables.ts";
import { cronFlaw, lastDue, nextDue } from "../../src/reports/next_due.ts";
import { firstDay, partsOf, stepFor } from "../../src/reports/over_time.ts";
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
  assert.equal(safeInCsv("t\n=1+1;\r\n =2"), "t\n'=1+1;\r\n '=2");
  assert.equal(safeInCsv('x;"=1"'), 'x;"\'=1"');
  assert.equal(safeInCsv("Tea; coffee = 2, -5"), "Tea; coffee = 2, -5");
  fc.assert(fc.property(anyText(), (text) => {
    for (const part of safeInCsv(text).split(/[;\t\r\n]/)) {
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

Deno.test("a time that summer time leaves out is due when it begins, and one that comes twice is due once", () => {
  const dues = (cron: string, zone: string, after: `${string}Z`) =>
    [1, 2].reduce<Instant[]>(
      (all) => [...all, nextDue(cron, zone, all.at(-1) ?? after)!],
      [],
    );
  assert.deepEqual(
    dues("30 2 * * *", "Europe/Berlin", "2026-03-28T12:00:00Z"),
    [
      "2026-03-29T01:00:00.000Z",
      "2026-03-30T00:30:00.000Z",
    ],
  );
  assert.deepEqual(
    dues("30 2 * * *", "Europe/Berlin", "2026-10-24T12:00:00Z"),
    [
      "2026-10-25T00:30:00.000Z",
      "2026-10-26T01:30:00.000Z",
    ],
  );
  // There is no midnight on the day on which it begins in Cairo.
  assert.deepEqual(dues("0 0 * * *", "Africa/Cairo", "2026-04-23T12:00:00Z"), [
    "2026-04-23T22:00:00.000Z",
    "2026-04-24T21:00:00.000Z",
  ]);
  // Each hour of a day that has 25.
  assert.deepEqual(dues("0 * * * *", "Europe/Berlin", "2026-10-25T00:00:00Z"), [
    "2026-10-25T01:00:00.000Z",
    "2026-10-25T02:00:00.000Z",
  ]);
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

Deno.test("parts of a period are days, weeks from Monday, months, quarters or years", () => {
  const from = "2026-01-01T00:00:00.000Z";
  const step = (to: string) => stepFor({ from, to: `${to}T00:00:00.000Z` });
  assert.deepEqual(
    ["2026-02-01", "2026-07-01", "2027-01-01", "2031-01-01", "2056-01-01"]
      .map(step),
    ["day", "week", "month", "quarter", "year"],
  );
  assert.equal(firstDay("2026-03-15T23:59:59.999Z", "week"), "2026-03-09");
  assert.equal(firstDay("2026-03-16T00:00:00.000Z", "week"), "2026-03-16");
  assert.equal(firstDay("1969-12-31T00:00:00.000Z", "week"), "1969-12-29");
  assert.equal(firstDay("2026-03-16T00:00:00.000Z", "month"), "2026-03-01");
  assert.equal(firstDay("2026-06-30T23:59:59.999Z", "quarter"), "2026-04-01");
  assert.equal(firstDay("2026-12-31T23:59:59.999Z", "quarter"), "2026-10-01");
  assert.equal(firstDay("2026-06-30T23:59:59.999Z", "year"), "2026-01-01");
});

Deno.test("the parts of a period follow each other, and are some thirty at most", () => {
  const ms = fc.integer({
    min: Date.parse("1990-01-01T00:00:00Z"),
    max: Date.parse("2040-01-01T00:00:00Z"),
  });
  const instant = (at: number) => new Date(at).toISOString() as Instant;
  fc.assert(fc.property(ms, ms, ms, (a, b, c) => {
    const [from, between, to] = [a, b, c + 1].sort((x, y) => x - y)
      .map(instant) as [Instant, Instant, Instant];
    if (from === to) return;
    const step = stepFor({ from, to });
    const parts = partsOf({ from, to }, step);
    assert.deepEqual(parts.toSorted(), parts);
    assert.deepEqual(
      parts.map((day) => firstDay(`${day}T00:00:00.000Z`, step)),
      parts,
      "each is the first day of its part",
    );
    assert(parts.includes(firstDay(from, step)));
    if (between < to) assert(parts.includes(firstDay(between, step)));
    assert(parts.length <= 38 || step === "year", `${parts.length} ${step}`);
  }));
});

Deno.test("decisions over time add up to all, and no part between two is left out", () => {
  const sources = ["rule", "similarity", "model", null] as const;
  const when = fc.integer({
    min: Date.parse("2025-01-01T00:00:00Z"),
    max: Date.parse("2026-06-01T00:00:00Z"),
  });
  const step = fc.constantFrom("day", "week", "month", "quarter", "year");
  const made = fc.tuple(
    when,
    fc.constantFrom(...sources),
    fc.integer({
      min: 1,
      max: 9,
    }),
  );
  fc.assert(fc.property(step, fc.array(made), (step, all) => {
    const decisions = [
      ...Map.groupBy(
        all,
        ([at, source]) =>
          `${firstDay(new Date(at).toISOString(), step)} ${source}`,
      ),
    ].map(([key, some]) => ({
      day: key.split(" ")[0]!,
      source: some[0]![1],
      count: some.reduce((sum, [, , count]) => sum + count, 0),
      tokens: 0,
      costMicros: 0,
    }));
    const tables = automationTables({ decisions, outcomes: [] }, null, {
      step,
      decisions,
    });
    const [totals, , overTime] = tables;
    const told = overTime!.rows.map(([, ...counts]) =>
      counts.reduce((sum: number, count) => sum + Number(count), 0)
    );
    const sum = told.reduce((a, b) => a + b, 0);
    assert.equal(sum, totals!.rows[0]![1]);
    assert.equal(sum, all.reduce((sum, [, , count]) => sum + count, 0));
    const measure = (name: string) =>
      totals!.rows.find(([measure]) => measure === name)![1];
    const inAll = (...names: readonly string[]) =>
      overTime!.columns.flatMap(({ name }, at) =>
        names.includes(name) ? overTime!.rows.map((row) => Number(row[at])) : []
      ).reduce((a, b) => a + b, 0);
    assert.equal(
      inAll("rules", "earlier_approvals", "language_model"),
      measure("settled"),
    );
    assert.equal(inAll("left_to_people"), measure("left_to_people"));
    assert(told.length === 0 || told[0]! > 0 && told.at(-1)! > 0);
    const days = overTime!.rows.map(([day]) => String(day));
    for (const [at, day] of days.entries()) {
      const next = days[at + 1];
      if (next === undefined) continue;
      const last = new Date(Date.parse(next) - 1).toISOString();
      assert.equal(firstDay(last, step), day, "they follow each other");
    }
  }));
});
