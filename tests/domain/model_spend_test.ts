import assert from "node:assert/strict";
import fc from "fast-check";
import { limitMet } from "../../src/processing/model/spend.ts";

Deno.test("limitMet() names the limit that is reached, or that a call would cross", () => {
  const budget = { tokensPerMonth: 100, microsPerMonth: 50 };
  const met = (tokens: number, micros: number) =>
    limitMet({ tokens, micros }, { tokens: 10, micros: 5 }, budget);
  assert.equal(met(0, 0), null);
  assert.equal(met(90, 45), null);
  assert.equal(met(91, 0), "llm_tokens");
  assert.equal(met(0, 46), "llm_money");
  assert.equal(met(100, 50), "llm_tokens");
  const free = { tokens: 0, micros: 0 };
  assert.equal(limitMet({ tokens: 99, micros: 49 }, free, budget), null);
  assert.equal(limitMet({ tokens: 0, micros: 50 }, free, budget), "llm_money");
});

Deno.test("whatever limitMet() lets through stays within the budget", () => {
  const amount = fc.integer({ min: 0, max: 30 });
  const spend = fc.record({ tokens: amount, micros: amount });
  const limit = fc.option(amount, { nil: null });
  fc.assert(fc.property(
    fc.array(spend, { maxLength: 8 }),
    fc.record({ tokensPerMonth: limit, microsPerMonth: limit }),
    (calls, budget) => {
      let used = { tokens: 0, micros: 0 };
      for (const most of calls) {
        if (limitMet(used, most, budget)) continue;
        used = {
          tokens: used.tokens + most.tokens,
          micros: used.micros + most.micros,
        };
      }
      assert(used.tokens <= (budget.tokensPerMonth ?? Infinity));
      assert(used.micros <= (budget.microsPerMonth ?? Infinity));
    },
  ));
});
