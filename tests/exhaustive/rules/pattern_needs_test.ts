import assert from "node:assert/strict";
import fc from "fast-check";
import { fold, tidy } from "../../../src/records/text.ts";
import { compilePattern } from "../../../src/rules/matcher/compile_pattern.ts";
import type { Needs } from "../../../src/rules/matcher/needs.ts";
import { patternNeeds } from "../../../src/rules/matcher/pattern_needs.ts";
import { busyPattern, busyText } from "../../domain/rules/busy_arbitraries.ts";
import { anyText } from "../../support/any_text.ts";

/** A text of the pattern's own characters, so that it is often found, strewn with what Unicode does to ASCII. */
const nasty = fc.array(
  fc.oneof(
    busyText,
    fc.constantFrom(
      ..."abdefhklnprsw1234567(). {}&",
      ..."ABKS\u212a\u017f\u0131\u0130ßﬀﬁﬃ℀ⅷ①㎏ａＫ\u3000\u2002\u2028\ufeff",
      ..."\u0301\u0338\u034f\u200d\u0345\u1160\u1175각",
    ),
    anyText({ maxLength: 3 }),
  ),
  { maxLength: 12 },
).map((parts) => parts.join(""));

Deno.test("what a pattern needs is in every text where it is found", () => {
  const seen = { found: 0, refused: 0 };
  fc.assert(
    fc.property(
      busyPattern,
      fc.array(nasty, { minLength: 5, maxLength: 5 }),
      (source, texts) => {
        const needs = patternNeeds(source, "description");
        const pattern = compilePattern(source);
        for (const text of texts) {
          const has = stands(needs, fold(text));
          if (!pattern.test(tidy(text))) {
            if (!has) seen.refused++;
          } else if (fold(text) !== "") {
            assert(has, JSON.stringify([source, text, needs]));
            seen.found++;
          }
        }
      },
    ),
    { numRuns: 250 },
  );
  assert(seen.found > 100 && seen.refused > 100, JSON.stringify(seen));
});

Deno.test("a letter that a pattern knows stays itself when folded, in all planes that have letters", () => {
  const letter = compilePattern("^[a-z0-9]$");
  const found: string[] = [];
  for (let code = 1; code <= 0x1ffff; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const text = tidy(String.fromCodePoint(code));
    if (text === "" || !letter.test(text)) continue;
    const folded = fold(text);
    assert(compilePattern(`^${folded}$`).test(text), text);
    if (code > 0x7f) found.push(text);
  }
  // The Kelvin sign is an ordinary K once tidied.
  assert.deepEqual(found, ["\u017f", "K"]);
});

function stands(needs: Needs, folded: string): boolean {
  switch (needs.kind) {
    case "all":
      return needs.of.every((part) => stands(part, folded));
    case "any":
      return needs.of.some((part) => stands(part, folded));
    case "text":
      return needs.oneOf.some((text) => folded.includes(text));
    default:
      return needs.kind === "anything";
  }
}
