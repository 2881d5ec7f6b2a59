import assert from "node:assert/strict";
import fc from "fast-check";
import { tidy } from "../../../src/records/text.ts";
import { compileLeaf } from "../../../src/rules/matcher/compile_leaf.ts";
import { viewRecord } from "../../../src/rules/matcher/record_view.ts";
import { recordWith } from "../../domain/rules/arbitraries.ts";

function matches(pattern: string, description: string): boolean {
  const leaf = {
    field: "description",
    op: "matches",
    value: pattern,
  } as const;
  return compileLeaf(leaf)(viewRecord(recordWith({ description })));
}

const pattern: fc.Arbitrary<string> = fc.letrec<{ pattern: string }>((tie) => ({
  pattern: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom("a", "B", ".", "[ab]", "\\d", "^", "$", "\\s", "[^a]"),
    tie("pattern").map((inner) => `(?:${inner})*`),
    tie("pattern").map((inner) => `(?:${inner})?`),
    fc.tuple(tie("pattern"), tie("pattern")).map(([one, two]) => one + two),
    fc.tuple(tie("pattern"), tie("pattern"))
      .map(([one, two]) => `(?:${one}|${two})`),
  ),
})).pattern;

Deno.test("matches finds what the native engine finds, where both speak the same syntax", () => {
  const seen = new Set<boolean>();
  fc.assert(
    fc.property(
      pattern,
      fc.string({ unit: fc.constantFrom("a", "b", "1", " "), maxLength: 8 }),
      (pattern, description) => {
        const text = tidy(description);
        const met = matches(pattern, description);
        assert.equal(met, text !== "" && new RegExp(pattern, "i").test(text));
        seen.add(met);
      },
    ),
    { numRuns: 250 },
  );
  assert.equal(seen.size, 2);
});
