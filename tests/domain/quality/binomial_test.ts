import assert from "node:assert/strict";
import { binomialAtMost } from "../../../src/processing/quality/binomial.ts";

Deno.test("the binomial distribution, exactly", () => {
  assert.equal(binomialAtMost(-1, 2, 0.5), 0);
  assert.equal(binomialAtMost(0, 2, 0.5).toFixed(12), "0.250000000000");
  assert.equal(binomialAtMost(1, 2, 0.5).toFixed(12), "0.750000000000");
  assert.equal(binomialAtMost(2, 2, 0.5), 1);
  // 1 - 0.01^2 and (1 - 0.01)^2.
  assert.equal(binomialAtMost(1, 2, 0.01).toFixed(12), "0.999900000000");
  assert.equal(binomialAtMost(0, 2, 0.01).toFixed(12), "0.980100000000");
});
