import assert from "node:assert/strict";
import fc from "fast-check";
import type { CompanyRecord } from "../../../src/records/record.ts";
import { compileLeaf } from "../../../src/rules/matcher/compile_leaf.ts";
import type { Leaf } from "../../../src/rules/conditions/condition.ts";
import { conditionSchema } from "../../../src/rules/conditions/condition_schema.ts";
import { viewRecord } from "../../../src/rules/matcher/record_view.ts";
import {
  currency,
  instant,
  minor,
  money,
  number,
  object,
  record,
  text,
  value,
  writtenDate,
} from "../../domain/rules/arbitraries.ts";
import { plainMeets } from "../../domain/rules/plain_model.ts";

type Case = { readonly leaf: Leaf; readonly record: CompanyRecord };

/** Holds an operator against the plain model in 1,000 cases, some of which match and some of which do not. */
function agrees(name: string, cases: fc.Arbitrary<Case>): void {
  Deno.test(`${name} does as the plain model`, () => {
    const seen = new Set<boolean>();
    fc.assert(
      fc.property(cases, ({ leaf, record }) => {
        assert.deepEqual(conditionSchema.parse(leaf), leaf);
        const met = compileLeaf(leaf)(viewRecord(record));
        assert.equal(met, plainMeets(leaf, record));
        seen.add(met);
      }),
      { numRuns: 250 },
    );
    assert.equal(seen.size, 2);
  });
}

/** A record in which `field` is `held`. */
function holding(
  base: CompanyRecord,
  field: string,
  held: string | number | boolean | null,
): CompanyRecord {
  if (field === "description") return { ...base, description: held as string };
  if (field === "counterparty") {
    return { ...base, counterparty: held as string };
  }
  const name = field.slice("attributes.".length);
  return { ...base, attributes: { ...base.attributes, [name]: held } };
}

const textField = fc.constantFrom(
  "description",
  "counterparty",
  "attributes.unit",
  "attributes.constructor",
);

/** Texts in which `value` stands alone, first, last, in the middle, or not on purpose. */
function around(value: string): fc.Arbitrary<string> {
  return fc.tuple(fc.constantFrom("", "x", "é "), text, fc.nat(4))
    .map(([before, after, how]) =>
      [
        value,
        value.toUpperCase() + after,
        before + value.normalize("NFD"),
        before + value + after,
        after,
      ][how] ?? value
    );
}

for (const op of ["equals", "contains", "starts_with", "ends_with"] as const) {
  agrees(
    op,
    fc.tuple(record, textField, value)
      .chain(([base, field, value]) =>
        around(value).map((held) => ({
          leaf: { field, op, value } as Leaf,
          record: holding(base, field, held),
        }))
      ),
  );
}

for (const op of ["in", "contains_any"] as const) {
  agrees(
    op,
    fc.tuple(
      record,
      textField,
      fc.array(value, { minLength: 1, maxLength: 4 }),
      fc.nat(3),
    ).chain(([base, field, value, pick]) =>
      around(value[pick % value.length] ?? "").map((held) => ({
        leaf: { field, op, value } as Leaf,
        record: holding(base, field, held),
      }))
    ),
  );
}

agrees(
  "is_empty",
  fc.tuple(
    record,
    fc.constantFrom(
      ...["description", "counterparty", "currency", "amount", "magnitude"],
      ...["date", "direction", "attributes.unit", "attributes.size"],
      ...["attributes.paid", "attributes.none", "attributes.toString"],
    ),
  ).map(([record, field]) => ({
    leaf: { field, op: "is_empty" } as Leaf,
    record,
  })),
);

agrees(
  "currency equals",
  object({
    leaf: object({
      field: fc.constant("currency" as const),
      op: fc.constant("equals" as const),
      value: fc.constantFrom("GBP", "gbp", "Eur"),
    }),
    record,
  }),
);
agrees(
  "connection in",
  object({
    leaf: object({
      field: fc.constant("connection" as const),
      op: fc.constant("in" as const),
      value: fc.subarray(["con_bank", "con_other"], { minLength: 1 }),
    }),
    record,
  }),
);
agrees(
  "direction equals",
  object({
    leaf: object({
      field: fc.constant("direction" as const),
      op: fc.constant("equals" as const),
      value: fc.constantFrom("in" as const, "out" as const),
    }),
    record,
  }),
);

