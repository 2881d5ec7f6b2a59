import assert from "node:assert/strict";
import { compileLeaf } from "../../../src/rules/matcher/compile_leaf.ts";
import { patternFlaw } from "../../../src/rules/matcher/compile_pattern.ts";
import { viewRecord } from "../../../src/rules/matcher/record_view.ts";
import { recordWith } from "./arbitraries.ts";

function matches(pattern: string, description: string): boolean {
  const leaf = {
    field: "description",
    op: "matches",
    value: pattern,
  } as const;
  return compileLeaf(leaf)(viewRecord(recordWith({ description })));
}

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
  assert.equal(patternFlaw("a(b|c)?"), null);
  const cases: readonly (readonly [string, string])[] = [
    ["(", "missing closing ) at index 1, its end"],
    ["shop(a(b)", "missing closing ) at index 9, its end"],
    ["(?:a))b)", "unexpected ) at index 5: )"],
    ["\\)[)])", "unexpected ) at index 5: )"],
    ["shop*+", "invalid nested repetition operator at index 4: *+"],
    ["a(?=b)", "invalid or unsupported Perl syntax at index 1: (?="],
    ["(a)\\1", "invalid escape sequence at index 3: \\1"],
    ["\\Q\\1\\E\\1", "invalid escape sequence at index 6: \\1"],
    ["x{2000}", "invalid repeat count at index 1: {2000}"],
    ["((a){100}){100}", "invalid repeat count at index 10: {100}"],
    ["a|*", "missing argument to repetition operator at index 2: *"],
    ["ab[z-a]", "invalid character class range at index 3: z-a"],
    ["ab[cd", "missing closing ] at index 2: [cd"],
    ["n(?P<n>a)(?P<n>b)n", "duplicate capture group name at index 13: n"],
    ["a\\", "trailing backslash at end of expression at index 1: \\"],
    [
      `[${"a".repeat(80)}`,
      `missing closing ] at index 0: [${"a".repeat(39)}…`,
    ],
  ];
  assert.deepEqual(
    cases.map(([source]) => [source, patternFlaw(source)]),
    cases.map(([source, flaw]) => [
      source,
      `is not a pattern in RE2 syntax: ${flaw}`,
    ]),
  );
});

Deno.test("the place of a fault is found in a pattern of the same part over and over", () => {
  const source = `${"\\Q\\1\\E".repeat(140)}\\1`;
  assert.equal(
    patternFlaw(source),
    "is not a pattern in RE2 syntax: invalid escape sequence at index 840: \\1",
  );
});
