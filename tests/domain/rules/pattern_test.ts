import assert from "node:assert/strict";
import fc from "fast-check";
import { tidy } from "../../../src/records/text.ts";
import { compileLeaf } from "../../../src/rules/compile_leaf.ts";
import { patternFlaw } from "../../../src/rules/compile_pattern.ts";
import { viewRecord } from "../../../src/rules/record_view.ts";
import { recordWith } from "./arbitraries.ts";

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

Deno.test("matches ignores case, keeps diacritics and sees white space tidied", () => {
  assert.equal(matches("^amzn mktp", "  AMZN \t Mktp UK"), true);
  assert.equal(matches("caf[eé]", "CAFÉ"), true);
  assert.equal(matches("cafe", "café"), false);
  assert.equal(matches("café", "cafe\u0301"), true);
  assert.equal(matches("^\\d{4}$", "１２３４"), false);
});

Deno.test("patterns that blow up a backtracking engine finish", () => {
  const text = "a".repeat(50_000);
  assert.equal(matches("(a+)+$", text), true);
  assert.equal(matches("(a+)+$", `${text}!`), false);
  assert.equal(matches("(a|aa)+$", `${text}!`), false);
  assert.equal(matches("(a*)*b", text), false);
  assert.equal(matches("(?:.*a){12}b$", text), false);
});

Deno.test("a wrong pattern is told what is wrong and where", () => {
  const flaw = "is not a pattern in RE2 syntax: ";
  assert.equal(patternFlaw("a(b|c)?"), null);
  assert.equal(patternFlaw("("), `${flaw}missing closing ) at (`);
  assert.equal(
    patternFlaw("shop*+"),
    `${flaw}invalid nested repetition operator at *+`,
  );
  assert.equal(
    patternFlaw("a(?=b)"),
    `${flaw}invalid or unsupported Perl syntax at (?=`,
  );
  assert.equal(
    patternFlaw("(a)\\1"),
    `${flaw}invalid escape sequence at \\1`,
  );
  assert.equal(
    patternFlaw("x{2000}"),
    `${flaw}invalid repeat count at {2000}`,
  );
  assert.equal(
    patternFlaw(`(${"a".repeat(80)}`),
    `${flaw}missing closing ) at (${"a".repeat(35)}…`,
  );
});
