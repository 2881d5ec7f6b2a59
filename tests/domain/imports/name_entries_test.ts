import assert from "node:assert/strict";
import fc from "fast-check";
import type { Day, StatementEntry } from "../../../src/imports/found_row.ts";
import { entryNaming } from "../../../src/imports/name_entries.ts";
import { occurrenceTable } from "../../../src/imports/occurrence_table.ts";

const CONNECTION = "con_01kx2m6v9dfk3tqz8w5y7r4b1c";

function entry(given: Partial<StatementEntry> = {}): StatementEntry {
  return {
    account: "GB00 1234",
    bankId: null,
    day: "2026-03-31",
    occurredAt: "2026-03-31T00:00:00.000Z",
    description: "Coffee",
    counterparty: null,
    amount: { minor: "-320", currency: "GBP" },
    attributes: {},
    raw: {},
    ...given,
  };
}

function namesOf(entries: readonly StatementEntry[]): readonly string[] {
  const name = entryNaming(CONNECTION);
  return entries.map((one) => name(one).externalId);
}

Deno.test("two equal coffees of a day stay two, in whatever case and with whatever blanks they are written", () => {
  const [first, second] = namesOf([entry(), entry({ description: "COFFEE " })]);
  assert.notEqual(first, second);
  assert.deepEqual(namesOf([entry({ description: " coffee" }), entry()]), [
    first,
    second,
  ]);
});

Deno.test("any part of what an entry is makes it another", () => {
  const others: readonly Partial<StatementEntry>[] = [
    {},
    { account: "GB00 5678" },
    { account: "" },
    { day: "2026-04-01" },
    { description: "Tea" },
    { counterparty: "Café" },
    { amount: { minor: "320", currency: "GBP" } },
    { amount: { minor: "-320", currency: "EUR" } },
  ];
  assert.equal(new Set(namesOf(others.map(entry))).size, others.length);
  // What is told beside it, and how an account is spaced, does not.
  const [one] = namesOf([entry()]);
  assert.deepEqual(
    namesOf([
      entry({
        account: "gb001234",
        attributes: { a: 1 },
        raw: { balance: "5" },
      }),
    ]),
    [one],
  );
});

Deno.test("an id that the bank promises names the entry within its account, whatever else it says", () => {
  const [one, other, third] = namesOf([
    entry({ bankId: "F1" }),
    entry({ bankId: "F1", description: "Tea" }),
    entry({ bankId: "F1", account: "GB00 5678" }),
  ]);
  assert.equal(one, other);
  assert.notEqual(one, third);
  assert.match(one!, /^[0-9a-f]{12}\/F1$/);
  assert.deepEqual(namesOf([entry({ account: "", bankId: "F1" })]), ["F1"]);
  const [long] = namesOf([entry({ bankId: "x".repeat(5_000) })]);
  assert(long!.length <= 200);
});

Deno.test("no name tells an account's number", () => {
  for (
    const name of namesOf([
      entry({ account: "DE02120300000000202051" }),
      entry({ account: "DE02120300000000202051", bankId: "A" }),
    ])
  ) {
    assert(!name.includes("20300000"));
  }
});

const DAYS: readonly Day[] = [
  "2026-03-29",
  "2026-03-30",
  "2026-03-31",
  "2026-04-01",
];
/** Few texts and amounts, so that equal entries are common. */
const someEntry = fc.record({
  day: fc.constantFrom(...DAYS),
  description: fc.constantFrom("Coffee", "Tea"),
  minor: fc.constantFrom("-320", "-450"),
  account: fc.constantFrom("GB00 1234", "GB00 5678"),
}).map(({ minor, ...given }) =>
  entry({ ...given, amount: { minor: minor as `${bigint}`, currency: "GBP" } })
);

Deno.test("statements that overlap, each complete by day, give just the entries, in whatever order and however often they come", () => {
  fc.assert(fc.property(
    fc.array(someEntry, { maxLength: 40 }),
    fc.array(fc.subarray([...DAYS], { minLength: 1 }), {
      minLength: 1,
      maxLength: 6,
    }),
    fc.infiniteStream(fc.nat()),
    (entries, days, numbers) => {
      // Every day in one statement at least; each writes its entries in an order of its own.
      const statements = [...days, [...DAYS]].map((own) =>
        shuffled(entries.filter(({ day }) => own.includes(day)), numbers)
      );
      const kept = new Map<string, StatementEntry>();
      for (const statement of shuffled(statements, numbers)) {
        const names = namesOf(statement);
        assert.equal(
          new Set(names).size,
          names.length,
          "within one statement all are different",
        );
        statement.forEach((one, i) => {
          const before = kept.get(names[i]!);
          if (before) assert.deepEqual(one, before, "a name has one content");
          kept.set(names[i]!, one);
        });
      }
      assert.deepEqual(sorted([...kept.values()]), sorted(entries));
    },
  ));
});

function sorted(entries: readonly StatementEntry[]): readonly string[] {
  return entries.map((one) => JSON.stringify(one)).sort();
}

function shuffled<T>(items: readonly T[], numbers: fc.Stream<number>): T[] {
  return items.map((item) => ({ item, place: numbers.next().value! }))
    .toSorted((a, b) => a.place - b.place).map(({ item }) => item);
}

Deno.test("occurrences are counted exactly, also when the table grows", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 5_000 }), { maxLength: 5_000 }),
      (keys) => {
        const next = occurrenceTable();
        const counts = new Map<number, number>();
        for (const key of keys) {
          const count = (counts.get(key) ?? 0) + 1;
          counts.set(key, count);
          assert.equal(next(key), count);
        }
      },
    ),
    { numRuns: 20 },
  );
  const next = occurrenceTable();
  for (let key = 1; key <= 20_000; key++) assert.equal(next(key), 1);
  for (let key = 1; key <= 20_000; key++) assert.equal(next(key), 2);
});
