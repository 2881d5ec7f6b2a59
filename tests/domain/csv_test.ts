import assert from "node:assert/strict";
import fc from "fast-check";
import { readCsv } from "../../src/main/demo/csv.ts";

const HEADER = "date,amount,description,category\n";

/** The amounts read, as minor units; the problems found for the others. */
function amounts(...written: readonly string[]): readonly string[] {
  return written.map((amount) => {
    const { rows, problems } = readCsv(
      `${HEADER}2026-01-31,"${amount}",x,Food`,
    );
    return rows[0]?.amount.minor ?? problems[0]!.detail;
  });
}

Deno.test("a file with plain columns is read row by row", () => {
  const text = "date,amount,description,unit,category\n" +
    "2014-03-06,98.33,bp snax 24 weoley,Depot,Vehicle Fuel\n" +
    '2014-03-27,-10.54,"asda, home delivery",,Purchases Food\n';
  assert.deepEqual(readCsv(text), {
    rows: [
      {
        date: "2014-03-06",
        amount: { minor: "9833", currency: "GBP" },
        description: "bp snax 24 weoley",
        counterparty: null,
        unit: "Depot",
        category: "Vehicle Fuel",
      },
      {
        date: "2014-03-27",
        amount: { minor: "-1054", currency: "GBP" },
        description: "asda, home delivery",
        counterparty: null,
        unit: null,
        category: "Purchases Food",
      },
    ],
    problems: [],
  });
});

Deno.test("columns go by other names, in any order and case; category before top category", () => {
  const text =
    "Top_Category,Category,Supplier Name,NARRATIVE,Cost-Centre,Net Amount,Transaction Date\n" +
    "Premises,Gas,Corona Energy,Gas - Pool,Leisure,5,29/05/2019\n";
  assert.deepEqual(readCsv(text).rows, [{
    date: "2019-05-29",
    amount: { minor: "500", currency: "GBP" },
    description: "Gas - Pool",
    counterparty: "Corona Energy",
    unit: "Leisure",
    category: "Gas",
  }]);
});

Deno.test("an empty description is taken from the counterparty", () => {
  const text = "date,amount,supplier,narrative,category\n" +
    "2026-01-31,1,Pick Ltd,,Fees\n2026-01-31,1,,,Fees\n";
  const { rows, problems } = readCsv(text);
  assert.deepEqual(rows.map((row) => row.description), ["Pick Ltd"]);
  assert.deepEqual(problems, [{ line: 3, detail: "has no description" }]);
  const bare = "date,amount,payee,category\n2026-01-31,1,Pick Ltd,Fees\n";
  assert.equal(readCsv(bare).rows[0]?.description, "Pick Ltd");
});

Deno.test("amounts are read exactly, however they are written", () => {
  assert.deepEqual(
    amounts(
      "-1,234.56",
      "(12.00)",
      "£1,000",
      "12.5-",
      "+.5",
      " 7. ",
      "-0.00",
      "90071992547409.93",
      "1.100",
    ),
    [
      "-123456",
      "-1200",
      "100000",
      "-1250",
      "50",
      "700",
      "0",
      "9007199254740993",
      "110",
    ],
  );
});

Deno.test("an amount that is none is a problem, not a guess", () => {
  assert.deepEqual(
    amounts("", "-", "twelve", "1,23.00", "1.234,56", "-5-", "1.005", "1e3"),
    [
      'amount "" is not a number',
      'amount "-" is not a number',
      'amount "twelve" is not a number',
      'amount "1,23.00" is not a number',
      'amount "1.234,56" is not a number',
      'amount "-5-" is not a number',
      'amount "1.005" has more than 2 decimals',
      'amount "1e3" is not a number',
    ],
  );
  assert.match(amounts("99999999999999999999")[0]!, /19 digits|64 bits/);
});

Deno.test("any number of pence reads as itself", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), (pence) => {
      const size = pence < 0n ? -pence : pence;
      const whole = (size / 100n).toLocaleString("en-GB");
      const part = (size % 100n).toString().padStart(2, "0");
      const written = `${pence < 0n ? "-" : ""}${whole}.${part}`;
      assert.deepEqual(amounts(written), [`${pence}`]);
    }),
  );
});

