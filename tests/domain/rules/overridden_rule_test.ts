import assert from "node:assert/strict";
import type { CategoryId } from "../../../src/kernel/ids.ts";
import type { Step, Trace } from "../../../src/processing/trace.ts";
import {
  categorisingRule,
  overriddenStep,
  type RulesTried,
} from "../../../src/rules/overridden_rule.ts";
import { recordWith, ruleWith } from "./arbitraries.ts";

const AT = "2026-03-01T00:00:00.000Z";

function tried(given: Partial<RulesTried> = {}): RulesTried {
  return {
    kind: "rules_tried",
    at: AT,
    ruleset_version: 1,
    considered: 1,
    matched: "rule_1",
    hits: [{ rule_id: "rule_1", version: 1 }],
    sets: { category_id: "cat_fuel" },
    replaced: {},
    ...given,
  };
}

function person(categoryId: CategoryId | null): Step {
  return {
    kind: "person_decided",
    at: AT,
    by: "usr_1",
    verdict: categoryId ? "override" : "reject",
    category_id: categoryId,
    note: null,
  };
}

const record = (...steps: Step[]) =>
  recordWith({ trace: { steps } as unknown as Trace });

Deno.test("another category than the rules' is an override, the same or none is not", () => {
  const step = tried();
  assert.equal(overriddenStep(record(step), "cat_office"), step);
  assert.equal(overriddenStep(record(step), "cat_fuel"), undefined);
  assert.equal(overriddenStep(record(step), null), undefined);
});

Deno.test("where rules set no category there is nothing to override", () => {
  const review = tried({ sets: { review: true } });
  assert.equal(overriddenStep(record(review), "cat_office"), undefined);
  assert.equal(overriddenStep(record(), "cat_office"), undefined);
  assert.equal(
    overriddenStep(recordWith({ trace: null }), "cat_office"),
    undefined,
  );
});

Deno.test("a record counts once, after a person's agreement too, and after it was put aside", () => {
  const step = tried();
  const overridden = record(step, person("cat_office"));
  assert.equal(overriddenStep(overridden, "cat_travel"), undefined);
  const agreed = record(step, person("cat_fuel"));
  assert.equal(overriddenStep(agreed, "cat_office"), step);
  const rejected = record(step, person(null));
  assert.equal(overriddenStep(rejected, "cat_office"), step);
});

Deno.test("the rule that set the category is meant, not the one that asked for review", () => {
  const asks = ruleWith({ id: "rule_asks", then: { review: true } });
  const sets = ruleWith({ id: "rule_sets", then: { category_id: "cat_fuel" } });
  const step = tried({
    matched: asks.id,
    hits: [asks, sets].map(({ id, version }) => ({ rule_id: id, version })),
    sets: { category_id: "cat_fuel", review: true },
  });
  const inForce = (...rules: typeof asks[]) =>
    new Map(rules.map((rule) => [rule.id, rule]));
  assert.deepEqual(
    categorisingRule(step, inForce(asks, sets)),
    { rule_id: sets.id, version: 1 },
  );
  const changed = { ...asks, version: 2 };
  assert.equal(categorisingRule(step, inForce(changed, sets)), undefined);
  assert.equal(categorisingRule(step, inForce(asks)), undefined);
  assert.deepEqual(
    categorisingRule(tried(), inForce()),
    { rule_id: "rule_1", version: 1 },
  );
});
