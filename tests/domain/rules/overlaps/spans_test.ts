import assert from "node:assert/strict";
import fc from "fast-check";
import {
  both,
  DOUBLES,
  either,
  outside,
  type Span,
  WHOLE,
  within,
} from "../../../../src/rules/overlaps/spans.ts";

const end = fc.option(fc.bigInt({ min: -4n, max: 4n }));
const span = fc.tuple(end, end).map(([from, to]): Span<bigint> =>
  from !== null && to !== null && from > to
    ? { from: to, to: from }
    : { from, to }
);
const spans = fc.tuple(span, span).map(([a, b]) => either([a], [b], WHOLE));
const values = Array.from({ length: 13 }, (_, index) => BigInt(index - 6));
const has = (spans: readonly Span<bigint>[]) => (value: bigint) =>
  within([{ from: value, to: value }], spans);

Deno.test("spans are sets of values", () => {
  fc.assert(
    fc.property(spans, spans, (a, b) => {
      const [inA, inB] = [has(a), has(b)];
      for (const value of values) {
        assert.equal(has(both(a, b))(value), inA(value) && inB(value));
        assert.equal(has(either(a, b, WHOLE))(value), inA(value) || inB(value));
        assert.equal(has(outside(a, WHOLE))(value), !inA(value));
      }
      assert.equal(within(a, b), values.every((v) => !inA(v) || inB(v)));
    }),
    { numRuns: 200 },
  );
});

Deno.test("neighbours become one span", () => {
  assert.deepEqual(
    either([{ from: 1n, to: 2n }], [{ from: 3n, to: null }], WHOLE),
    [{ from: 1n, to: null }],
  );
});

Deno.test("no double is between one and the next", () => {
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      (value) => {
        const above = DOUBLES.next(value);
        assert(above > value);
        const middle = value / 2 + above / 2;
        assert(middle <= value || middle >= above);
        assert.equal(DOUBLES.previous(above) + 0, value + 0);
      },
    ),
  );
  assert.deepEqual([DOUBLES.previous(1), DOUBLES.next(0)], [
    1 - 2 ** -53,
    Number.MIN_VALUE,
  ]);
});
