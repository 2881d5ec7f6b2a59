import assert from "node:assert/strict";
import { patternFlaw } from "../../../src/rules/matcher/compile_pattern.ts";
import type { Needs } from "../../../src/rules/matcher/needs.ts";
import { patternNeeds } from "../../../src/rules/matcher/pattern_needs.ts";

const NEEDS: readonly (readonly [string, readonly string[][]])[] = [
  ["shop", [["shop"]]],
  ["^SHOP$", [["shop"]]],
  ["\\bbp\\b", [["bp"]]],
  [" shop ", [["shop"]]],
  ["^dd .*(energy|power|gas) ref", [["dd"], [
    "energy ref",
    "power ref",
    "gas ref",
  ]]],
  ["(a|b)(c|d)e", [["ace", "ade", "bce", "bde"]]],
  ["shops?", [["shop"]]],
  ["ab+c", [["ab"], ["bc"]]],
  ["ab*?c", [["a"], ["c"]]],
  ["ab+?c", [["ab"], ["bc"]]],
  ["(?:ab){2}c", [["ab"], ["abc"]]],
  ["ab{0,3}c", [["a"], ["c"]]],
  ["a{,3}", [["a{,3}"]]],
  ["caf[eé] noir", [["caf"], ["noir"]]],
  ["café", [["caf"]]],
  ["😀*a", [["a"]]],
  ["a[]b]c", [["a"], ["c"]]],
  ["a[[:alpha:]]c", [["a"], ["c"]]],
  ["a[\\]b]c", [["a"], ["c"]]],
  ["(?i)a(?-s:b)c", [["abc"]]],
  ["(?P<name>ab)c", [["abc"]]],
  ["a\\.b\\d\\x63\\pLd", [["a.b"], ["d"]]],
  ["shop|", []],
  ["shop|.", []],
  ["(shop)?", []],
  [".*", []],
  ["\\Qa\\E", []],
];
for (const [source, texts] of NEEDS) {
  Deno.test(`the pattern ${source} needs ${JSON.stringify(texts)}`, () => {
    assert.equal(patternFlaw(source), null);
    assert.deepStrictEqual(textsOf(patternNeeds(source, "description")), texts);
  });
}

function textsOf(needs: Needs): readonly (readonly string[])[] {
  if (needs.kind === "all") return needs.of.flatMap(textsOf);
  return needs.kind === "text" ? [needs.oneOf] : [];
}
