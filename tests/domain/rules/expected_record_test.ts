import assert from "node:assert/strict";
import fc from "fast-check";
import { withRuleFields } from "../../../src/processing/rule_fields.ts";
import { applyRules } from "../../../src/rules/apply_rules.ts";
import { compileRules } from "../../../src/rules/matcher/compile_rules.ts";
import { expectedRecord } from "../../../src/rules/explain/expected_record.ts";
import { explainSet } from "../../../src/rules/explain/explain_set.ts";
import { whoSets } from "../../../src/rules/explain/who_sets.ts";
import { record, recordWith, rules, ruleWith } from "./arbitraries.ts";

const first = ruleWith({
  id: "rule_1",
  then: { category_id: "cat_a", attributes: { kind: "fuel" } },
});
const second = ruleWith({
  id: "rule_2",
  version: 4,
  then: {
    category_id: "cat_b",
    counterparty: "Shell",
    attributes: { unit: "Fleet", kind: "oil" },
    review: true,
  },
});

Deno.test("a field belongs to the first rule that sets it, or to the person who settled it", () => {
  assert.deepEqual(
    [...whoSets([first, second], ["attributes.unit"])],
    [
      ["category_id", first],
      ["attributes.kind", first],
      ["counterparty", second],
      ["review", second],
      ["attributes.unit", "person"],
    ],
  );
});

Deno.test("a record that nothing decided becomes what the rules set", () => {
  const before = recordWith({ attributes: { unit: "Parks", b: 1 } });
  const change = { rule_id: "rule_2", rule_version: 4 };
  const open = new Set(["cat_a", "cat_b"] as const);
  assert.deepEqual(expectedRecord(before, [first, second], open), {
    category_id: "cat_a",
    counterparty: "Shell",
    attributes: { unit: "Fleet", b: 1, kind: "fuel" },
    review: true,
    changes: [
      {
        field: "category_id",
        before: null,
        after: "cat_a",
        rule_id: "rule_1",
        rule_version: 1,
      },
      { field: "counterparty", before: null, after: "Shell", ...change },
      { field: "review", before: false, after: true, ...change },
      {
        field: "attributes.kind",
        before: null,
        after: "fuel",
        rule_id: "rule_1",
        rule_version: 1,
      },
      { field: "attributes.unit", before: "Parks", after: "Fleet", ...change },
    ],
  });
});

Deno.test("a closed category is not set, and the next rule's is not taken instead", () => {
  const { category_id, changes } = expectedRecord(
    recordWith({ attributes: { kind: "fuel" } }),
    [first, { ...second, then: { category_id: "cat_b" } }],
    new Set(["cat_b"] as const),
  );
  assert.deepEqual([category_id, changes], [null, []]);
});

Deno.test("what rules set before goes back where they set it no more, what a person settled stays", () => {
  const decided = recordWith({
    status: "processed",
    categoryId: "cat_a",
    source: "rule",
    counterparty: "Shell",
    attributes: { kind: "fuel", unit: "Fleet" },
    settledByPerson: ["attributes.unit"],
    trace: {
      schema: 1,
      limits: { similarity_threshold: 0.9, model: null },
      steps: [{
        kind: "rules_tried",
        at: "2026-01-01T00:00:00.000Z",
        ruleset_version: 1,
        considered: 1,
        matched: "rule_1",
        hits: [{ rule_id: "rule_1", version: 1 }],
        sets: {
          category_id: "cat_a",
          counterparty: "Shell",
          attributes: { kind: "fuel", unit: "Fleet" },
        },
        replaced: {
          counterparty: "SHELL 42",
          attributes: { kind: null, unit: null },
        },
      }],
      conclusion: {
        kind: "settled",
        category_id: "cat_a",
        source: "rule",
        confidence: 1,
        threshold: 0,
      },
    },
  });
  const none = { rule_id: null, rule_version: null };
  assert.deepEqual(expectedRecord(decided, [], new Set()), {
    category_id: null,
    counterparty: "SHELL 42",
    attributes: { unit: "Fleet" },
    review: false,
    changes: [
      { field: "category_id", before: "cat_a", after: null, ...none },
      { field: "counterparty", before: "Shell", after: "SHELL 42", ...none },
      { field: "attributes.kind", before: "fuel", after: null, ...none },
    ],
  });
  const person = recordWith({
    categoryId: "cat_b",
    source: "person",
    settledByPerson: ["category_id"],
  });
  assert.deepEqual(
    expectedRecord(person, [{ ...first, then: { review: true } }], new Set())
      .changes,
    [],
  );
});

Deno.test("what is expected is what applying does", () => {
  fc.assert(
    fc.property(rules, record, (rules, record) => {
      const set = { version: 1, rules };
      const { sets, hits } = applyRules(compileRules(set), record);
      const matched = rules.filter(({ id }) =>
        hits.some(({ rule_id }) => rule_id === id)
      );
      const open = new Set(
        rules.flatMap(({ then }) => then.category_id ?? []),
      );
      const becomes = expectedRecord(record, matched, open);
      const applied = withRuleFields(record, sets).record;
      assert.deepEqual(
        [becomes.counterparty, becomes.attributes, becomes.review],
        [
          applied.counterparty,
          applied.attributes,
          sets.review === true &&
          !record.settledByPerson.includes("category_id"),
        ],
      );
      assert.equal(
        becomes.category_id,
        sets.category_id ??
          (record.source === "rule" ? null : record.categoryId),
      );
    }),
    { numRuns: 150 },
  );
});

Deno.test("of every rule it is told who won over it", () => {
  fc.assert(
    fc.property(rules, record, (rules, record) => {
      const set = { version: 1, rules };
      const { sets, hits } = applyRules(compileRules(set), record);
      const told = explainSet(set, record);
      const last = hits.at(-1)?.rule_id ?? null;
      const set_by = new Set<string>();
      for (const one of told) {
        const isHit = one.outcome === "matched";
        assert.equal(one.won_by, one.outcome === "not_reached" ? last : null);
        assert.equal(one.condition?.result ?? false, isHit);
        if (!isHit) assert.deepEqual(one.fields, []);
        for (const { field, set_by: by } of one.fields) {
          if (by === one.rule_id) set_by.add(field);
        }
      }
      assert.deepEqual(
        [...set_by].sort(),
        [
          ...["category_id", "counterparty", "review"]
            .filter((field) => field in sets),
          ...Object.keys(sets.attributes ?? {})
            .map((name) => `attributes.${name}`),
        ].sort(),
      );
    }),
    { numRuns: 150 },
  );
});
