import assert from "node:assert/strict";
import fc from "fast-check";
import type { FieldsSet } from "../../../../src/processing/trace.ts";
import type { CompanyRecord } from "../../../../src/records/record.ts";
import { applyRules } from "../../../../src/rules/apply_rules.ts";
import { compileRules } from "../../../../src/rules/matcher/compile_rules.ts";
import { findOverlaps } from "../../../../src/rules/overlaps/find_overlaps.ts";
import type { Rule } from "../../../../src/rules/rule.ts";
import {
  object,
  recordWith,
  ruleWith,
} from "../../../domain/rules/arbitraries.ts";
import {
  meets,
  nearCondition,
  nearLeaf,
  nearRecords,
} from "../../../domain/rules/overlaps/near.ts";

const rules: fc.Arbitrary<Rule[]> = fc.array(
  object({
    when: fc.oneof(nearLeaf, nearCondition),
    then: fc.record({
      category_id: fc.constantFrom("cat_1", "cat_2"),
      attributes: fc.constantFrom({ x: "1" }, { y: "1" }),
      review: fc.constant(true),
    }, { requiredKeys: [], noNullPrototype: true })
      .filter((then) => Object.keys(then).length > 0),
    continue: fc.boolean(),
  }),
  { minLength: 4, maxLength: 10 },
).map((parts) =>
  parts.map((part, index) =>
    ruleWith({ ...part, id: `rule_${index}` } as Partial<Rule>)
  )
);

function provenOf(
  rules: readonly Rule[],
  kind: string,
  records: readonly CompanyRecord[] = [],
) {
  const set = { version: 1, rules };
  const { findings } = findOverlaps({ set, statistics: [], records }, {
    now: "2026-06-01T00:00:00.000Z",
    days: 90,
    limit: 200,
  });
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  return findings
    .filter((one) => one.kind === kind && one.proof === "proven")
    .map((one) => ({ ...one, rules: one.ruleIds.map((id) => byId.get(id)!) }));
}

/** Other values in the same fields; without review, of which there is only one value. */
function otherwise({ category_id, attributes }: FieldsSet): FieldsSet {
  return {
    ...category_id && { category_id: "cat_other" },
    ...attributes && {
      attributes: Object.fromEntries(
        Object.keys(attributes).map((name) => [name, "other"]),
      ),
    },
  };
}

Deno.test("whatever a rule that is proven shadowed sets, nothing changes", () => {
  fc.assert(
    fc.property(rules, nearRecords, (rules, records) => {
      const setBy = (rules: readonly Rule[]) => {
        const compiled = compileRules({ version: 1, rules });
        return records.map((record) => applyRules(compiled, record).sets);
      };
      for (const { rules: [shadowed] } of provenOf(rules, "shadowed")) {
        const changed = rules.map((rule) =>
          rule === shadowed ? { ...rule, then: otherwise(rule.then) } : rule
        );
        assert.deepEqual(setBy(changed), setBy(rules), shadowed!.id);
      }
    }),
    { numRuns: 100 },
  );
});

Deno.test("proven duplicates match the same records", () => {
  fc.assert(
    fc.property(rules, nearRecords, (rules, records) => {
      for (const { rules: [one, other] } of provenOf(rules, "duplicate")) {
        for (const record of records) {
          assert.equal(meets(one!.when, record), meets(other!.when, record));
        }
      }
    }),
    { numRuns: 100 },
  );
});

Deno.test("rules that conflict both match the witness, and set different categories", () => {
  fc.assert(
    fc.property(rules, nearRecords, (rules, records) => {
      const sample = records.map((record, index) => ({
        ...record,
        id: `rec_${index}` as const,
      }));
      for (const found of provenOf(rules, "conflicting", sample)) {
        const { witness, rules: [later, earlier] } = found;
        const record = witness?.source === "history"
          ? sample.find(({ id }) => id === witness.recordId)
          : witness && recordWith(witness.record);
        assert(record);
        assert(meets(later!.when, record) && meets(earlier!.when, record));
        assert.notEqual(later!.then.category_id, earlier!.then.category_id);
        assert(rules.indexOf(earlier!) < rules.indexOf(later!));
      }
    }),
    { numRuns: 100 },
  );
});
