import assert from "node:assert/strict";
import { compileLeaf } from "../../../src/rules/matcher/compile_leaf.ts";
import { viewRecord } from "../../../src/rules/matcher/record_view.ts";
import { recordWith } from "./arbitraries.ts";

function equal(value: string, description: string): boolean {
  const leaf = { field: "description", op: "equals", value } as const;
  return compileLeaf(leaf)(viewRecord(recordWith({ description })));
}

const SAME: readonly (readonly [string, string, string])[] = [
  ["case", "TESCO stores", "Tesco Stores"],
  ["diacritics", "Café Zoë", "CAFE ZOE"],
  ["composed and decomposed letters", "é", "e\u0301"],
  ["width", "ＡＭＺＮ １２", "amzn 12"],
  ["ligatures", "ﬁsh", "FISH"],
  ["white space", "  a\u00a0\t b\n", "a b"],
  ["a dotted capital I", "İSTANBUL", "istanbul"],
];

for (const [what, one, other] of SAME) {
  Deno.test(`text compares without regard to ${what}, on both sides`, () => {
    assert.equal(equal(one, other), true);
    assert.equal(equal(other, one), true);
  });
}

Deno.test("text compares with regard to punctuation and words", () => {
  assert.equal(equal("M&S", "M S"), false);
  assert.equal(equal("a b", "ab"), false);
});

Deno.test("text that folds to nothing is absent", () => {
  const blank = viewRecord(recordWith({
    description: " \u0301 ",
    counterparty: "",
    attributes: { unit: " ", none: null },
  }));
  const empty = (
    field: "description" | "counterparty" | `attributes.${string}`,
  ) => compileLeaf({ field, op: "is_empty" })(blank);
  assert.equal(empty("description"), true);
  assert.equal(empty("counterparty"), true);
  assert.equal(empty("attributes.unit"), true);
  assert.equal(empty("attributes.none"), true);
  const anything = {
    field: "description",
    op: "matches",
    value: ".*",
  } as const;
  assert.equal(compileLeaf(anything)(blank), false);
});