const moneyField = fc.constantFrom("amount" as const, "magnitude" as const);
/** Near the record's amount more often than chance would have it, in a number where JSON can. */
function boundFor(amount: CompanyRecord["amount"]) {
  return fc.tuple(
    fc.oneof(minor, fc.constantFrom(-1n, 0n, 1n).map((by) => near(amount, by))),
    fc.oneof(currency, fc.constant(amount?.currency ?? "GBP")),
    fc.boolean(),
  ).map(([minor, currency, asText]) => ({
    minor: asText || !Number.isSafeInteger(Number(minor))
      ? `${minor}`
      : Number(minor),
    currency,
  }));
}
function near(amount: CompanyRecord["amount"], by: bigint): bigint {
  const most = 9_223_372_036_854_775_807n;
  const beside = BigInt(amount?.minor ?? 0) + by;
  return beside > most ? most : beside < -most ? -most : beside;
}
const paid = fc.tuple(record, fc.option(money))
  .map(([base, amount]) => ({ ...base, amount }));

const COMPARISONS = [
  "equals",
  "less_than",
  "at_most",
  "more_than",
  "at_least",
] as const;
for (const op of COMPARISONS) {
  agrees(
    `money ${op}`,
    fc.tuple(paid, moneyField).chain(([record, field]) =>
      boundFor(record.amount)
        .map((value) => ({ leaf: { field, op, value }, record }))
    ),
  );
  agrees(
    `number ${op}`,
    fc.tuple(record, number, number, fc.boolean()).map(
      ([base, held, other, same]) => ({
        leaf: { field: "attributes.size", op, value: same ? held : other },
        record: holding(base, "attributes.size", held),
      }),
    ),
  );
}

agrees(
  "money between",
  fc.tuple(paid, moneyField).chain(([record, field]) =>
    fc.tuple(boundFor(record.amount), boundFor(record.amount))
      .map(([one, other]): Case => {
        const to = { ...other, currency: one.currency };
        const [low, high] = BigInt(one.minor) <= BigInt(to.minor)
          ? [one, to]
          : [to, one];
        return {
          leaf: { field, op: "between", value: { from: low, to: high } },
          record,
        };
      })
  ),
);
agrees(
  "number between",
  fc.tuple(record, number, number, fc.oneof(number, text)).map(
    ([base, one, other, held]): Case => ({
      leaf: {
        field: "attributes.size",
        op: "between",
        value: { from: Math.min(one, other), to: Math.max(one, other) },
      },
      record: holding(base, "attributes.size", held),
    }),
  ),
);
agrees(
  "boolean equals",
  object({
    leaf: object({
      field: fc.constant("attributes.paid" as const),
      op: fc.constant("equals" as const),
      value: fc.oneof(fc.boolean(), fc.constant("true"), fc.constant(1)),
    }),
    record,
  }),
);

const dated = fc.tuple(record, fc.option(instant))
  .map(([base, occurredAt]) => ({ ...base, occurredAt }));
for (const op of ["before", "on_or_after"] as const) {
  agrees(
    op,
    object({
      leaf: object({
        field: fc.constant("date" as const),
        op: fc.constant(op),
        value: writtenDate,
      }),
      record: dated,
    }),
  );
}
agrees(
  "date between",
  fc.tuple(dated, writtenDate, writtenDate)
    .filter(([, one, other]) => Date.parse(one) !== Date.parse(other))
    .map(([record, one, other]): Case => {
      const [from, to] = Date.parse(one) < Date.parse(other)
        ? [one, other]
        : [other, one];
      return {
        leaf: { field: "date", op: "between", value: { from, to } },
        record,
      };
    }),
);
for (
  const [op, last] of [["weekday_in", 7], ["day_of_month_in", 31]] as const
) {
  agrees(
    op,
    object({
      leaf: object({
        field: fc.constant("date" as const),
        op: fc.constant(op),
        value: fc.array(fc.integer({ min: 1, max: last }), {
          minLength: 1,
          maxLength: 8,
        }),
      }),
      record: dated,
    }),
  );
}
