import assert from "node:assert/strict";
import type { FoundRow } from "../../../src/imports/found_row.ts";
import { CAMT_053, MT_940, OFX_1, OFX_2 } from "../../support/bank_files.ts";
import {
  briefly,
  entriesOf,
  readFile,
  remarksOf,
} from "../../support/read_file.ts";

/** What an account moved by, in minor units. */
function sum(rows: readonly FoundRow[]): bigint {
  return entriesOf(rows).reduce(
    (total, { amount }) => total + BigInt(amount.minor),
    0n,
  );
}

const MOVED = 164_680n;

Deno.test("OFX 1.x is read as the SGML it is", async () => {
  const rows = await readFile(OFX_1);
  assert.deepEqual(briefly(rows), [
    "2026-03-02 -5000 EUR Timber & Sons planks",
    "2026-03-03 -160 EUR Coffee",
    "2026-03-03 -160 EUR Coffee",
    "2026-03-10 200000 EUR A < B Ltd",
    "2026-03-20 -20000 EUR Rent",
    "2026-03-31 -10000 EUR Fee",
  ]);
  assert.equal(sum(rows), MOVED);
  const entries = entriesOf(rows);
  assert.deepEqual(entries.map(({ bankId }) => bankId), [
    "M1",
    "M2",
    "M3",
    "M4",
    "M5",
    "M6",
  ]);
  assert.equal(entries[3]!.occurredAt, "2026-03-10T17:00:00.000Z");
  assert.deepEqual(entries[4]!.attributes, {
    type: "check",
    check_number: "77",
  });
  assert.equal(entries[0]!.account, "HARBOUR/123456");
  assert.deepEqual(rows.map(({ line }) => line), [14, 15, 16, 17, 24, 25]);
});

Deno.test("OFX 2.x is read as XML, with amounts in other currencies, and what is pending or corrected left out", async () => {
  const rows = await readFile(OFX_2);
  assert.deepEqual(briefly(rows), [
    "2026-03-02 -5000 EUR Timber & Sons",
    "2026-03-03 -1234 USD Hotel & Bar",
    "2026-03-04 -900 EUR Taxi",
  ]);
  assert.deepEqual(remarksOf(rows), [
    "skipped 10 CORRECTFITID: corrects an entry that was sent before; change that record",
    "skipped 12 —: is pending: it is taken in once it is posted",
  ]);
});

Deno.test("a CAMT.053 is read with its batches, reversals and parties, and its balances agree", async () => {
  const rows = await readFile(CAMT_053);
  assert.deepEqual(briefly(rows), [
    "2026-03-02 -5000 EUR planks and nails",
    "2026-03-02 -320 EUR RF18",
    "2026-03-20 -20000 EUR Rent",
    "2026-03-21 10000 EUR returned",
    "2026-03-31 180000 EUR (no text)",
  ]);
  assert.equal(sum(rows), MOVED);
  assert.deepEqual(remarksOf(rows), [
    "skipped 25 Sts: is pending: it is taken in once it is booked",
  ]);
  const entries = entriesOf(rows);
  assert.deepEqual(entries.map(({ bankId }) => bankId), [
    "R1/1",
    "R1/2",
    null,
    "R3",
    null,
  ]);
  assert.deepEqual(entries.map(({ counterparty }) => counterparty), [
    "Timber & Sons",
    null,
    null,
    "Shop",
    null,
  ]);
  assert.deepEqual(entries[0]!.attributes, {
    bank_code: "PMNT/ICDT/ESCT",
    end_to_end_id: "E1",
    counterparty_account: "DE88",
  });
  assert.deepEqual(entries[3]!.attributes, { reversal: true });
  assert.equal(entries[3]!.occurredAt, "2026-03-21T07:00:00.000Z");
  assert(
    entries.every(({ raw }) => !("NtryRef" in raw)),
    "a statement's own numbers are no part of an entry",
  );
});

