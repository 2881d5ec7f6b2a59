import assert from "node:assert/strict";
import type { Condition } from "../../../src/rules/conditions/condition.ts";
import { type Needs, needsOf } from "../../../src/rules/matcher/needs.ts";

const contains = (value: string): Condition => ({
  field: "description",
  op: "contains",
  value,
});
const text = (how: string, ...oneOf: string[]) =>
  ({ kind: "text", field: "description", how, oneOf }) as Needs;
const gbp = (minor: number) => ({ minor, currency: "GBP" });

const NEEDS: readonly (readonly [string, Condition, Needs])[] = [
  ["a text, folded", contains("CAFÉ "), text("contains", "cafe")],
  [
    "one of a list",
    { field: "description", op: "in", value: ["A", "B"] },
    text("equals", "a", "b"),
  ],
  [
    "all that has needs",
    {
      all: [contains("a"), { not: contains("b") }, {
        field: "direction",
        op: "equals",
        value: "out",
      }],
    },
    {
      kind: "all",
      of: [text("contains", "a"), { kind: "direction", value: "out" }],
    },
  ],
  [
    "any of what each needs",
    { any: [contains("a"), contains("b")] },
    { kind: "any", of: [text("contains", "a"), text("contains", "b")] },
  ],
  [
    "nothing where one of any needs nothing",
    { any: [contains("a"), { not: contains("b") }] },
    { kind: "anything" },
  ],
  [
    "what a twofold not leaves",
    { not: { any: [{ not: contains("a") }, contains("b")] } },
    text("contains", "a"),
  ],
  [
    "whole minor units within bounds",
    { field: "magnitude", op: "more_than", value: gbp(100) },
    {
      kind: "money",
      field: "magnitude",
      currency: "GBP",
      least: "101",
      most: null,
    },
  ],
  [
    "no more than 64 bits",
    {
      field: "amount",
      op: "less_than",
      value: { minor: "-9223372036854775807", currency: "GBP" },
    },
    {
      kind: "money",
      field: "amount",
      currency: "GBP",
      least: null,
      most: "-9223372036854775807",
    },
  ],
  [
    "a time span in UTC",
    {
      field: "date",
      op: "between",
      value: { from: "2026-01-01", to: "2026-02-01T00:00:00+01:00" },
    },
    {
      kind: "date",
      from: "2026-01-01T00:00:00.000Z",
      before: "2026-01-31T23:00:00.000Z",
    },
  ],
  [
    "a number within bounds",
    { field: "attributes.size", op: "less_than", value: 6 },
    { kind: "number", field: "attributes.size", least: null, most: 6 },
  ],
  [
    "a boolean",
    { field: "attributes.paid", op: "equals", value: false },
    { kind: "flag", field: "attributes.paid", value: false },
  ],
  [
    "an absent field",
    { field: "counterparty", op: "is_empty" },
    { kind: "empty", field: "counterparty" },
  ],
];

for (const [what, condition, needs] of NEEDS) {
  Deno.test(`needed is ${what}`, () => {
    assert.deepStrictEqual(needsOf(condition), needs);
  });
}
