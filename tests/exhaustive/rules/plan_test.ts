import assert from "node:assert/strict";
import fc from "fast-check";
import type { Json } from "../../../src/kernel/json.ts";
import { nextWant } from "../../../src/processing/pipeline.ts";
import { withoutRuleFields } from "../../../src/processing/rule_fields.ts";
import { correctedContent } from "../../../src/records/correction.ts";
import type { CompanyRecord } from "../../../src/records/record.ts";
import { carryOut } from "../../../src/rules/history/carry_out.ts";
import { compileRules } from "../../../src/rules/matcher/compile_rules.ts";
import { evaluateRules } from "../../../src/rules/evaluate_rules.ts";
import type {
  PlannedField,
  RulePlan,
} from "../../../src/rules/history/plan.ts";
import {
  contentOf,
  planRecord,
  rulesTried,
} from "../../../src/rules/history/plan_record.ts";
import type { Rule } from "../../../src/rules/rule.ts";
import { takeBack } from "../../../src/rules/history/take_back.ts";
import {
  AT,
  decidedRecord,
  LIMITS,
  settingRules,
} from "../../domain/rules/decided_records.ts";

const RUN = "run_1";

Deno.test("a plan tells just what carrying it out changes, field by field", () => {
  fc.assert(
    fc.property(decidedRecord, settingRules, (record, rules) => {
      const plan = plannedFor(record, rules);
      if (!plan || plan.becomes === "undecided") return;
      const after = carriedOut(record, plan);
      const told = new Map(
        plan.changes.map((change) => [change.field, change]),
      );
      for (const field of FIELDS) {
        const change = told.get(field);
        assert.deepEqual(
          [valueOf(record, field), valueOf(after, field)],
          change
            ? [change.before, change.after]
            : [valueOf(record, field), valueOf(record, field)],
          field,
        );
      }
    }),
    { numRuns: 500 },
  );
});

Deno.test("after a plan the same rules plan nothing more, and the trace replays to its conclusion", () => {
  fc.assert(
    fc.property(decidedRecord, settingRules, (record, rules) => {
      const plan = plannedFor(record, rules);
      if (!plan || plan.becomes === "undecided") return;
      const after = carriedOut(record, plan);
      assert.equal(plannedFor(after, rules), null);
      const { matched = null, hits = [] } = rulesTried(after) ?? {};
      assert(matched === null || hits.some((hit) => hit.rule_id === matched));
      const { steps, limits, conclusion } = after.trace!;
      assert.deepEqual(nextWant(steps, limits), { kind: "stop", conclusion });
    }),
    { numRuns: 500 },
  );
});

Deno.test("an undo right after a run leaves the very record that was there", () => {
  fc.assert(
    fc.property(decidedRecord, settingRules, (record, rules) => {
      const plan = plannedFor(record, rules);
      if (!plan || plan.becomes === "undecided") return;
      const after = carriedOut(record, plan);
      const { record: back, outcome } = takeBack(
        after,
        plan,
        noteOf(record, plan),
        RUN,
      );
      assert.deepEqual(back, record);
      assert.deepEqual(outcome.left, []);
    }),
    { numRuns: 500 },
  );
});

Deno.test("an undo leaves what a person corrected since, and restores the rest", () => {
  fc.assert(
    fc.property(
      decidedRecord,
      settingRules,
      fc.constantFrom("Esso", "Corner shop"),
      (record, rules, counterparty) => {
        const plan = plannedFor(record, rules);
        if (!plan || plan.becomes === "undecided") return;
        const after =
          correctedContent(carriedOut(record, plan), { counterparty })
            .record;
        const { record: back, outcome } = takeBack(
          after,
          plan,
          noteOf(record, plan),
          RUN,
        );
        const fields = plan.changes.map(({ field }) => field);
        assert.deepEqual(
          outcome.left.map(({ field }) => field),
          fields.filter((field) => field === "counterparty"),
        );
        assert.deepEqual(
          outcome.restored,
          fields.filter((field) => field !== "counterparty"),
        );
        if (!back) return;
        assert.equal(back.counterparty, counterparty);
        for (const field of outcome.restored) {
          assert.deepEqual(valueOf(back, field), valueOf(record, field), field);
        }
      },
    ),
    { numRuns: 500 },
  );
});

Deno.test("two runs are undone in either order, each giving back only its own", () => {
  fc.assert(
    fc.property(
      decidedRecord,
      settingRules,
      settingRules,
      (record, first, second) => {
        const one = plannedFor(record, first);
        if (!one || one.becomes === "undecided") return;
        const afterOne = carriedOut(record, one);
        const two = plannedFor(afterOne, second);
        if (!two || two.becomes === "undecided") return;
        const afterTwo = carriedOut(afterOne, two, "run_2");
        // The later first: both are taken back wholly.
        const backTwo = takeBack(afterTwo, two, noteOf(afterOne, two), "run_2");
        assert.deepEqual(backTwo.record, afterOne);
        // The earlier first: what the later changed again stays.
        const backOne = takeBack(afterTwo, one, noteOf(record, one), RUN);
        const again = new Set(two.changes.map(({ field }) => field));
        for (const field of backOne.outcome.restored) {
          assert(!again.has(field), field);
          assert.deepEqual(
            valueOf(backOne.record!, field),
            valueOf(record, field),
          );
        }
        for (const field of again) {
          if (!backOne.record) continue;
          assert.deepEqual(
            valueOf(backOne.record, field),
            valueOf(afterTwo, field),
          );
        }
      },
    ),
    { numRuns: 500 },
  );
});

const FIELDS: readonly PlannedField[] = [
  "category_id",
  "counterparty",
  "review",
  "attributes.unit",
  "attributes.extra",
];

function valueOf(record: CompanyRecord, field: PlannedField): Json {
  if (field === "category_id") return record.categoryId;
  return field === "review" ? asked(record) : contentOf(record, field);
}

/** Whether rules sent it to a person; of one that waits for another reason, whether it waits. */
function asked({ trace }: CompanyRecord): boolean {
  return trace?.conclusion.kind === "needs_review" &&
    trace.conclusion.because === "rule_asks";
}

function plannedFor(record: CompanyRecord, rules: Rule[]): RulePlan | null {
  const compiled = compileRules({ version: 2, rules });
  return planRecord(
    record,
    evaluateRules(compiled, withoutRuleFields(record)),
  );
}

function carriedOut(
  record: CompanyRecord,
  plan: RulePlan,
  runId: "run_1" | "run_2" = RUN,
): CompanyRecord {
  return carryOut(record, plan, {
    at: AT,
    runId,
    rulesetVersion: 2,
    limits: LIMITS,
  });
}

function noteOf(record: CompanyRecord, { becomes }: RulePlan) {
  const { status, outcome, categoryId, source, confidence, trace } = record;
  return {
    decision: becomes === "kept"
      ? null
      : { status, outcome, categoryId, source, confidence, trace },
    step: rulesTried(record) ?? null,
  };
}
