import assert from "node:assert/strict";
import fc from "fast-check";
import {
  withoutRuleFields,
  withRuleFields,
} from "../../src/processing/rule_fields.ts";
import type { CompanyRecord } from "../../src/records/record.ts";
import type { RecordFilter } from "../../src/records/record_filter.ts";
import { fold } from "../../src/records/text.ts";
import { compileCondition } from "../../src/rules/matcher/compile_condition.ts";
import type { Condition } from "../../src/rules/conditions/condition.ts";
import { needsOf } from "../../src/rules/matcher/needs.ts";
import { viewRecord } from "../../src/rules/matcher/record_view.ts";
import {
  busyCondition,
  busyRecord,
  busyText,
} from "../domain/rules/busy_arbitraries.ts";
import { object } from "../domain/rules/arbitraries.ts";
import { SAMPLE_AT } from "../support/samples.ts";
import { type FreshTenant, freshTenant } from "./fresh_tenant.ts";
import type { Case } from "./storage.ts";

const RECORDS = 300;

/** Conditions of every kind, and many on what rules had replaced. */
const conditions = fc.oneof(
  busyCondition,
  object({
    field: fc.constantFrom("counterparty", "description"),
    op: fc.constantFrom("equals", "contains", "starts_with", "ends_with"),
    value: busyText.filter((text) => fold(text) !== ""),
  }) as fc.Arbitrary<Condition>,
);

export function needsCases(test: Case): void {
  test("leaves no record out that meets the condition whose needs it filters by", async (subject) => {
    const tenant = await freshTenant(subject);
    const records = await history(tenant);
    let met = 0;
    await fc.assert(
      fc.asyncProperty(conditions, async (condition) => {
        const listed = await listedFor(tenant, condition);
        const holds = compileCondition(condition);
        const meeting = records.filter((record) =>
          holds(viewRecord(withoutRuleFields(record)))
        );
        met += meeting.length;
        assert.deepEqual(meeting.filter(({ id }) => !listed.has(id)), []);
      }),
      { numRuns: 80 },
    );
    assert(met > RECORDS, `only ${met} records met any condition`);
  });
}

/** Records of all kinds; rules had given every third one its counterparty. */
async function history(tenant: FreshTenant): Promise<readonly CompanyRecord[]> {
  const parts = fc.sample(busyRecord, { numRuns: RECORDS, seed: 8 })
    .map(({ description, counterparty, amount, occurredAt, attributes }) => ({
      description,
      counterparty,
      amount,
      occurredAt,
      attributes,
    }));
  const admitted = await tenant.admit(parts);
  const renamed = admitted.filter((_, i) => i % 3 === 0).map(renamedByRule);
  await tenant.run((tx) => tx.records.save(renamed, SAMPLE_AT));
  return await tenant.run((tx) =>
    tx.records.find(admitted.map(({ id }) => id))
  );
}

function renamedByRule(received: CompanyRecord): CompanyRecord {
  const sets = { counterparty: "Somebody else" };
  const { record, replaced } = withRuleFields(received, sets);
  return {
    ...record,
    status: "processed",
    outcome: "needs_review",
    confidence: 0,
    trace: {
      schema: 1,
      limits: { similarity_threshold: 0.9, model: null },
      steps: [{
        kind: "rules_tried",
        at: SAMPLE_AT,
        ruleset_version: 1,
        considered: 1,
        matched: null,
        hits: [{ rule_id: "rule_1", version: 1 }],
        sets,
        replaced,
      }],
      conclusion: {
        kind: "needs_review",
        because: "nothing_alike",
        suggestion: null,
        confidence: 0,
        threshold: 0.9,
      },
    },
  };
}

/** The ids that a list shows, which are as many as are counted. */
async function listedFor(
  { run }: FreshTenant,
  condition: Condition,
): Promise<ReadonlySet<string>> {
  const filter: RecordFilter = { needs: needsOf(condition) };
  return await run(async (tx) => {
    const page = { limit: RECORDS, cursor: null };
    const { data, nextCursor } = await tx.records.list(filter, page);
    assert.equal(nextCursor, null);
    assert.equal(await tx.records.count(filter), data.length);
    return new Set(data.map(({ id }) => id));
  });
}
