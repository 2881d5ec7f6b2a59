import assert from "node:assert/strict";
import fc from "fast-check";
import { GramCounts } from "../../../src/rules/matcher/grams.ts";
import { PartIndex } from "../../../src/rules/matcher/part_index.ts";
import { PlaceSet } from "../../../src/rules/matcher/place_set.ts";

// Letters whose low bytes are the same make grams that are, too.
const unit = fc.constantFrom("a", "b", "\u0161", "\u0262", "ab", "abab", " ");
const part = fc.record({
  how: fc.constantFrom("contains", "starts_with", "ends_with"),
  text: fc.string({ unit, minLength: 1, maxLength: 10 }),
});
const METHODS = {
  contains: "includes",
  starts_with: "startsWith",
  ends_with: "endsWith",
} as const;

Deno.test("just the parts that stand in a text are found", () => {
  const lengths = new Set<number>();
  fc.assert(
    fc.property(
      fc.array(part, { minLength: 1, maxLength: 20 }),
      fc.string({ unit, maxLength: 3 }),
      fc.string({ unit, maxLength: 3 }),
      (parts, before, after) => {
        const whole = before + parts[0]!.text + after;
        const counts = new GramCounts(parts.map(({ text }) => text));
        const index = new PartIndex(
          parts.map((part, place) => ({ ...part, place })),
          counts,
        );
        const found = new PlaceSet(parts.length);
        index.find(whole, found);
        for (const [place, { how, text }] of parts.entries()) {
          assert.equal(found.has(place), whole[METHODS[how]](text));
          if (found.has(place)) lengths.add(Math.min(text.length, 9));
        }
      },
    ),
    { numRuns: 500 },
  );
  assert.equal(lengths.size, 9);
});

Deno.test("a text is known by what few others have", () => {
  const counts = new GramCounts(
    ["acme", "bolt", "corn"].map((name) => `${name} limited`),
  );
  const { gramEnd, share } = counts.rarest("bolt limited");
  assert(gramEnd < "bolt limited".indexOf("limited") + 4);
  assert.equal(share, 0);
  assert.equal(counts.rarest(" limited").share, 2 / 3);
});