Deno.test("an MT940 is read in each of the styles of its texts, and its balances agree", async () => {
  const rows = await readFile(MT_940);
  assert.deepEqual(briefly(rows), [
    "2026-03-02 -5000 EUR planks and nails",
    "2026-03-03 -160 EUR Coffee bar :12:11 o'clock",
    "2026-03-03 -160 EUR Coffee bar :12:11 o'clock",
    "2026-03-01 200000 EUR Invoice 5",
    "2026-03-20 -20000 EUR Rent",
    "2026-04-01 -10000 EUR NONREF",
  ]);
  assert.equal(sum(rows), MOVED);
  assert.deepEqual(remarksOf(rows), []);
  const entries = entriesOf(rows);
  assert.deepEqual(entries.map(({ counterparty }) => counterparty), [
    "Timber & Sons",
    null,
    null,
    "A B Ltd",
    null,
    null,
  ]);
  assert.deepEqual(entries[0]!.attributes, {
    bank_code: "166",
    end_to_end_id: "E1",
    counterparty_account: "DE88",
    bank_reference: "4711",
  });
  assert.deepEqual(entries[3]!.attributes, {
    bank_code: "NTRF",
    counterparty_account: "NL99",
    reversal: true,
  });
  assert.equal(entries[0]!.account, "12030000/0000202051");
});

Deno.test("entries that do not make the closing balance are told", async () => {
  const camt = CAMT_053.replace(
    '<b:Amt Ccy="EUR">200.00',
    '<b:Amt Ccy="EUR">200.01',
  );
  const mt940 = MT_940.replace("D100,00", "D100,01");
  const wrong =
    "the opening balance and the entries do not make the closing balance: some may be missing";
  assert.equal(remarksOf(await readFile(camt)).at(-1), `told 25 Bal: ${wrong}`);
  assert.deepEqual(remarksOf(await readFile(mt940)), [
    `told 21 :62F:: ${wrong}`,
  ]);
});

Deno.test("interim reports and notices are refused, since a statement says the same again", async () => {
  const camt = (kind: string) =>
    `<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.${kind}.001.08"></Document>`;
  assert.deepEqual(remarksOf(await readFile(camt("052"))), [
    "unreadable 1 —: is a CAMT.052, an interim report; send the CAMT.053 of the day",
  ]);
  assert.deepEqual(remarksOf(await readFile(camt("054"))), [
    "unreadable 1 —: is a CAMT.054, which only notifies; send the CAMT.053 of the day",
  ]);
  assert.deepEqual(
    remarksOf(
      await readFile(":20:1\n:25:2\n:34F:EUR0,\n:13D:2603311200+0100\n"),
    ),
    [
      "unreadable 1 —: is an MT942, an interim report; send the MT940 of the day",
    ],
  );
});

Deno.test("NDJSON is read as POST /records reads records", async () => {
  const line = (given: object) =>
    JSON.stringify({ external_id: "a", description: "b", ...given });
  const rows = await readFile([
    line({
      amount: { minor: "9007199254740993", currency: "JPY" },
      occurred_at: "2026-03-31",
      attributes: { unit: "Yard" },
    }),
    "",
    line({ raw: { any: [1] } }),
    "{",
    "[]",
    line({ description: " " }),
    line({ amount: { minor: 1.5, currency: "GBP" } }),
    line({ amount: { minor: 9007199254740993, currency: "GBP" } }),
    line({ nonsense: 1 }),
    line({ connection_id: "con_01kx2m6v9dfk3tqz8w5y7r4b1d" }),
    line({ occurred_at: "31.03.2026" }),
    line({ description: "\ud800" }),
    line({ external_id: "x".repeat(201) }),
  ].join("\n"));
  const records = rows.flatMap((row) =>
    row.kind === "record" ? row.incoming : []
  );
  assert.deepEqual(records.map(({ amount, raw }) => [amount, typeof raw]), [
    [{ minor: "9007199254740993", currency: "JPY" }, "object"],
    [null, "object"],
  ]);
  assert.deepEqual(remarksOf(rows), [
    "bad 4 —: is no well-formed JSON",
    "bad 5 —: is no JSON object",
    "bad 6 description: is blank",
    "bad 7 amount: is not a whole number of minor units",
    "bad 8 —: holds a number that JSON rounded; send it as text",
    "bad 9 nonsense: is not a known member",
    "bad 10 connection_id: is not the connection of this import",
    "bad 11 occurred_at: is not an RFC 3339 date or date-time",
    "bad 12 —: holds half of a surrogate pair",
    "bad 13 external_id: has more than 200 characters",
  ]);
});
