import assert from "node:assert/strict";
import fc from "fast-check";
import { dateEvidence } from "../../../src/imports/date_evidence.ts";
import { decimalEvidence } from "../../../src/imports/decimal_evidence.ts";
import { exactMoney } from "../../../src/imports/exact_money.ts";
import { readDate } from "../../../src/imports/read_date.ts";
import { readDecimal } from "../../../src/imports/read_decimal.ts";
import { readOfxDate } from "../../../src/imports/ofx_entry.ts";
import { formatMoney, minorDigits } from "../../../src/kernel/money.ts";

function minor(text: string, sign: "." | ",", currency = "GBP") {
  const read = readDecimal(text, sign);
  if (read === null) return null;
  const exact = exactMoney(read, currency);
  return "money" in exact ? exact.money.minor : exact.wrong;
}

Deno.test("numbers are read as banks write them", () => {
  const cases: readonly (readonly [string, "." | ",", string | null])[] = [
    ["-1,234.50", ".", "-123450"],
    ["1.234,50", ",", "123450"],
    ["1 234,50", ",", "123450"],
    ["1\u202f234,50", ",", "123450"],
    ["1’234.50", ".", "123450"],
    ["12,34,567.80", ".", "123456780"],
    ["(12.00)", ".", "-1200"],
    ["12.00-", ".", "-1200"],
    ["−12.00", ".", "-1200"],
    ["+12", ".", "1200"],
    ["£12.5", ".", "1250"],
    ["-£12.50", ".", "-1250"],
    ["£-12.50", ".", "-1250"],
    ["12,50 EUR", ",", "1250"],
    ["12.50 DR", ".", "-1250"],
    ["12.50CR", ".", "1250"],
    [".5", ".", "50"],
    ["5.", ".", "500"],
    ["0.00", ".", "0"],
    ["-0.00", ".", "0"],
    ["12.5000", ".", "1250"],
    ["90071992547409.93", ".", "9007199254740993"],
    ["1,23.50", ".", null],
    ["1.2.3", ".", null],
    ["--1", ".", null],
    ["-1-", ".", null],
    ["1e5", ".", null],
    ["abc", ".", null],
    ["", ".", null],
    ["=1+1", ".", null],
    ["12/03/2026", ".", null],
  ];
  for (const [text, sign, expected] of cases) {
    assert.equal(minor(text, sign), expected, text);
  }
});

Deno.test("decimals that the currency has not are refused, and never rounded", () => {
  assert.equal(
    minor("1.005", "."),
    "has more than the 2 decimals that GBP has",
  );
  assert.equal(
    minor("12.5", ".", "JPY"),
    "has more than the 0 decimals that JPY has",
  );
  assert.equal(minor("12", ".", "JPY"), "12");
  assert.equal(minor("1.234", ".", "KWD"), "1234");
  assert.equal(minor("1", ".", "XXX"), "is in no currency of ISO 4217");
  assert.equal(
    minor("99999999999999999999", "."),
    "is not a whole number of minor units of up to 19 digits",
  );
});

Deno.test("what is written of an amount reads back as that amount", () => {
  fc.assert(fc.property(
    fc.bigInt(-(2n ** 63n) + 1n, 2n ** 63n - 1n),
    fc.constantFrom("GBP", "JPY", "KWD", "CLF"),
    fc.constantFrom(".", ",") as fc.Arbitrary<"." | ",">,
    (value, currency, sign) => {
      assert(minorDigits(currency) !== undefined);
      const text = formatMoney({ minor: `${value}`, currency })
        .replace(` ${currency}`, "").replace(".", sign);
      assert.equal(minor(text, sign, currency), String(value));
    },
  ));
});

Deno.test("the decimal sign is told by what the numbers of a column can only be", () => {
  assert.deepEqual(decimalEvidence(["1,234", "5.5"]), {
    kind: "known",
    sign: ".",
  });
  assert.deepEqual(decimalEvidence(["1.234", "5,5"]), {
    kind: "known",
    sign: ",",
  });
  assert.deepEqual(decimalEvidence(["1.234.567"]), {
    kind: "known",
    sign: ",",
  });
  assert.deepEqual(decimalEvidence(["0,123"]), { kind: "known", sign: "," });
  assert.deepEqual(decimalEvidence(["12", "300"]), { kind: "any" });
  assert.deepEqual(decimalEvidence(["1,234", "12"]), {
    kind: "ambiguous",
    example: "1,234",
  });
  assert.deepEqual(decimalEvidence(["1,50", "2.50"]), {
    kind: "mixed",
    examples: ["2.50", "1,50"],
  });
  // One slip among many is a bad row, and no doubt.
  assert.deepEqual(decimalEvidence([...Array(20).fill("2.50"), "1,50"]), {
    kind: "known",
    sign: ".",
  });
});

