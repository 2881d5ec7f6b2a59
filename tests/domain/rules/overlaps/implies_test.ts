import assert from "node:assert/strict";
import fc from "fast-check";
import type {
  Condition,
  Leaf,
} from "../../../../src/rules/conditions/condition.ts";
import { implies } from "../../../../src/rules/overlaps/implies.ts";
import { nearLeaf } from "./near.ts";

const text = (op: string, value: unknown, field = "description") =>
  ({ field, op, value }) as Leaf;
const amount = (op: string, minor: number, currency = "GBP") =>
  ({ field: "amount", op, value: { minor, currency } }) as Leaf;
const size = (op: string, minor: number) =>
  ({ field: "magnitude", op, value: { minor, currency: "GBP" } }) as Leaf;
const date = (op: string, value: unknown) =>
  ({ field: "date", op, value }) as Leaf;
const direction = (value: string) =>
  ({ field: "direction", op: "equals", value }) as Leaf;
const unit = (op: string, value: unknown) => text(op, value, "attributes.unit");
const empty = (field: string) => ({ field, op: "is_empty" }) as Leaf;
const not = (condition: Condition): Condition => ({ not: condition });

Deno.test("one condition more asks for more, one choice more for less", () => {
  fc.assert(
    fc.property(nearLeaf, nearLeaf, (one, other) => {
      assert(implies({ all: [one, other] }, one));
      assert(implies(one, { any: [other, one] }));
      assert(implies(not({ any: [one, other] }), not(one)));
    }),
    { numRuns: 200 },
  );
});

const follows: readonly (readonly [Condition, Condition])[] = [
  [text("equals", "SHELL 42"), text("contains", "shell")],
  [text("contains", "Shéll uk"), text("contains", "shell")],
  [text("starts_with", "shell uk"), text("starts_with", "shell")],
  [text("starts_with", "shell uk"), text("contains", "uk")],
  [text("ends_with", "the shell"), text("ends_with", "shell")],
  [text("in", ["bp", "esso"]), text("in", ["shell", "Esso", "BP"])],
  [text("in", ["bp 1", "esso"]), text("contains_any", ["bp", "esso", "x"])],
  [text("contains_any", ["bp 1", "esso"]), text("contains_any", ["bp", "ess"])],
  [text("equals", "bp"), not(text("contains", "shell"))],
  [text("starts_with", "bp"), not(text("starts_with", "shell"))],
  [text("contains", "bp"), not(empty("description"))],
  [text("matches", "\\bbp\\b"), text("contains", "bp")],
  [text("matches", "^shell uk$"), text("starts_with", "shell")],
  [text("matches", "^(?:shell|esso)\\b"), text("contains_any", ["ess", "she"])],
  [text("matches", "shell uk"), text("matches", "SHELL")],
  [text("equals", "esso"), not(text("matches", "\\bshell\\b"))],
  [text("equals", "con_ab", "connection"), text("matches", "b$", "connection")],
  [text("equals", "gbp", "currency"), text("matches", "^G", "currency")],
  [amount("equals", -500), amount("less_than", -100)],
  [amount("less_than", -1), direction("out")],
  [amount("at_least", 0), direction("in")],
  [amount("more_than", 5), text("equals", "GBP", "currency")],
  [amount("more_than", 5), not(amount("more_than", 5, "EUR"))],
  [amount("less_than", -100), size("more_than", 100)],
  [size("less_than", 100), amount("more_than", -100)],
  [
    { all: [direction("out"), text("equals", "GBP", "currency")] },
    amount("at_most", -1),
  ],
  [
    { all: [amount("at_least", 5), amount("at_most", 9)] },
    {
      field: "amount",
      op: "between",
      value: {
        from: { minor: 0, currency: "GBP" },
        to: { minor: 9, currency: "GBP" },
      },
    },
  ],
  [date("before", "2026-01-01"), date("before", "2026-01-02T00:00:00+01:00")],
  [date("weekday_in", [6]), date("weekday_in", [6, 7])],
  [date("day_of_month_in", [31]), not(empty("date"))],
  [unit("less_than", 5), unit("at_most", 5)],
  [unit("equals", 5), not(unit("contains", "5"))],
  [unit("equals", true), not(unit("equals", false))],
  [empty("amount"), not(direction("out"))],
  [empty("amount"), empty("currency")],
  [not(text("contains", "bp")), not(text("equals", "bp 1"))],
  [
    { all: [text("contains", "bp"), direction("out")] },
    { any: [direction("out"), text("equals", "x")] },
  ],
  [
    {
      all: [{ any: [text("equals", "a"), text("equals", "b")] }, {
        not: text("equals", "a"),
      }],
    },
    text("equals", "b"),
  ],
];
const open: readonly (readonly [Condition, Condition])[] = [
  [text("contains", "shell"), text("equals", "shell")],
  [text("contains", "shell"), text("contains", "shell uk")],
  [text("contains", "shell uk"), text("starts_with", "shell")],
  [text("equals", "cafe"), text("matches", "cafe")],
  [text("contains", "shell"), text("matches", "shell")],
  [text("matches", "shel+"), text("contains", "shell")],
  [text("matches", "shell uk"), text("starts_with", "shell")],
  [text("matches", "shell uk"), text("ends_with", "uk")],
  [text("matches", "^shell|shell$"), text("starts_with", "shell")],
  [text("matches", "shells"), text("matches", "(?:shell)$")],
  [
    text("contains", "con_a", "connection"),
    text("matches", "a$", "connection"),
  ],
  [text("matches", "\\bshell\\b"), text("matches", "\\bshell\\b uk")],
  [text("matches", "shell uk"), text("matches", "\\bshell\\b")],
  [text("contains", "bp"), text("contains", "bp", "counterparty")],
  [amount("less_than", -1), amount("less_than", -1, "EUR")],
  [not(amount("more_than", 5)), amount("at_most", 5)],
  [direction("out"), amount("less_than", 0)],
  [not(direction("out")), direction("in")],
  [size("more_than", 100), amount("more_than", 100)],
  [date("before", "2026-01-02"), date("before", "2026-01-01")],
  [unit("equals", 5), unit("equals", "5")],
  [not(empty("attributes.unit")), unit("contains", "a")],
  [
    { any: [text("contains", "bp"), direction("out")] },
    text("contains", "bp"),
  ],
];

Deno.test("what follows is known to follow", () => {
  for (const [a, b] of follows) {
    assert.equal(implies(a, b), true, JSON.stringify([a, b]));
  }
});

Deno.test("what does not follow is not said to", () => {
  for (const [a, b] of open) {
    assert.equal(implies(a, b), false, JSON.stringify([a, b]));
  }
});
