import assert from "node:assert/strict";
import type {
  Condition,
  Leaf,
} from "../../../../src/rules/conditions/condition.ts";
import { canonicalForm } from "../../../../src/rules/overlaps/canonical_form.ts";
import { ALWAYS, NEVER } from "../../../../src/rules/overlaps/formula.ts";

const leaf = (field: string, op: string, value: unknown) =>
  ({ field, op, value }) as Leaf;
const is = (value: string) => leaf("description", "equals", value);
const has = (value: string) => leaf("description", "contains", value);
const amount = (op: string, minor: number, currency = "GBP") =>
  leaf("amount", op, { minor, currency });
const date = (op: string, value: unknown) => leaf("date", op, value);
const not = (condition: Condition): Condition => ({ not: condition });
const key = (condition: Condition) => canonicalForm(condition).key;

const same: readonly (readonly [Condition, Condition])[] = [
  [is("CAFÉ  Zoë"), leaf("description", "in", ["cafe zoe", "Cafe Zoe"])],
  [
    { any: [is("b"), { any: [is("a")] }] },
    leaf("description", "in", ["a", "b"]),
  ],
  [
    { any: [has("shell"), has("shell uk"), has("bp")] },
    leaf("description", "contains_any", ["BP", "shell"]),
  ],
  [
    { all: [amount("at_least", 1), amount("less_than", 10)] },
    leaf("amount", "between", {
      from: { minor: 1, currency: "GBP" },
      to: { minor: "9", currency: "GBP" },
    }),
  ],
  [
    {
      all: [
        date("on_or_after", "2026-01-01"),
        date("before", "2026-02-01T00:00:00Z"),
      ],
    },
    date("between", { from: "2026-01-01", to: "2026-02-01" }),
  ],
  [
    { all: [leaf("currency", "equals", "gbp"), not(amount("more_than", 5))] },
    amount("at_most", 5),
  ],
  [date("weekday_in", [5, 1, 5]), date("weekday_in", [1, 5])],
  [
    date("weekday_in", [1, 2, 3, 4, 5, 6, 7]),
    not({ field: "date", op: "is_empty" }),
  ],
  [leaf("attributes.n", "less_than", 1), {
    all: [
      leaf("attributes.n", "at_most", 1),
      not(leaf("attributes.n", "equals", 1)),
    ],
  }],
  [
    {
      all: [has("a"), {
        any: [
          not(has("a")),
          leaf("counterparty", "equals", "x"),
          leaf("date", "weekday_in", [1]),
        ],
      }],
    },
    {
      all: [has("a"), {
        any: [
          leaf("counterparty", "equals", "x"),
          leaf("date", "weekday_in", [1]),
        ],
      }],
    },
  ],
  [{ any: [has("a"), { all: [has("a"), has("b")] }] }, has("a")],
];
const different: readonly (readonly [Condition, Condition])[] = [
  [has("a"), leaf("counterparty", "contains", "a")],
  [leaf("description", "matches", "a"), leaf("description", "matches", "A")],
  [amount("at_most", 5), not(amount("more_than", 5))],
  [amount("at_most", 5), amount("at_most", 5, "EUR")],
  [leaf("attributes.n", "equals", "1"), leaf("attributes.n", "equals", 1)],
  [{ all: [has("a"), has("b")] }, has("a b")],
];
const impossible: readonly Condition[] = [
  { all: [is("a"), is("b")] },
  { all: [is("a"), has("b")] },
  { all: [has("shell"), not(has("shel"))] },
  { all: [amount("more_than", 5), amount("at_most", 5)] },
  { all: [amount("equals", 5), amount("equals", 5, "EUR")] },
  { all: [amount("equals", 5), leaf("direction", "equals", "out")] },
  { all: [amount("equals", 5), { field: "currency", op: "is_empty" }] },
  leaf("magnitude", "less_than", { minor: 0, currency: "GBP" }),
  { all: [date("before", "2026-01-01"), date("on_or_after", "2026-01-01")] },
  { all: [date("weekday_in", [1, 2]), date("weekday_in", [6])] },
  {
    all: [
      leaf("attributes.n", "equals", "x"),
      leaf("attributes.n", "equals", 1),
    ],
  },
  { all: [{ any: [is("a"), is("b")] }, not(has("a")), not(has("b"))] },
  leaf("currency", "equals", "pounds"),
  { field: "connection", op: "is_empty" },
];

Deno.test("conditions that mean the same have one form", () => {
  for (const [a, b] of same) assert.equal(key(a), key(b));
});

Deno.test("conditions that do not mean the same have two", () => {
  for (const [a, b] of different) assert.notEqual(key(a), key(b));
});

Deno.test("an impossible condition is known as one, and its opposite as met by all", () => {
  for (const condition of impossible) {
    assert.equal(key(condition), NEVER.key, JSON.stringify(condition));
    assert.equal(key(not(condition)), ALWAYS.key);
  }
});
