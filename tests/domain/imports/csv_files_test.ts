import assert from "node:assert/strict";
import type { CsvTerms } from "../../../src/imports/csv_terms.ts";
import {
  briefly,
  entriesOf,
  inspectFile,
  readFile,
  remarksOf,
} from "../../support/read_file.ts";

const TERMS: CsvTerms = {
  date: "Date",
  amount: "Amount",
  debit: null,
  credit: null,
  direction: null,
  description: ["Details"],
  counterparty: null,
  bankId: null,
  account: null,
  currencyColumn: null,
  currency: "GBP",
  dateOrder: null,
  decimal: null,
  spendingIsPositive: false,
  attributes: {},
};

Deno.test("a table is found below what stands before it, whatever parts its cells", async () => {
  for (const sign of [",", ";", "\t", "|"]) {
    const rows = await readFile(
      [
        "Harbour Bank",
        "Account 12-34-56",
        "",
        ["Date", "Details", "Amount"].join(sign),
        ["31/03/2026", '"Nails, 5"" long"', "-12.50"].join(sign),
        ["02/04/2026", "Rent", "900.00"].join(sign),
        "",
      ].join("\r\n"),
    );
    assert.deepEqual(briefly(rows), [
      '2026-03-31 -1250 GBP Nails, 5" long',
      "2026-04-02 90000 GBP Rent",
    ], sign);
    assert.deepEqual(rows.map(({ line }) => line), [5, 6]);
  }
});

Deno.test("columns are known by the names of several languages, and in two for in and out", async () => {
  const german = await readFile(
    '"Buchungstag";"Verwendungszweck";"Beguenstigter/Zahlungspflichtiger";"Soll";"Haben";"Währung"\n' +
      '"31.03.26";"Miete März";"Hafen Immobilien";"1.250,00";"";"EUR"\n' +
      '"31.03.26";"Gehalt";"Werft AG";"";"3.000,10";"EUR"\n',
  );
  assert.deepEqual(
    entriesOf(german).map((
      { amount, counterparty, description },
    ) => [amount.minor, amount.currency, counterparty, description]),
    [["-125000", "EUR", "Hafen Immobilien", "Miete März"], [
      "300010",
      "EUR",
      "Werft AG",
      "Gehalt",
    ]],
  );
  const dutch = await readFile(
    '"Datum","Naam / Omschrijving","Rekening","Af Bij","Bedrag (EUR)","Mededelingen"\n' +
      '"20260331","Bakker","NL00BANK","Af","3,20","koffie"\n' +
      '"20260331","Werkgever","NL00BANK","Bij","1000,00","loon"\n',
  );
  assert.deepEqual(briefly(dutch).map((text) => text.slice(0, 22)), [
    "2026-03-31 -320 EUR ko",
    "2026-03-31 100000 EUR ",
  ]);
});

Deno.test("what went out is not taken for what came in", async () => {
  const rows =
    "2026-03-31,Rent,350.00,,100.00\n2026-04-01,Wages,,900.50,1000.50\n";
  assert.deepEqual(
    briefly(await readFile(`Booked on,Details,Out,In,Balance\n${rows}`)),
    ["2026-03-31 -35000 GBP Rent", "2026-04-01 90050 GBP Wages"],
  );
  assert.deepEqual(
    remarksOf(await readFile(`Booked on,Details,Tick,Tock,Balance\n${rows}`)),
    ["unreadable 1 —: amount: no column holds amounts"],
  );
});

Deno.test("without names, columns are known by what they hold", async () => {
  const rows = await readFile(
    "31/03/2026,Nails,-12.50,100.00\n01/04/2026,Rent,900.00,1000.00\n",
  );
  assert.deepEqual(briefly(rows), [
    "2026-03-31 -1250 GBP Nails",
    "2026-04-01 90000 GBP Rent",
  ]);
});

