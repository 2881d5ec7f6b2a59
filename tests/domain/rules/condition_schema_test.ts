import assert from "node:assert/strict";
import { conditionSchema } from "../../../src/rules/conditions/condition_schema.ts";

/** What the schema says of `value`: `path: message`, the path as a JSON pointer. */
function flaws(value: unknown): string[] {
  const read = conditionSchema.safeParse(value);
  return (read.error?.issues ?? []).map(({ path, message }) =>
    `${path.map((key) => `/${String(key)}`).join("")}: ${message}`
  );
}
const leaf = (field: unknown, op: unknown, value: unknown) => ({
  field,
  op,
  value,
});
const text = (value: unknown) => leaf("description", "contains", value);
const fine = text("shop");

const REFUSED: readonly (readonly [string, unknown, ...string[]])[] = [
  ["no condition at all", undefined, ": is not an object"],
  ["null", null, ": is not an object"],
  ["text", "shop", ": is not an object"],
  ["a list", [fine], ": is not an object"],
  ["an empty object", {}, ": has none of all, any, not and field"],
  [
    "a head of its prototype",
    Object.create({ all: [fine] }),
    ": has none of all, any, not and field",
  ],
  [
    "an unknown head",
    { none: [fine] },
    ": has none of all, any, not and field",
  ],
  [
    "two heads",
    { all: [fine], any: [fine] },
    "/any: does not belong beside all",
  ],
  [
    "a leaf within a group",
    { not: fine, ...fine },
    "/field: does not belong beside not",
    "/op: does not belong beside not",
    "/value: does not belong beside not",
  ],
  ["a group that is no list", { any: fine }, "/any: is not a list"],
  ["an empty group", { any: [{ all: [] }] }, "/any/0/all: is an empty list"],
  ["a not over a list", { not: [fine] }, "/not: is not an object"],
  [
    "several flaws, in order",
    { all: [1, { not: {} }, fine, text("")] },
    "/all/0: is not an object",
    "/all/1/not: has none of all, any, not and field",
    "/all/3/value: is empty",
  ],
  [
    "an unknown field",
    leaf("desc", "equals", "x"),
    "/field: is not a field of a record",
  ],
  [
    "a field that is no text",
    leaf(["description"], "equals", "x"),
    "/field: is not a field of a record",
  ],
  [
    "an attribute without a name",
    leaf("attributes.", "equals", "x"),
    "/field: is not a field of a record",
  ],
  [
    "an attribute with a blank name",
    leaf("attributes. ", "equals", "x"),
    "/field: is not a field of a record",
  ],
  [
    "an attribute with NUL in its name",
    leaf("attributes.a\0", "equals", "x"),
    "/field: is not a field of a record",
  ],
  [
    "an attribute with a name too long",
    leaf(`attributes.${"a".repeat(201)}`, "equals", "x"),
    "/field: is not a field of a record",
  ],
  [
    "an unknown operator",
    leaf("currency", "like", "x"),
    "/op: is not an operator of this field, which has equals, contains, starts_with, ends_with, in, contains_any, matches, is_empty",
  ],
  [
    "no operator",
    { field: "direction", value: "in" },
    "/op: is not an operator of this field, which has equals, is_empty",
  ],
  [
    "a text operator on money",
    leaf("amount", "contains", "5"),
    "/op: is not an operator of this field, which has equals, less_than, at_most, more_than, at_least, between, is_empty",
  ],
  [
    "a money operator on text",
    leaf("counterparty", "more_than", 5),
    "/op: is not an operator of this field, which has equals, contains, starts_with, ends_with, in, contains_any, matches, is_empty",
  ],
  [
    "a date operator on an attribute",
    leaf("attributes.due", "before", "2026-01-01"),
    "/op: is not an operator of this field, which has equals, contains, starts_with, ends_with, in, contains_any, matches, less_than, at_most, more_than, at_least, between, is_empty",
  ],
  [
    "equals on a date",
    leaf("date", "equals", "2026-01-01"),
    "/op: is not an operator of this field, which has before, on_or_after, between, weekday_in, day_of_month_in, is_empty",
  ],
  ["no value", { field: "description", op: "equals" }, "/value: is missing"],
  [
    "a value for is_empty",
    leaf("date", "is_empty", true),
    "/value: does not belong beside field, op",
  ],
  [
    "an unknown key in a leaf",
    { ...fine, case: true },
    "/case: does not belong beside field, op, value",
  ],
  ["a number for text", text(5), "/value: is not text"],
  ["a list for one text", text(["a"]), "/value: is not text"],
  ["empty text", text(""), "/value: is empty"],
  ["white space", text(" \t\u00a0"), "/value: is empty"],
  ["a lone accent", text("\u0301"), "/value: is empty"],
  ["NUL", text("a\0b"), "/value: contains a NUL character"],
  ["a lone surrogate", text("a\ud800"), "/value: is not well-formed Unicode"],
  [
    "text too long",
    text("a".repeat(501)),
    "/value: is longer than 500 characters",
  ],
  [
    "one text for a list",
    leaf("description", "in", "shop"),
    "/value: is not a list",
  ],
  ["an empty list", leaf("description", "in", []), "/value: is an empty list"],
  [
    "a list too long",
    leaf("description", "contains_any", Array(1001).fill("a")),
    "/value: has more than 1000 values",
  ],
  [
    "wrong members of a list",
    leaf("description", "in", ["a", 1, ""]),
    "/value/1: is not text",
    "/value/2: is empty",
  ],
  [
    "a pattern that does not compile",
    { all: [fine, leaf("description", "matches", "sho(p")] },
    "/all/1/value: is not a pattern in RE2 syntax: missing closing ) at index 5, its end",
  ],
  [
    "a lookahead",
    leaf("attributes.a", "matches", "a(?=b)"),
    "/value: is not a pattern in RE2 syntax: invalid or unsupported Perl syntax at index 1: (?=",
  ],
  ["an empty pattern", leaf("description", "matches", ""), "/value: is empty"],
  [
    "a pattern too long",
    leaf("description", "matches", "a".repeat(1001)),
    "/value: is longer than 1000 characters",
  ],
  [
    "a pattern too large",
    leaf("description", "matches", "(?:.{30}){30}".repeat(6)),
    "/value: is too large a pattern, alone or with the patterns before it",
  ],
  [
    "a direction that is none",
    leaf("direction", "equals", "up"),
    "/value: is neither in nor out",
  ],
  [
    "a bare number for money",
    leaf("amount", "at_least", 5),
    "/value: is not an object",
  ],
  [
    "no currency",
    leaf("amount", "at_least", { minor: 5 }),
    "/value/currency: is not text",
  ],
  [
    "an unknown currency",
    leaf("amount", "at_least", { minor: 5, currency: "gbp" }),
    "/value/currency: is not an ISO 4217 currency code",
  ],
  [
    "a fraction of a penny",
    leaf("magnitude", "equals", { minor: 0.5, currency: "GBP" }),
    "/value/minor: is not a whole number of minor units",
  ],
  [
    "a number that JSON rounded",
    leaf("magnitude", "equals", { minor: 2 ** 53, currency: "GBP" }),
    "/value/minor: is beyond 2^53 and was rounded by JSON; send it as a string",
  ],
  [
    "minor units that are no number",
    leaf("magnitude", "equals", { minor: "1.5", currency: "GBP" }),
    "/value/minor: is not a whole number of minor units of up to 19 digits",
  ],
  [
    "more than 64 bits",
    leaf("magnitude", "equals", {
      minor: "9223372036854775808",
      currency: "GBP",
    }),
    "/value/minor: is larger than 64 bits hold",
  ],
  [
    "minor units of no kind",
    leaf("magnitude", "equals", { minor: null, currency: "GBP" }),
    "/value/minor: is not a number or text",
  ],
  [
    "an unknown key in money",
    leaf("amount", "equals", { minor: 1, currency: "GBP", unit: 1 }),
    "/value: has unknown members: unit",
  ],
  [
    "a range without an end",
    leaf("amount", "between", { from: { minor: 1, currency: "GBP" } }),
    "/value/to: is not an object",
  ],
  [
    "a range in two currencies",
    leaf("amount", "between", {
      from: { minor: 1, currency: "GBP" },
      to: { minor: 2, currency: "EUR" },
    }),
    "/value/to: is in another currency than from",
  ],
  [
    "a range upside down",
    leaf("amount", "between", {
      from: { minor: "10", currency: "GBP" },
      to: { minor: 9, currency: "GBP" },
    }),
    "/value/to: is less than from",
  ],
  [
    "a range of numbers upside down",
    leaf("attributes.n", "between", { from: 2, to: 1 }),
    "/value/to: is less than from",
  ],
  [
    "a range of dates that is empty",
    leaf("date", "between", { from: "2026-01-01", to: "2026-01-01T00:00:00Z" }),
    "/value/to: is not later than from",
  ],
  [
    "a range with a wrong date",
    leaf("date", "between", { from: "2026-02-30", to: "2026-01-01" }),
    "/value/from: is not a day of the calendar",
  ],
  [
    "a date in words",
    leaf("date", "before", "yesterday"),
    "/value: is not an RFC 3339 date or date-time",
  ],
  ["a date as a number", leaf("date", "before", 5), "/value: is not text"],
  [
    "an absurd year",
    leaf("date", "before", "0001-01-01"),
    "/value: has a year outside 1900 to 2199",
  ],
  [
    "an eighth weekday",
    leaf("date", "weekday_in", [1, 8]),
    "/value/1: is not a whole number from 1 to 7",
  ],
  [
    "half a day",
    leaf("date", "day_of_month_in", [1.5]),
    "/value/0: is not a whole number from 1 to 31",
  ],
  [
    "text for a number",
    leaf("attributes.n", "less_than", "5"),
    "/value: is not a number",
  ],
  [
    "infinity",
    leaf("attributes.n", "equals", Infinity),
    "/value: is not text, a number or a boolean",
  ],
  [
    "null for an attribute",
    leaf("attributes.n", "equals", null),
    "/value: is not text, a number or a boolean",
  ],
  [
    "blank text for an attribute",
    leaf("attributes.n", "equals", " "),
    "/value: is empty",
  ],
];

