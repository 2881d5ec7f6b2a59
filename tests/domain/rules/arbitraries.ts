import fc from "fast-check";
import type { Instant } from "../../../src/kernel/instant.ts";
import type { Minor, Money } from "../../../src/kernel/money.ts";
import type { CompanyRecord } from "../../../src/records/record.ts";
import { fold } from "../../../src/records/text.ts";
import type {
  Condition,
  Leaf,
} from "../../../src/rules/conditions/condition.ts";
import type { Rule } from "../../../src/rules/rule.ts";

/** A record with nothing in it but what is given. */
export function recordWith(parts: Partial<CompanyRecord> = {}): CompanyRecord {
  return {
    id: "rec_1",
    version: 1,
    externalId: "1",
    connectionId: "con_bank",
    fingerprint: "",
    receivedAt: "2026-01-01T00:00:00.000Z",
    occurredAt: null,
    description: "",
    counterparty: null,
    amount: null,
    attributes: {},
    status: "ingested",
    outcome: null,
    categoryId: null,
    source: null,
    confidence: null,
    trace: null,
    settledByPerson: [],
    ...parts,
  };
}

/** A rule that sets nothing but what is given. */
export function ruleWith(parts: Partial<Rule> = {}): Rule {
  return {
    id: "rule_1",
    version: 1,
    name: "a rule",
    enabled: true,
    when: { not: { field: "description", op: "is_empty" } },
    then: {},
    continue: false,
    ...parts,
  };
}

/** Records as JSON gives them: with the prototype of every object. */
export function object<T>(
  model: { [Key in keyof T]: fc.Arbitrary<T[Key]> },
): fc.Arbitrary<T> {
  return fc.record<T>(model, { noNullPrototype: true });
}

// Few letters with many spellings, so that texts often contain one another but seldom by the same bytes.
const letter = fc.constantFrom(
  ...["a", "A", "á", "Á", "a\u0301", "ａ", "b", "B", "ß", "ﬁ", "f", "i", "I"],
  ...[" ", "  ", "\t", "\u00a0", "\n", "1", "-", "(", ".", "é", "E", "Ω", "ω"],
);
export const text = fc.string({ unit: letter, maxLength: 8 });
/** What a rule may compare with: it does not fold to nothing. */
export const value = text.filter((text) => fold(text) !== "");

export const minor = fc.oneof(
  fc.integer({ min: -3, max: 3 }).map(BigInt),
  fc.bigInt({
    min: -9_223_372_036_854_775_807n,
    max: 9_223_372_036_854_775_807n,
  }),
);
export const currency = fc.constantFrom("GBP", "EUR", "JPY");
export const money: fc.Arbitrary<Money> = object({
  minor: minor.map((minor): Minor => `${minor}`),
  currency,
});
/** Midnights and times around them in one winter, so that ends of ranges are often met. */
export const instant: fc.Arbitrary<Instant> = fc.tuple(
  fc.integer({ min: 0, max: 40 }),
  fc.constantFrom(0, 0, 1, 43_200_000, 86_399_999),
).map(([day, ms]) =>
  new Date(Date.UTC(2025, 11, 10 + day) + ms).toISOString() as Instant
);
/** The same as a person writes it: also with an offset, or as a date alone. */
export const writtenDate: fc.Arbitrary<string> = fc.oneof(
  instant,
  instant.map((instant) => instant.slice(0, 10)),
  instant.map((instant) =>
    new Date(Date.parse(instant) + 3_600_000).toISOString()
      .replace("Z", "+01:00")
  ),
);
export const number = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
).map((number) => number + 0); // JSON has no -0

export const record: fc.Arbitrary<CompanyRecord> = object({
  description: text,
  counterparty: fc.option(text),
  amount: fc.option(money),
  occurredAt: fc.option(instant),
  connectionId: fc.constantFrom("con_bank", "con_card"),
  attributes: fc.record({
    unit: fc.option(text),
    size: fc.oneof(number, text),
    paid: fc.boolean(),
  }, { requiredKeys: [], noNullPrototype: true }),
  settledByPerson: fc.subarray([
    "category_id",
    "counterparty",
    "attributes.unit",
  ]),
}).map((parts) => recordWith(parts as Partial<CompanyRecord>));

const textField = fc.constantFrom(
  "description",
  "counterparty",
  "attributes.unit",
  "attributes.size",
) as fc.Arbitrary<"description" | "attributes.unit">;
const moneyValue = money.map(({ minor, currency }) => ({ minor, currency }));

/** Leaves of every kind but patterns, which have no plain model. */
export const leaf: fc.Arbitrary<Leaf> = fc.oneof(
  object({
    field: textField,
    op: fc.constantFrom("equals", "contains", "starts_with", "ends_with"),
    value,
  }),
  object({
    field: textField,
    op: fc.constantFrom("in", "contains_any"),
    value: fc.array(value, { minLength: 1, maxLength: 3 }),
  }),
  object({
    field: fc.constantFrom("amount", "magnitude"),
    op: fc.constantFrom(
      "equals",
      "less_than",
      "at_most",
      "more_than",
      "at_least",
    ),
    value: moneyValue,
  }),
  object({
    field: fc.constant("date"),
    op: fc.constantFrom("before", "on_or_after"),
    value: writtenDate,
  }),
  object({
    field: fc.constant("date"),
    op: fc.constant("weekday_in"),
    value: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  }),
  object({
    field: fc.constant("direction"),
    op: fc.constant("equals"),
    value: fc.constantFrom("in", "out"),
  }),
  object({
    field: fc.constant("attributes.size"),
    op: fc.constantFrom("less_than", "at_least"),
    value: number,
  }),
  object({
    field: fc.constantFrom(
      "counterparty",
      "currency",
      "date",
      "amount",
      "attributes.unit",
    ),
    op: fc.constant("is_empty"),
  }),
) as fc.Arbitrary<Leaf>;

export const condition: fc.Arbitrary<Condition> = fc.letrec<
  { condition: Condition }
>((tie) => ({
  condition: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    leaf,
    fc.array(tie("condition"), { minLength: 1, maxLength: 3 })
      .map((all) => ({ all })),
    fc.array(tie("condition"), { minLength: 1, maxLength: 3 })
      .map((any) => ({ any })),
    tie("condition").map((not) => ({ not })),
  ),
})).condition;

export const rules: fc.Arbitrary<Rule[]> = fc.array(
  object({
    version: fc.integer({ min: 1, max: 9 }),
    enabled: fc.boolean(),
    when: condition,
    then: fc.record({
      category_id: fc.constantFrom("cat_1", "cat_2"),
      counterparty: fc.constantFrom("Shop", "Bank"),
      attributes: fc.dictionary(
        fc.constantFrom("unit", "kind", "__proto__"),
        fc.constantFrom("x", "y"),
        { noNullPrototype: true },
      ),
      review: fc.constant(true),
    }, { requiredKeys: [], noNullPrototype: true }),
    continue: fc.boolean(),
  }),
  { maxLength: 8 },
).map((parts) =>
  parts.map((part, index) =>
    ruleWith({ ...part, id: `rule_${index}` } as Partial<Rule>)
  )
);