Deno.test("dates are read in the order that is known", () => {
  assert.equal(
    readDate("2026-03-31", "ymd")?.instant,
    "2026-03-31T00:00:00.000Z",
  );
  assert.equal(
    readDate("2026-03-31T23:30:00-02:00", "ymd")?.instant,
    "2026-04-01T01:30:00.000Z",
  );
  assert.equal(readDate("2026-03-31T23:30:00-02:00", "ymd")?.day, "2026-03-31");
  assert.equal(readDate("20260331", "ymd")?.day, "2026-03-31");
  assert.equal(readDate("31.03.2026", "dmy")?.day, "2026-03-31");
  assert.equal(readDate("31/3/26", "dmy")?.day, "2026-03-31");
  assert.equal(readDate("31/3/85", "dmy")?.day, "1985-03-31");
  assert.equal(readDate("3/31/2026", "mdy")?.day, "2026-03-31");
  assert.equal(readDate("31 Mar 2026", "dmy")?.day, "2026-03-31");
  assert.equal(readDate("31. Dezember 2026", "dmy")?.day, "2026-12-31");
  assert.equal(readDate("March 31, 2026", "mdy")?.day, "2026-03-31");
  assert.equal(
    readDate("31/03/2026 14:05", "dmy")?.instant,
    "2026-03-31T14:05:00.000Z",
  );
  assert.equal(
    readDate("3/31/2026 2:05:06 PM", "mdy")?.instant,
    "2026-03-31T14:05:06.000Z",
  );
  for (
    const wrong of [
      "31/02/2026",
      "00/01/2026",
      "13/13/2026",
      "31/03",
      "soon",
      "",
      "31/03/2026 25:00",
    ]
  ) {
    assert.equal(readDate(wrong, "dmy"), null, wrong);
  }
});

Deno.test("the order of dates is told by the rows, and where it cannot be that is said", () => {
  assert.deepEqual(dateEvidence(["03/04/2026", "13/04/2026"]), {
    kind: "known",
    order: "dmy",
  });
  assert.deepEqual(dateEvidence(["03/04/2026", "04/13/2026"]), {
    kind: "known",
    order: "mdy",
  });
  assert.deepEqual(dateEvidence(["2026-03-04"]), {
    kind: "known",
    order: "ymd",
  });
  assert.deepEqual(dateEvidence(["03.04.2026"]), {
    kind: "known",
    order: "dmy",
  });
  assert.deepEqual(dateEvidence(["03/04/2026", "05/06/2026"]), {
    kind: "ambiguous",
    orders: ["dmy", "mdy"],
    example: "03/04/2026",
  });
  // Day and month that are equal leave nothing to doubt.
  assert.equal(dateEvidence(["03/03/2026", "05/05/2026"]).kind, "known");
  assert.deepEqual(dateEvidence(["abc", "def"]), { kind: "none" });
});

Deno.test("OFX dates have zones, and a date alone is that date everywhere", () => {
  assert.equal(readOfxDate("20260331")?.instant, "2026-03-31T00:00:00.000Z");
  assert.equal(
    readOfxDate("20260331230000.000[-5:EST]")?.instant,
    "2026-04-01T04:00:00.000Z",
  );
  assert.equal(readOfxDate("20260331230000.000[-5:EST]")?.day, "2026-03-31");
  assert.equal(
    readOfxDate("20260331120000[+5.5]")?.instant,
    "2026-03-31T06:30:00.000Z",
  );
  assert.equal(
    readOfxDate("20260331120000")?.instant,
    "2026-03-31T12:00:00.000Z",
  );
  assert.equal(readOfxDate("20260230"), null);
  assert.equal(readOfxDate("yesterday"), null);
});
