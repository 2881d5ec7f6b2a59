import assert from "node:assert/strict";
import fc from "fast-check";
import { fold } from "../../../../src/records/text.ts";
import { descriptionIndex } from "../../../../src/rules/suggestions/description_index.ts";
import { wordsAndPhrases } from "../../../../src/rules/suggestions/description_words.ts";
import { text } from "../arbitraries.ts";

Deno.test("words and neighbours are found, without the punctuation around them", () => {
  assert.deepEqual(
    [...wordsAndPhrases("card: (tallow & reed) 0423, g4s ltd.")],
    ["card", "tallow", "card: (tallow", "reed", "ltd", "g4s ltd"],
  );
});

Deno.test("a description contains every text that is found in it", () => {
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), text, (a, b) => {
    const folded = fold(`${a} ${b} invoice`);
    for (const found of wordsAndPhrases(folded)) assert(folded.includes(found));
  }));
});

Deno.test("the index finds what a search of each description finds", () => {
  const texts = fc.array(fc.option(text.map(fold)), { maxLength: 12 });
  fc.assert(fc.property(texts, text.map(fold), (texts, wanted) => {
    fc.pre(wanted !== "");
    assert.deepEqual(
      descriptionIndex(texts.map((text) => text || null)).containing(wanted),
      texts.flatMap((text, i) => text?.includes(wanted) ? [i] : []),
    );
  }));
});
