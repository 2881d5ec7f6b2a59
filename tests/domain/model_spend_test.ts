import assert from "node:assert/strict";
import fc from "fast-check";
import {
  limitMet,
  monthAfter,
  monthOf,
  resetsAt,
} from "../../src/processing/model/spend.ts";

Deno.test("a month is the calendar's, in UTC", () => {
  assert.equal(monthOf("2026-03-31T23:59:59.999Z"), "2026-03");
  assert.equal(monthOf("2026-04-01T00:00:00.000Z"), "2026-04");
  assert.equal(monthAfter("2026-11"), "2026-12");
  assert.equal(monthAfter("2026-12"), "2027-01");
  assert.equal(monthAfter("2026-03", -12), "2025-03");
  assert.equal(resetsAt("2026-12"), "2027-01-01T00:00:00.000Z");
});

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
