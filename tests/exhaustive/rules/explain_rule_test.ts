import assert from "node:assert/strict";
import fc from "fast-check";
import { applyRules } from "../../../src/rules/apply_rules.ts";
import { compileRules } from "../../../src/rules/matcher/compile_rules.ts";
import { explainRules } from "../../../src/rules/explain/explain_rule.ts";
import { record, rules } from "../../domain/rules/arbitraries.ts";

Deno.test("an explanation tells what applying did", () => {
  fc.assert(
    fc.property(rules, record, (rules, record) => {
      const set = { version: 1, rules };
      const { hits, considered } = applyRules(compileRules(set), record);
      const told = explainRules(set, record);
      assert.deepEqual(
        told.filter(({ outcome }) => outcome === "matched")
          .map(({ rule_id, version }) => ({ rule_id, version })),
        hits,
      );
      const tried = told.filter(({ outcome }) =>
        outcome === "matched" || outcome === "failed"
      );
      assert.equal(tried.length, considered);
      assert.deepEqual(
        told.map(({ rule_id }) => rule_id),
        rules.map(({ id }) => id),
      );
      assert.deepEqual(JSON.parse(JSON.stringify(told)), told);
    }),
    { numRuns: 250 },
  );
});
