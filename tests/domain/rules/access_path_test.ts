import assert from "node:assert/strict";
import { accessPath } from "../../../src/rules/matcher/access_path.ts";
import type {
  Condition,
  Leaf,
} from "../../../src/rules/conditions/condition.ts";
import { needsOf } from "../../../src/rules/matcher/needs.ts";
import { TextShares } from "../../../src/rules/matcher/text_shares.ts";

const contains = (value: string): Leaf => ({
  field: "description",
  op: "contains",
  value,
});
const price: Leaf = {
  field: "amount",
  op: "equals",
  value: { minor: -999, currency: "GBP" },
};
const out: Leaf = { field: "direction", op: "equals", value: "out" };
const other: Condition = { not: contains("x") };
// Many rules speak of security.
const others = ["bram", "tarn", "quil", "fen"]
  .map((name) => contains(`${name} security`));

/** Of which leaves' needs the keys are; null where the rule is always tried. */
function keysOf(condition: Condition): readonly Condition[] | null {
  const all = [condition, ...others].map(needsOf);
  const path = accessPath(all[0]!, new TextShares(all));
  return path &&
    path.map((key) =>
      [contains("security"), contains("oakley"), price, out]
        .find((leaf) => JSON.stringify(needsOf(leaf)) === JSON.stringify(key))!
    );
}

const PATHS: readonly (readonly [string, Condition, readonly Leaf[] | null])[] =
  [
    ["one thing alone is it", out, [out]],
    ["a text before a direction", { all: [out, contains("oakley")] }, [
      contains("oakley"),
    ]],
    [
      "a text that few rules need before one that many do, though longer",
      { all: [contains("security"), contains("oakley")] },
      [contains("oakley")],
    ],
    ["a price before a usual text", { all: [contains("security"), price] }, [
      price,
    ]],
    ["each member of any", { any: [contains("oakley"), price] }, [
      contains("oakley"),
      price,
    ]],
    ["no key where one member of any has none", { any: [price, other] }, null],
    ["no key for what must not be", other, null],
    ["no key that brings every record", { any: [out, out] }, null],
  ];
for (const [what, condition, keys] of PATHS) {
  Deno.test(`a rule is found by ${what}`, () => {
    assert.deepStrictEqual(keysOf(condition), keys);
  });
}
