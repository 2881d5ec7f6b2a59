import assert from "node:assert/strict";
import fc from "fast-check";
import { IntervalIndex } from "../../../src/rules/matcher/interval_index.ts";
import { PlaceSet } from "../../../src/rules/matcher/place_set.ts";

const number = fc.oneof(
  fc.integer({ min: -4, max: 4 }),
  fc.constantFrom(-0, 0.5, 1e300, 2 ** 53, 2 ** 53 + 2),
);
const interval = fc.record({
  least: fc.oneof(number, fc.constant(-Infinity)),
  most: fc.oneof(number, fc.constant(Infinity)),
});

Deno.test("just the intervals that hold a number are found", () => {
  const sizes = new Set<number>();
  fc.assert(
    fc.property(
      fc.array(interval, { maxLength: 12 }),
      number,
      (intervals, value) => {
        const index = new IntervalIndex(
          intervals.map((each, place) => ({ ...each, place })),
        );
        const found = new PlaceSet(intervals.length);
        index.find(value, found);
        for (const [place, { least, most }] of intervals.entries()) {
          assert.equal(found.has(place), value >= least && value <= most);
          if (found.has(place)) sizes.add(place);
        }
      },
    ),
    { numRuns: 500 },
  );
  assert(sizes.size > 8);
});
