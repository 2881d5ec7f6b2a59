import assert from "node:assert/strict";
import fc from "fast-check";
import { placeInOrder } from "../../adapters/postgres/positions.ts";

const GAP = 2 ** 20;

Deno.test("positions of rules always ascend", () => {
  const old = fc.array(fc.option(fc.nat(50), { nil: undefined }));
  fc.assert(fc.property(old, (places) => {
    const placed = placeInOrder(places);
    assert.equal(placed.length, places.length);
    placed.forEach((place, i) => {
      assert(Number.isSafeInteger(place));
      if (i > 0) assert(place > placed[i - 1]!);
    });
  }));
});

Deno.test("moving one rule changes one position, wherever it goes", () => {
  const count = fc.integer({ min: 1, max: 60 });
  fc.assert(fc.property(count, fc.nat(59), fc.nat(59), (n, from, to) => {
    const old = placeInOrder(Array.from({ length: n }, () => undefined));
    const moved = old.toSpliced(from % n, 1)
      .toSpliced(to % n, 0, old[from % n]!);
    const placed = placeInOrder(moved);
    const changed = placed.filter((place, i) => place !== moved[i]);
    assert(changed.length <= 1);
  }));
});

Deno.test("a used-up gap numbers all rules afresh", () => {
  assert.deepEqual(placeInOrder([7, undefined, 8]), [GAP, 2 * GAP, 3 * GAP]);
});
