import fc from "fast-check";
import type { CompanyRecord } from "../../../../src/records/record.ts";
import type {
  Condition,
  Leaf,
} from "../../../../src/rules/conditions/condition.ts";
import { compileCondition } from "../../../../src/rules/matcher/compile_condition.ts";
import { viewRecord } from "../../../../src/rules/matcher/record_view.ts";
import { object, recordWith } from "../arbitraries.ts";

// So few values that conditions often say something of one another, and records often meet them.
const word = fc.constantFrom("a", "A", "á", "ab", "b", "b a", "aba", "abab");
const phrase = fc.array(word, { minLength: 1, maxLength: 3 })
  .map((words) => words.join(" "));
const minor = fc.integer({ min: -3, max: 3 });
const currency = fc.constantFrom("GBP", "EUR", "JPY");
const money = object({ minor, currency });
const day = fc.integer({ min: 1, max: 9 }).map((n) => `2026-01-0${n}`);
const size = fc.constantFrom(-1, 0, 0.5, 1, 2);
const order = fc.constantFrom(
  "equals",
  "less_than",
  "at_most",
  "more_than",
  "at_least",
);
const pattern = fc.constantFrom(
  ...["a", "b", "ab", "^a", "a$", "^ab$", "\\bb\\b", "(a|b)", "^(?:b|ab)\\b"],
  ...["a|b a", "^a|b$", "[ab]$", "a.*b", "b\\sa", "A", "(?-i)a", "á"],
);

export const nearRecord: fc.Arbitrary<CompanyRecord> = object({
  description: fc.oneof(fc.constant(""), phrase, phrase, phrase),
  counterparty: fc.option(word),
  amount: fc.option(
    object({ minor: minor.map((minor) => `${minor}` as const), currency }),
    { freq: 8 },
  ),
  occurredAt: fc.option(
    fc.tuple(day, fc.constantFrom("T00:00:00.000Z", "T23:59:59.999Z"))
      .map(([day, time]) => `${day}${time}` as const),
    { freq: 8 },
  ),
  connectionId: fc.constantFrom("con_a", "con_ab"),
  attributes: fc.record({ x: fc.oneof(word, size, fc.boolean()) }, {
    requiredKeys: [],
    noNullPrototype: true,
  }),
}).map((parts) => recordWith(parts as Partial<CompanyRecord>));

const textField = fc.oneof(
  { weight: 3, arbitrary: fc.constant("description") },
  fc.constantFrom("counterparty", "attributes.x"),
);

/** Leaves of every kind. */
export const nearLeaf = fc.oneof(
  object({
    field: textField,
    op: fc.constantFrom("equals", "contains", "starts_with", "ends_with"),
    value: phrase,
  }),
  object({
    field: textField,
    op: fc.constantFrom("in", "contains_any"),
    value: fc.array(phrase, { minLength: 1, maxLength: 3 }),
  }),
  object({ field: textField, op: fc.constant("matches"), value: pattern }),
  object({
    field: fc.constant("currency"),
    op: fc.constantFrom("equals", "contains", "matches"),
    value: fc.constantFrom("gbp", "EUR", "p", "b", "Ω"),
  }),
  object({
    field: fc.constant("connection"),
    op: fc.constantFrom("equals", "contains", "starts_with", "matches"),
    value: fc.constantFrom("con_a", "con_ab", "con", "b"),
  }),
  object({
    field: fc.constantFrom("amount", "magnitude"),
    op: order,
    value: money,
  }),
  object({
    field: fc.constantFrom("amount", "magnitude"),
    op: fc.constant("between"),
    value: fc.tuple(minor, minor, currency).map(([a, b, currency]) => ({
      from: { minor: Math.min(a, b), currency },
      to: { minor: Math.max(a, b), currency },
    })),
  }),
  object({
    field: fc.constant("direction"),
    op: fc.constant("equals"),
    value: fc.constantFrom("in", "out"),
  }),
  object({
    field: fc.constant("date"),
    op: fc.constantFrom("before", "on_or_after"),
    value: day,
  }),
  object({
    field: fc.constant("date"),
    op: fc.constant("between"),
    value: fc.integer({ min: 1, max: 7 }).map((n) => ({
      from: `2026-01-0${n}`,
      to: `2026-01-0${n + 2}`,
    })),
  }),
  object({
    field: fc.constant("date"),
    op: fc.constantFrom("weekday_in", "day_of_month_in"),
    value: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  }),
  object({ field: fc.constant("attributes.x"), op: order, value: size }),
  object({
    field: fc.constant("attributes.x"),
    op: fc.constant("between"),
    value: fc.tuple(size, size).map(([a, b]) => ({
      from: Math.min(a, b),
      to: Math.max(a, b),
    })),
  }),
  object({
    field: fc.constant("attributes.x"),
    op: fc.constant("equals"),
    value: fc.boolean(),
  }),
  object({
    field: fc.constantFrom(
      ...["description", "counterparty", "currency", "connection"],
      ...["amount", "direction", "date", "attributes.x"],
    ),
    op: fc.constant("is_empty"),
  }),
) as unknown as fc.Arbitrary<Leaf>;

export const nearCondition = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    nearLeaf,
    fc.array(tie("condition"), { minLength: 1, maxLength: 3 })
      .map((all) => ({ all })),
    fc.array(tie("condition"), { minLength: 1, maxLength: 3 })
      .map((any) => ({ any })),
    tie("condition").map((not) => ({ not })),
  ),
})).condition;

/** Many records at once: a condition is cheap to make and dear to make well. */
export const nearRecords = fc.array(nearRecord, {
  minLength: 30,
  maxLength: 30,
});

export function meets(condition: Condition, record: CompanyRecord): boolean {
  return compileCondition(condition)(viewRecord(record));
}
