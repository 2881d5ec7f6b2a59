import assert from "node:assert/strict";
import { openAnchors } from "../../bench/quality/anchors/anchors.ts";
import { closedLoop } from "../../bench/quality/closed_loop.ts";
import {
  anchorFeedback,
  fullFeedback,
  openReviewed,
  setsOf,
} from "../../bench/quality/full_feedback.ts";
import { split } from "../../bench/quality/labelled.ts";
import { measure } from "../../bench/quality/measures.ts";
import { type Labelled, readStream } from "../../bench/quality/stream.ts";
import { readTable } from "../../src/main/demo/csv_table.ts";
import type { TenantSettings } from "../../src/tenancy/tenant.ts";

/** What three shops sell, one record after another. */
function purchases(count: number): readonly Labelled[] {
  const shops = [["tallow reed", "Paper"], ["foxglove oil", "Fuel"], [
    "quill bakery",
    "Food",
  ]] as const;
  return Array.from({ length: count }, (_, i): Labelled => {
    const [description, label] = shops[i % shops.length]!;
    return {
      date: `2026-01-${String(1 + Math.floor(i / 10)).padStart(2, "0")}`,
      description,
      counterparty: null,
      unit: null,
      amount: { minor: "-1000", currency: "GBP" },
      label,
    };
  });
}

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

Deno.test("full feedback through the service: what repeats is proposed", async () => {
  const rows = purchases(90);
  const seen: number[] = [];
  const company = await openReviewed(rows);
  const given = await fullFeedback(
    company,
    rows,
    { warm: 30, batch: 30 },
    (done) => void seen.push(done),
  );
  assert.deepEqual(seen, [30, 60, 90]);
  assert.deepEqual(
    given.map(({ truth }) => truth),
    rows.slice(30).map(({ label }) => label),
  );
  assert.deepEqual(measure(given), {
    accuracy: 1,
    macro_f1: 1,
    cov95: 1,
    cov99: 1,
  });
});

Deno.test("the closed loop counts what was settled, and as it was settled", async () => {
  // After the warm 30 the third shop sells something else, every second time.
  const rows = purchases(120).map((row, i) =>
    i >= 30 && i % 6 === 2 ? { ...row, label: "Gifts" } : row
  );
  const run = (settings: Partial<TenantSettings>) =>
    closedLoop(rows, { warm: 30, batch: 30 }, { seed: 3, settings });
  // Every proposal settles. None is looked at, so that what is wrong stays unknown.
  assert.deepEqual(await run({ similarityThreshold: 0, auditRate: 0 }), {
    settled: 1,
    precision: 75 / 90,
  });
  // Thirty that are right promise nothing like this.
  assert.deepEqual(await run({ targetPrecision: 0.999 }), {
    settled: 0,
    precision: null,
  });
});

Deno.test("the anchors learn what repeats, and nothing of the set they are asked about", async () => {
  const rows = purchases(90);
  for (const anchor of await openAnchors(rows)) {
    const given = anchorFeedback(anchor, rows, { warm: 30, batch: 30 });
    assert.equal(given.length, 60, anchor.name);
    assert.equal(measure(given).accuracy, 1, anchor.name);
  }
  const news = [...rows.slice(0, 30), {
    ...rows[0]!,
    description: "mica glass",
    label: "Windows",
  }];
  for (const anchor of await openAnchors(news)) {
    const [last] = anchorFeedback(anchor, news, { warm: 30, batch: 30 });
    assert.notEqual(last!.label, "Windows", anchor.name);
  }
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
