import assert from "node:assert/strict";
import fc from "fast-check";
import {
  costOf,
  mostOf,
  shareOut,
} from "../../src/processing/model/call_cost.ts";

const PRICE = { inputMicros: 400, outputMicros: 1_600 };

Deno.test("costOf() counts input and output at their prices, and rounds up", () => {
  const cost = (input_tokens: number, output_tokens: number) =>
    costOf({ input_tokens, output_tokens }, PRICE);
  assert.equal(cost(0, 0), 0);
  assert.equal(cost(1, 0), 1);
  assert.equal(cost(1_000, 500), 1_200);
  assert.equal(cost(10_000, 1_001), 5_602);
});

Deno.test("mostOf() takes each byte for a token, and the longest answer", () => {
  const call = {
    system: "abc",
    input: "é☕👩",
    schema: { a: 1 },
    outputTokensMax: 500,
  };
  const tokens = 3 + 9 + 7 + 1_000;
  assert.deepEqual(mostOf(call, PRICE), {
    tokens: tokens + 500,
    micros: Math.ceil((tokens * 400 + 500 * 1_600) / 1_000),
  });
});

Deno.test("shareOut() gives away all of it, and no two parts differ by more than one", () => {
  fc.assert(fc.property(
    fc.nat(1_000_000),
    fc.integer({ min: 1, max: 50 }),
    (total, count) => {
      const parts = shareOut(total, count);
      assert.equal(parts.length, count);
      assert.equal(parts.reduce((sum, part) => sum + part), total);
      assert(Math.max(...parts) - Math.min(...parts) <= 1);
    },
  ));
});