Deno.test("a bad row is told by its line, and the others are read", async () => {
  const rows = await readFile(
    "Date,Details,Amount\n2026-03-31,Nails,-12.50\n2026-02-30,Rent,1\n2026-04-01,Glue,1.005\n2026-04-01,Glue\n2026-04-01,Glue,1.00,x\n2026-04-01,Glue,\n2026-04-02,\u0000,1.00\n2026-04-03,,1.00,\n",
  );
  assert.deepEqual(briefly(rows), [
    "2026-03-31 -1250 GBP Nails",
    "2026-04-03 100 GBP (no text)",
  ]);
  assert.deepEqual(remarksOf(rows), [
    "bad 3 Date: is no date (ymd)",
    "bad 4 Amount: has more than the 2 decimals that GBP has",
    "bad 5 —: has 2 cells where the table has 3 columns",
    "bad 6 —: has 4 cells where the table has 3 columns",
    "bad 7 Amount: is empty",
    "bad 8 Details: holds a NUL character",
  ]);
});

Deno.test("what could be read two ways is not guessed", async () => {
  const dates = await readFile(
    "Date,Details,Amount\n03/04/2026,Nails,-1.50\n05/06/2026,Glue,-1.50\n",
  );
  assert.deepEqual(remarksOf(dates), [
    'unreadable 1 —: date: "03/04/2026" is one of many dates that could be day/month or month/day; a mapping can say which',
  ]);
  const amounts = await readFile(
    'Date,Details,Amount\n2026-03-31,Nails,"1,234"\n2026-03-31,Glue,"2,500"\n',
  );
  assert.deepEqual(remarksOf(amounts), [
    'unreadable 1 —: amount: "1,234" could have thousands or three decimals, and so all others; a mapping can say which',
  ]);
  const currency = await readFile(
    "Date,Details,Amount\n2026-03-31,Nails,1.00\n",
    { currency: null },
  );
  assert.deepEqual(remarksOf(currency), [
    "unreadable 1 —: currency: nothing tells the currency; name it, or save a mapping that does",
  ]);
  const told: CsvTerms = { ...TERMS, dateOrder: "mdy" };
  assert.deepEqual(
    briefly(
      await readFile("Date,Details,Amount\n03/04/2026,Nails,-1.50\n", {
        csv: told,
      }),
    ),
    ["2026-03-04 -150 GBP Nails"],
  );
});

Deno.test("a mapping says which column is which, and what a sign means", async () => {
  const rows = await readFile(
    "When,What,More,Charge,Ref,Site\n03/04/2026,Nails,box,12.50,A1,Yard\n04/04/2026,Refund,,-2.50,A2,\n",
    {
      csv: {
        ...TERMS,
        date: "when",
        amount: "Charge",
        description: ["What", "More"],
        bankId: "Ref",
        dateOrder: "dmy",
        spendingIsPositive: true,
        attributes: { site: "Site" },
      },
    },
  );
  assert.deepEqual(briefly(rows), [
    "2026-04-03 -1250 GBP Nails box",
    "2026-04-04 250 GBP Refund",
  ]);
  assert.deepEqual(
    entriesOf(rows).map(({ bankId, attributes }) => [bankId, attributes]),
    [
      ["A1", { site: "Yard" }],
      ["A2", {}],
    ],
  );
  const missing = await readFile("Date,Details,Sum\n2026-03-31,Nails,1.00\n", {
    csv: TERMS,
  });
  assert.deepEqual(remarksOf(missing), [
    'unreadable 1 —: amount: the file has no column "Amount"; amount: no column holds amounts',
  ]);
});

Deno.test("a preview tells all that a file was taken for", async () => {
  const shape = await inspectFile(
    "Harbour Bank;;\nDatum;Text;Betrag\n31.03.2026;Nägel;-1.250,00\n",
  );
  assert.deepEqual({ ...shape, rows: shape.rows.length }, {
    format: "csv",
    encoding: "utf-8",
    csv: {
      delimiter: ";",
      headerLine: 2,
      columns: [
        { name: "Datum", role: "date" },
        { name: "Text", role: "description" },
        { name: "Betrag", role: "amount" },
      ],
      dateOrders: ["dmy"],
      decimal: ",",
      currency: "GBP",
    },
    flaws: [],
    rows: 1,
  });
});
