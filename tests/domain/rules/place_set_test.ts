import assert from "node:assert/strict";
import fc from "fast-check";
import { PlaceSet } from "../../../src/rules/matcher/place_set.ts";

const SIZE = 2_200;
const places = fc.array(
  fc.oneof(
    fc.constantFrom(0, 31, 32, 33, 1_023, 1_024, 1_025, 2_047, SIZE - 1),
    fc.nat(SIZE - 1),
  ),
);

function holding(given: readonly number[]): PlaceSet {
  const set = new PlaceSet(SIZE);
  set.addAll(given);
  return set;
}

function inOrder(set: PlaceSet): readonly number[] {
  const found: number[] = [];
  for (let place = set.next(0); place !== -1; place = set.next(place + 1)) {
    found.push(place);
  }
  return found;
}

Deno.test("places come out once and in order, however they came in", () => {
  fc.assert(fc.property(places, fc.nat(SIZE - 1), (given, from) => {
    const set = holding(given);
    const sorted = [...new Set(given)].sort((a, b) => a - b);
    assert.deepEqual(inOrder(set), sorted);
    assert.equal(set.next(from), sorted.find((place) => place >= from) ?? -1);
    assert.equal(set.has(from), given.includes(from));
  }));
});

Deno.test("a set that becomes another holds what that one holds, and no longer changes with it", () => {
  fc.assert(fc.property(places, places, (one, other) => {
    const [set, model] = [holding(one), holding(other)];
    set.become(model);
    model.add(7);
    assert.deepEqual(inOrder(set), inOrder(holding(other)));
  }));
});

Deno.test("nothing comes of an empty set", () => {
  assert.equal(new PlaceSet(0).next(0), -1);
  assert.equal(new PlaceSet(32).next(32), -1);
});
