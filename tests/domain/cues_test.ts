import assert from "node:assert/strict";
import fc from "fast-check";
import { cuesOf } from "../../src/processing/cues.ts";
import type { RecordContent } from "../../src/records/record.ts";
import { anyText } from "../support/any_text.ts";

function content(changed: Partial<RecordContent> = {}): RecordContent {
  return {
    occurredAt: "2026-01-31T00:00:00.000Z",
    description: "GREENLARDER STORES 4417 OXMERE",
    counterparty: "Greenlarder Ltd",
    amount: { minor: "-1250", currency: "GBP" },
    attributes: { unit: "Canteen", clerk: "B" },
    ...changed,
  };
}

/** The levels on which both are looked up by the same key. */
function shared(
  a: RecordContent,
  b: RecordContent,
  context: readonly string[] = ["unit"],
): readonly string[] {
  const keys = new Set(cuesOf(a, context).keys.map(({ key }) => key));
  return cuesOf(b, context).keys.filter(({ key }) => keys.has(key))
    .map(({ level }) => level);
}

const ALL = [
  "text+context",
  "words+size+context",
  "words+context",
  "text",
  "counterparty+context",
  "head+size+context",
  "counterparty+amount",
];

const contents = fc.record<RecordContent>({
  occurredAt: fc.constant(null),
  description: anyText(),
  counterparty: fc.option(fc.string()),
  amount: fc.option(
    fc.bigInt({ min: -(2n ** 62n), max: 2n ** 62n }).map((minor) => ({
      minor: `${minor}` as const,
      currency: "GBP",
    })),
  ),
  attributes: fc.dictionary(
    fc.constantFrom("unit", "clerk"),
    fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)),
  ),
});

Deno.test("cues go from the most specific level to the least, with the text's key among them", () => {
  const { keys, textKey, text } = cuesOf(content(), ["unit"]);
  assert.deepEqual(keys.map(({ level }) => level), ALL);
  assert.equal(
    keys.find(({ level }) => level === "words+context")?.key,
    textKey,
  );
  assert.equal(text, "greenlarder stores oxmere greenlarder ltd canteen");
});

Deno.test("any record has distinct well-formed keys, and the same ones each time", () => {
  fc.assert(
    fc.property(contents, (record) => {
      const cues = cuesOf(record, ["unit"]);
      const keys = cues.keys.map(({ key }) => key);
      assert.ok(keys.every((key) => /^[0-9a-f]{32}$/.test(key)));
      assert.equal(new Set(keys).size, keys.length);
      assert.ok(keys.includes(cues.textKey));
      assert.deepEqual(cuesOf(record, ["unit"]), cues);
    }),
  );
});

Deno.test("case, spacing, date and other attributes do not change the cues", () => {
  const other = content({
    occurredAt: null,
    description: "  greenlarder  stores 4417 Oxmere",
    attributes: { unit: "CANTEEN", clerk: "C" },
  });
  assert.deepEqual(cuesOf(other, ["unit"]), cuesOf(content(), ["unit"]));
});

Deno.test("another store number shares the words but not the text", () => {
  const other = content({ description: "GREENLARDER STORES 9120 OXMERE" });
  assert.deepEqual(
    shared(content(), other),
    ALL.filter((level) => !level.startsWith("text")),
  );
});

Deno.test("another cost centre shares what no context is part of", () => {
  const other = content({ attributes: { unit: "Workshop" } });
  assert.deepEqual(shared(content(), other), ["text", "counterparty+amount"]);
  assert.deepEqual(shared(content(), other, []), ALL);
});

Deno.test("another size of amount parts the levels that name the size, its sign only the exact amount", () => {
  const refund = content({ amount: { minor: "1250", currency: "GBP" } });
  const inexact = ALL.filter((level) => level !== "counterparty+amount");
  assert.deepEqual(shared(content(), refund), inexact);
  const large = content({ amount: { minor: "-125000", currency: "GBP" } });
  const yen = content({ amount: { minor: "-1250", currency: "JPY" } });
  const sizeless = inexact.filter((level) => !level.includes("size"));
  assert.deepEqual(shared(content(), large), sizeless);
  assert.deepEqual(shared(content(), yen), sizeless);
});

Deno.test("a description of digits alone is known by its counterparty and its shape", () => {
  const one = content({ description: "320584/1" });
  const two = content({ description: "306688/1" });
  assert.deepEqual(
    shared(one, two),
    ALL.filter((level) => !level.startsWith("text")),
  );
  const lone = content({ description: "320584/1", counterparty: null });
  const stranger = content({ description: "306688/1", counterparty: null });
  assert.deepEqual(shared(lone, stranger), ["head+size+context", "context"]);
  assert.equal(cuesOf(lone, ["unit"]).text, "320584/1 canteen");
});

Deno.test("the exact amount goes with the counterparty, or with the description where there is none", () => {
  const other = content({ description: "TILL 9 EASTGATE" });
  assert.deepEqual(shared(content(), other), [
    "counterparty+context",
    "counterparty+amount",
  ]);
  const lone = content({ counterparty: null });
  const named = content({ counterparty: "  greenlarder STORES 4417 oxmere" });
  assert.deepEqual(shared(lone, named, []), [
    "head+size+context",
    "counterparty+amount",
  ]);
  const free = cuesOf(content({ amount: null }), []).keys;
  assert.ok(free.every(({ level }) => level !== "counterparty+amount"));
});

Deno.test("the context alone is a key only where there is one, and no counterparty", () => {
  const levels = (record: RecordContent) =>
    cuesOf(record, ["unit"]).keys.map(({ level }) => level);
  assert.equal(levels(content({ counterparty: null })).at(-1), "context");
  assert.deepEqual(levels(content()), ALL);
  const nowhere = content({ counterparty: null, attributes: {} });
  assert.ok(!levels(nowhere).includes("context"));
});

Deno.test("a counterparty that repeats the description is embedded once", () => {
  const record = content({
    description: "Tarnley Power",
    counterparty: "TARNLEY POWER",
  });
  assert.equal(cuesOf(record, []).text, "tarnley power");
});

Deno.test("fields do not run into each other", () => {
  const one = content({ description: "ab", counterparty: "c" });
  const two = content({ description: "a", counterparty: "bc" });
  assert.deepEqual(shared(one, two), []);
});