for (const [what, value, ...expected] of REFUSED) {
  Deno.test(`a condition is refused for ${what}`, () => {
    assert.deepEqual(flaws(value), expected);
  });
}

function nested(depth: number): unknown {
  let value: unknown = fine;
  for (let level = 1; level < depth; level++) {
    value = level % 2 ? { not: value } : { all: [value] };
  }
  return value;
}

Deno.test("conditions nest 16 deep and no deeper, however deep the input is", () => {
  assert.deepEqual(flaws(nested(16)), []);
  const path = "/not/all/0".repeat(8);
  assert.deepEqual(flaws(nested(17)), [
    `${"/all/0/not".repeat(8)}: is nested deeper than 16`,
  ]);
  assert.deepEqual(flaws(nested(100_000)), [
    `${path}: is nested deeper than 16`,
  ]);
});

Deno.test("200 leaves are taken, one more ends the check", () => {
  assert.deepEqual(flaws({ any: Array(200).fill(fine) }), []);
  assert.deepEqual(flaws({ any: Array(100_000).fill(fine) }), [
    "/any/200: is one leaf more than the 200 allowed",
  ]);
});

Deno.test("patterns count together", () => {
  const long = leaf("description", "matches", "a".repeat(1_000));
  assert.deepEqual(flaws({ any: Array(4).fill(long) }), []);
  assert.deepEqual(flaws({ any: Array(9).fill(long) }), [
    "/any/4/value: is too large a pattern, alone or with the patterns before it",
  ]);
});

Deno.test("the check ends after 50 flaws", () => {
  assert.equal(flaws({ all: Array(100_000).fill(null) }).length, 50);
});
