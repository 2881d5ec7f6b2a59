import assert from "node:assert/strict";
import fc from "fast-check";
import { withoutRuleFields } from "../../../src/processing/rule_fields.ts";
import type { CompanyRecord } from "../../../src/records/record.ts";
import { compileRules } from "../../../src/rules/matcher/compile_rules.ts";
import { evaluateRules } from "../../../src/rules/evaluate_rules.ts";
import type { RulePlan } from "../../../src/rules/history/plan.ts";
import { planRecord } from "../../../src/rules/history/plan_record.ts";
import type { Rule } from "../../../src/rules/rule.ts";
import { decidedRecord, settingRules } from "./decided_records.ts";

Deno.test("what a person settled, and what was rejected or waits, is in no plan", () => {
  fc.assert(
    fc.property(decidedRecord, settingRules, (record, rules) => {
      const plan = plannedFor(record, rules);
      for (const { field } of plan?.changes ?? []) {
        assert(!(record.settledByPerson as string[]).includes(field));
      }
      if (record.status === "rejected") assert.equal(plan, null);
    }),
    { numRuns: 300 },
  );
});

function plannedFor(record: CompanyRecord, rules: Rule[]): RulePlan | null {
  const compiled = compileRules({ version: 2, rules });
  return planRecord(
    record,
    evaluateRules(compiled, withoutRuleFields(record)),
  );
}
