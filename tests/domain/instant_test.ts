import assert from "node:assert/strict";
import fc from "fast-check";
import { plusMs, readInstant } from "../../src/kernel/instant.ts";

const two = (n: number) => n.toString().padStart(2, "0");

/** The calendar, written another way than the code under test. */
function daysIn(year: number, month: number): number {
  if (month === 2) {
    const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    return leap ? 29 : 28;
  }
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

Deno.test("readInstant() takes a date just when the calendar has that day", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1890, max: 2210 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
      (year, month, day) => {
        const date = `${year}-${two(month)}-${two(day)}`;
        const inRange = year >= 1900 && year <= 2199;
        const real = month >= 1 && month <= 12 && day >= 1 &&
          day <= daysIn(year, month);
        const expected = !inRange
          ? { wrong: "has a year outside 1900 to 2199" }
          : !real
          ? { wrong: "is not a day of the calendar" }
          : { instant: `${date}T00:00:00.000Z` };
        assert.deepEqual(readInstant(date), expected);
      },
    ),
    { numRuns: 500 },
  );
});

Deno.test("readInstant() knows every leap year of its range", () => {
  for (let year = 1900; year <= 2199; year++) {
    assert.equal(
      "instant" in readInstant(`${year}-02-29`),
      daysIn(year, 2) === 29,
    );
  }
});

Deno.test("readInstant() takes a time just when the day has it", () => {
  fc.assert(fc.property(
    fc.integer({ min: 0, max: 30 }),
    fc.integer({ min: 0, max: 70 }),
    fc.integer({ min: 0, max: 70 }),
    (hour, minute, second) => {
      const time = `${two(hour)}:${two(minute)}:${two(second)}`;
      const real = hour < 24 && minute < 60 && second < 60;
      assert.deepEqual(
        readInstant(`2026-03-01T${time}Z`),
        real
          ? { instant: `2026-03-01T${time}.000Z` }
          : { wrong: "is not a time of the day" },
      );
    },
  ));
});

Deno.test("readInstant() moves offsets to UTC and cuts to milliseconds", () => {
  const read = (text: string) => readInstant(text);
  const is = (instant: string) => ({ instant });
  assert.deepEqual(
    read("2026-01-31T09:30:00.5+02:00"),
    is("2026-01-31T07:30:00.500Z"),
  );
  assert.deepEqual(
    read("2026-01-31t23:30:00.123456789-01:00"),
    is("2026-02-01T00:30:00.123Z"),
  );
  const wrong = { wrong: "has a year outside 1900 to 2199" };
  assert.deepEqual(read("2199-12-31T23:59:59-01:00"), wrong);
  assert.deepEqual(read("1900-01-01T00:00:00+10:00"), wrong);
});

Deno.test("readInstant() refuses what is no RFC 3339 text", () => {
  const wrong = { wrong: "is not an RFC 3339 date or date-time" };
  for (
    const text of [
      "",
      "today",
      "2026",
      "2026-1-2",
      "26-01-02",
      "2026-01-02T03:04Z",
      "2026-01-02T03:04:05",
      "2026-01-02 03:04:05Z",
      "+02026-01-02",
      "2026-01-02\n",
      " 2026-01-02",
      "02/01/2026",
    ]
  ) assert.deepEqual(readInstant(text), wrong, text);
});

Deno.test("readInstant() reads back what it gave, and such texts sort as time", () => {
  const time = fc.date({
    min: new Date("1900-01-01T00:00:00Z"),
    max: new Date("2199-12-31T23:59:59.999Z"),
    noInvalidDate: true,
  });
  fc.assert(fc.property(time, time, (a, b) => {
    const [one, other] = [a.toISOString(), b.toISOString()];
    assert.deepEqual(readInstant(one), { instant: one });
    assert.equal(one < other, a < b);
  }));
});

Deno.test("plusMs() moves over the ends of days and years", () => {
  assert.equal(
    plusMs("2025-12-31T23:59:59.999Z", 1),
    "2026-01-01T00:00:00.000Z",
  );
  assert.equal(
    plusMs("2026-03-01T00:00:00.000Z", -1),
    "2026-02-28T23:59:59.999Z",
  );
});
