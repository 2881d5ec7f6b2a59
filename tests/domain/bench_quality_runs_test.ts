import assert from "node:assert/strict";
import { setsOf } from "../../bench/quality/full_feedback.ts";
import { split } from "../../bench/quality/labelled.ts";
import { readStream } from "../../bench/quality/stream.ts";
import { readTable } from "../../src/main/demo/csv_table.ts";
import { purchases } from "../support/purchases.ts";

Deno.test("a stream is read by date, its columns named or guessed", () => {
  const text = "when,date,price,supplier,narrative,top_category,category\n" +
    "x,2026-02-01,1.50,Quill,Rolls,Costs,Food\n" +
    "y,2026-01-01,nil,Tallow,,Costs,Paper\n" +
    "z,2026-01-01,2,Tallow,Ink,Costs,paper\n" +
    "z,2026-01-02,2,Tallow,Ink,Costs,\n";
  const { rows, notes } = readStream(readTable(text), {
    text: ["supplier", "narrative"],
    amount: "price",
    counterparty: "",
  });
  const row = { counterparty: null, unit: null };
  assert.deepEqual(rows, [
    {
      ...row,
      date: "2026-01-01",
      description: "Tallow",
      amount: null,
      label: "Paper",
    },
    {
      ...row,
      date: "2026-01-01",
      description: "Tallow Ink",
      amount: { minor: "200", currency: "GBP" },
      label: "Paper",
    },
    {
      ...row,
      date: "2026-02-01",
      description: "Quill Rolls",
      amount: { minor: "150", currency: "GBP" },
      label: "Food",
    },
  ]);
  assert.deepEqual(notes, [
    "1 rows without a text or a label left out",
    "1 amounts could not be read and count as absent",
  ]);
});

Deno.test("a date that cannot be read is the one of the row before", () => {
  const text =
    "date,text,label\n2026-02-01,b,B\nsoon,a,A\n2026-03-01,d,D\n2026-01-01,c,C\n";
  const { rows, notes } = readStream(readTable(text), {});
  assert.deepEqual(
    rows.map(({ description, date }) => [description, date]),
    [
      ["c", "2026-01-01"],
      ["b", "2026-02-01"],
      ["a", "2026-02-01"],
      ["d", "2026-03-01"],
    ],
  );
  assert.deepEqual(notes, [
    "1 dates could not be read and are the row before's",
  ]);
});

Deno.test("a column is found by a name with a comma in it, and several by theirs", () => {
  const table = readTable('"Was,drin",Was,label\nboth,one,A\n');
  const textBy = (...text: string[]) =>
    readStream(table, { text }).rows.map(({ description }) => description);
  assert.deepEqual(textBy("Was", "drin"), ["both"]);
  assert.deepEqual(textBy("Was", "label"), ["one A"]);
});

Deno.test("a column that is not there is named, with those that are", () => {
  const table = readTable("text,category\na,A\n");
  assert.throws(
    () => readStream(table, { unit: "team", amount: "price" }),
    /^Error: no column for "team", "price" among text, category$/,
  );
  assert.throws(
    () => readStream(readTable("a,b\n1,2\n"), {}),
    /^Error: no column for a text, a label among a, b$/,
  );
});

Deno.test("sets: the warm one, then the others, none of them empty", () => {
  const sizes = (count: number) =>
    [...setsOf(purchases(count), { warm: 20, batch: 30 })]
      .map(({ length }) => length);
  assert.deepEqual(sizes(100), [20, 30, 30, 20]);
  assert.deepEqual(sizes(50), [20, 30]);
});

Deno.test("rows in no order are drawn the same each time, and none is both known and asked", () => {
  const rows = purchases(50);
  const { known, asked } = split(rows, 20, null);
  assert.deepEqual(split(rows, 20, null), { known, asked });
  assert.equal(known.length, 20);
  assert.deepEqual(new Set([...known, ...asked]), new Set(rows));
  assert.equal(asked.length, 30);
  assert.deepEqual(split(rows, 20, rows.slice(0, 3)).asked, rows.slice(0, 3));
});
