import assert from "node:assert/strict";
import fc from "fast-check";
import {
  COMPANY_RULES,
  companyYear,
} from "../../src/main/demo/company_year.ts";
import type { DemoRow } from "../../src/main/demo/csv.ts";
import { compileCondition } from "../../src/rules/matcher/compile_condition.ts";
import { conditionSchema } from "../../src/rules/conditions/condition_schema.ts";
import {
  type RuleSubject,
  viewRecord,
} from "../../src/rules/matcher/record_view.ts";

const RECORDS = 6_000;
const year = companyYear({ seed: 1, records: RECORDS });

Deno.test("the same seed gives the same year, another seed another", () => {
  assert.deepEqual(companyYear({ seed: 1, records: RECORDS }), year);
  assert.notDeepEqual(companyYear({ seed: 2, records: RECORDS }), year);
});

Deno.test("any number of records is given exactly, well formed and by date", () => {
  const asked = fc.record({
    seed: fc.integer(),
    records: fc.integer({ min: 0, max: 1_500 }),
  });
  fc.assert(
    fc.property(asked, (given) => {
      const rows = companyYear(given);
      assert.equal(rows.length, given.records);
      rows.forEach((row, i) => {
        assert.ok(row.date >= (rows[i - 1]?.date ?? "2025-04-01"));
        assert.ok(row.date <= "2026-03-31");
        assert.match(row.amount.minor, /^-?[1-9]\d*$/);
        assert.equal(row.amount.currency, "GBP");
        assert.notEqual(row.description.trim(), "");
        assert.equal(row.description.trim(), row.description);
        assert.ok(row.description.length <= 60);
        assert.notEqual(row.counterparty, "");
        assert.notEqual(row.category, "");
      });
    }),
    { numRuns: 8 },
  );
});

Deno.test("each rule of the company is well formed, and right about what it matches", () => {
  for (const { name, when, then } of COMPANY_RULES) {
    const meets = compileCondition(conditionSchema.parse(when));
    const rows = year.filter((row) => meets(viewRecord(asSubject(row))));
    const right = rows.filter((row) => row.category === then.category).length;
    assert.ok(rows.length >= 10, `${name} matches ${rows.length}`);
    assert.ok(right / rows.length > 0.9, `${name}: ${right}/${rows.length}`);
  }
});

function asSubject({ unit, date, ...row }: DemoRow): RuleSubject {
  return {
    ...row,
    occurredAt: `${date}T00:00:00.000Z`,
    connectionId: "con_any",
    attributes: { unit },
  };
}