Deno.test("the currency says how many decimals there are", () => {
  const text = `${HEADER}2026-01-31,1250,x,Food`;
  const { rows } = readCsv(text, "JPY");
  assert.deepEqual(rows[0]?.amount, { minor: "1250", currency: "JPY" });
  assert.throws(() => readCsv(text, "XXX"), /"XXX" is not a currency/);
});

Deno.test("dates are ISO or British; what is no day is a problem", () => {
  const dates = [
    "2026-01-31",
    "2026-01-31T10:00:00Z",
    "31/01/2026",
    "1.2.2026",
    "31/01/2026 00:00",
    "30/02/2026",
    "01/31/2026",
    "",
  ];
  const text = HEADER + dates.map((date) => `${date},1,x,Food`).join("\n");
  const { rows, problems } = readCsv(text);
  assert.deepEqual(rows.map(({ date }) => date), [
    "2026-01-31",
    "2026-01-31",
    "2026-01-31",
    "2026-02-01",
    "2026-01-31",
  ]);
  assert.deepEqual(problems, [
    { line: 7, detail: 'date "30/02/2026" is not a day of the calendar' },
    { line: 8, detail: 'date "01/31/2026" is not a day of the calendar' },
    { line: 9, detail: 'date "" is not an RFC 3339 date or date-time' },
  ]);
});

Deno.test("a byte-order mark, CR LF, empty lines and line breaks in quotes keep the line numbers", () => {
  const text = "\ufeffdate,amount,description,category\r\n" +
    '2026-01-31,1,"two\r\nlines",Food\r\n' +
    "\r\n" +
    "2026-01-31,1,x\r\n" +
    '2026-01-31,oops,"three\r\nmore\r\nlines",Food\r\n' +
    "2026-01-31,1,x,\r\n";
  assert.deepEqual(readCsv(text), {
    rows: [{
      date: "2026-01-31",
      amount: { minor: "100", currency: "GBP" },
      description: "two lines",
      counterparty: null,
      unit: null,
      category: "Food",
    }],
    problems: [
      { line: 5, detail: "has 3 fields where the header has 4" },
      { line: 6, detail: 'amount "oops" is not a number' },
      { line: 9, detail: "has no category" },
    ],
  });
});

Deno.test("semicolons and tabs part columns as well", () => {
  for (const sign of [";", "\t"]) {
    const text = [HEADER.trim(), "2026-01-31,1.50,x,Food"]
      .map((line) => line.replaceAll(",", sign)).join("\n");
    assert.equal(readCsv(text).rows[0]?.amount.minor, "150");
  }
});

Deno.test("a missing column is an error that names those found", () => {
  assert.throws(() => readCsv("when,amount,text\n1,2,3\n"), {
    message:
      "The file has no column for date, category; its header names when, amount, text",
  });
  assert.throws(() => readCsv("date,amount,category\n"), {
    message:
      "The file has no column for description; its header names date, amount, category",
  });
  assert.throws(() => readCsv(""), {
    message:
      "The file has no column for date, amount, category, description; its header names nothing",
  });
});

Deno.test("a quote that never closes is an error", () => {
  assert.throws(() => readCsv(`${HEADER}2026-01-31,1,"x,Food\n`), /[Qq]uote/);
});

Deno.test("every row is either read or named as a problem", () => {
  const cell = fc.constantFrom("", "x", "2026-01-31", "1.50", "-2", "a b");
  const table = fc.array(
    fc.array(cell, { minLength: 2, maxLength: 5 })
      .filter((cells) => cells.some((each) => each !== "")),
  );
  fc.assert(
    fc.property(table, (lines) => {
      const text = HEADER + lines.map((cells) => cells.join(",")).join("\n");
      const { rows, problems } = readCsv(text);
      assert.equal(rows.length + problems.length, lines.length);
    }),
  );
});
