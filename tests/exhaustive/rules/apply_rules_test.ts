import assert from "node:assert/strict";
import fc from "fast-check";
import { applyRules } from "../../../src/rules/apply_rules.ts";
import { compileRules } from "../../../src/rules/matcher/compile_rules.ts";
import type { Rule } from "../../../src/rules/rule.ts";
import { record, recordWith, rules } from "../../domain/rules/arbitraries.ts";
import { plainApply } from "../../domain/rules/plain_model.ts";

const apply = (rules: readonly Rule[], record = shop) =>
  applyRules(compileRules({ version: 1, rules }), record);
const shop = recordWith({ description: "Corner shop" });

Deno.test("compiling and applying does as the plain model", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(rules, record, (rules, record) => {
      const outcome = apply(rules, record);
      assert.deepStrictEqual(outcome, plainApply(rules, record));
      for (const field of Object.keys(outcome.sets)) seen.add(field);
    }),
    { numRuns: 300 },
  );
  assert.deepEqual(
    [...seen].sort(),
    ["attributes", "category_id", "counterparty", "review"],
  );
});

Deno.test("a rule after another never changes what the other set", () => {
  fc.assert(
    fc.property(rules, rules, record, (first, second, record) => {
      const before = apply(first, record).sets;
      const after = apply([...first, ...second], record).sets;
      assert.equal(
        after.category_id,
        before.category_id ?? after.category_id,
      );
      assert.equal(
        after.counterparty,
        before.counterparty ?? after.counterparty,
      );
      assert.deepStrictEqual(
        { ...after.attributes, ...before.attributes },
        { ...after.attributes },
      );
      assert.equal(after.review, before.review ?? after.review);
    }),
    { numRuns: 250 },
  );
});
