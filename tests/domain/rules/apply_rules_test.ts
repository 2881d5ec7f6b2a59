import assert from "node:assert/strict";
import fc from "fast-check";
import type { SettledField } from "../../../src/records/record.ts";
import { applyRules } from "../../../src/rules/apply_rules.ts";
import { compileRules } from "../../../src/rules/matcher/compile_rules.ts";
import type { Rule } from "../../../src/rules/rule.ts";
import { record, recordWith, rules, ruleWith } from "./arbitraries.ts";

const apply = (rules: readonly Rule[], record = shop) =>
  applyRules(compileRules({ version: 1, rules }), record);
const shop = recordWith({ description: "Corner shop" });
const never = { not: ruleWith().when };

Deno.test("what a person settled is never set", () => {
  fc.assert(
    fc.property(rules, record, (rules, record) => {
      const { sets } = apply(rules, record);
      for (const field of record.settledByPerson) {
        const [part, name] = field.split(".");
        assert.equal(
          name === undefined
            ? Object.hasOwn(sets, part!)
            : Object.hasOwn(sets.attributes ?? {}, name),
          false,
        );
      }
    }),
    { numRuns: 250 },
  );
});

Deno.test("applying twice gives the same: patterns and views keep no state", () => {
  fc.assert(
    fc.property(rules, record, record, (rules, record, other) => {
      const compiled = compileRules({ version: 1, rules });
      const first = applyRules(compiled, record);
      applyRules(compiled, other);
      assert.deepStrictEqual(applyRules(compiled, record), first);
    }),
  );
});

Deno.test("the first match ends the evaluation", () => {
  const outcome = apply([
    ruleWith({ id: "rule_1", when: never, then: { category_id: "cat_1" } }),
    ruleWith({ id: "rule_2", version: 4, then: { category_id: "cat_2" } }),
    ruleWith({ id: "rule_3", then: { category_id: "cat_3" } }),
  ]);
  assert.deepStrictEqual(outcome, {
    considered: 2,
    matched: "rule_2",
    hits: [{ rule_id: "rule_2", version: 4 }],
    sets: { category_id: "cat_2" },
  });
});

Deno.test("continue goes on, the first writer of each field wins, review sticks", () => {
  const outcome = apply([
    ruleWith({
      id: "rule_1",
      then: { counterparty: "Shop", attributes: { a: "1" } },
      continue: true,
    }),
    ruleWith({ id: "rule_2", enabled: false, then: { category_id: "cat_9" } }),
    ruleWith({
      id: "rule_3",
      then: { category_id: "cat_1", counterparty: "Other", review: true },
      continue: true,
    }),
    ruleWith({
      id: "rule_4",
      then: { category_id: "cat_2", attributes: { a: "2", b: "2" } },
    }),
    ruleWith({ id: "rule_5", then: { category_id: "cat_3" } }),
  ]);
  assert.deepStrictEqual(outcome, {
    considered: 3,
    matched: "rule_3",
    hits: [
      { rule_id: "rule_1", version: 1 },
      { rule_id: "rule_3", version: 1 },
      { rule_id: "rule_4", version: 1 },
    ],
    sets: {
      category_id: "cat_1",
      counterparty: "Shop",
      attributes: { a: "1", b: "2" },
      review: true,
    },
  });
});

Deno.test("the rule that asks for review decides over the one that set the category", () => {
  const outcome = apply([
    ruleWith({ id: "rule_1", then: { category_id: "cat_1" }, continue: true }),
    ruleWith({ id: "rule_2", then: { review: true } }),
  ]);
  assert.equal(outcome.matched, "rule_2");
  assert.deepStrictEqual(outcome.sets, { category_id: "cat_1", review: true });
});

Deno.test("settled fields stay out, one by one, and the rule still hits", () => {
  const rule = ruleWith({
    then: {
      category_id: "cat_1",
      counterparty: "Shop",
      attributes: { unit: "Parks", kind: "food" },
    },
  });
  const settled = (...settledByPerson: SettledField[]) =>
    apply([rule], recordWith({ description: "x", settledByPerson }));
  assert.deepStrictEqual(settled("category_id", "attributes.unit"), {
    considered: 1,
    matched: null,
    hits: [{ rule_id: "rule_1", version: 1 }],
    sets: { counterparty: "Shop", attributes: { kind: "food" } },
  });
  assert.deepStrictEqual(
    settled("counterparty", "attributes.unit", "attributes.kind").sets,
    { category_id: "cat_1" },
  );
});

Deno.test("conditions see the record as it came, not what earlier rules set", () => {
  const outcome = apply([
    ruleWith({ then: { counterparty: "Shop" }, continue: true }),
    ruleWith({
      id: "rule_2",
      when: { field: "counterparty", op: "equals", value: "Shop" },
      then: { category_id: "cat_1" },
    }),
  ]);
  assert.deepStrictEqual(outcome.sets, { counterparty: "Shop" });
});

Deno.test("no rules: nothing considered, nothing set", () => {
  assert.deepStrictEqual(apply([]), {
    considered: 0,
    matched: null,
    hits: [],
    sets: {},
  });
});
