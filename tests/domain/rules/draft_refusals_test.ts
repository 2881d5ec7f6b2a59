import assert from "node:assert/strict";
import type { CategoryId } from "../../../src/kernel/ids.ts";
import { draftOf, type RuleChange } from "../../../src/rules/history/draft.ts";
import {
  type Rule,
  type RuleDefinition,
  RULES_MAX,
  type RuleSet,
} from "../../../src/rules/rule.ts";
import { ruleWith } from "./arbitraries.ts";

const OPEN: ReadonlySet<CategoryId> = new Set(["cat_a", "cat_b"]);

const archived = definitionOf({ then: { category_id: "cat_archived" } });
const fine = {
  op: "change",
  rule_id: "rule_0",
  change: { name: "fine" },
} as const;
const REFUSALS: readonly (readonly [string, RuleChange, string, string])[] = [
  [
    "removing a rule that is not there",
    { op: "remove", rule_id: "rule_gone" },
    "rule.unknown",
    "/changes/1",
  ],
  [
    "changing a rule that is not there",
    { op: "change", rule_id: "rule_gone", change: { name: "b" } },
    "rule.unknown",
    "/changes/1",
  ],
  [
    "creating a rule with a category that is not open",
    { op: "create", rule_id: "rule_new", rule: archived, position: 0 },
    "rule.unknown_category",
    "/changes/1/rule/then/category_id",
  ],
  [
    "changing a rule to a category that is not open",
    { op: "change", rule_id: "rule_1", change: { then: archived.then } },
    "rule.unknown_category",
    "/changes/1/change/then/category_id",
  ],
  [
    "an order that leaves a rule out",
    { op: "reorder", rule_ids: ["rule_0", "rule_1"] },
    "rule.order_incomplete",
    "/changes/1/rule_ids",
  ],
  [
    "an order that names a rule twice",
    { op: "reorder", rule_ids: ["rule_0", "rule_1", "rule_2", "rule_1"] },
    "rule.order_incomplete",
    "/changes/1/rule_ids/3",
  ],
];

for (const [what, change, kind, pointer] of REFUSALS) {
  Deno.test(`refused at its place: ${what}`, () => {
    assert.deepEqual(refusalOf(baseSet(), [fine, change]), [kind, [pointer]]);
  });
}

Deno.test("refused at its place: a rule more than fit", () => {
  const rules = Array.from(
    { length: RULES_MAX },
    (_, i) => ruleWith({ id: `rule_${i}` }),
  );
  const create = {
    op: "create",
    rule_id: "rule_new",
    rule: definitionOf({}),
    position: null,
  } as const;
  const full = { version: 7, rules };
  assert.deepEqual(refusalOf(full, [fine, create]), [
    "rule.too_many",
    ["/changes/1"],
  ]);
  // The place that a removed rule leaves is free.
  const remove = { op: "remove", rule_id: "rule_3" } as const;
  assert(draftOf(full, [remove, create], OPEN).ok);
});

Deno.test("a rule whose category was archived since can be switched off", () => {
  const rule = ruleWith({ id: "rule_0", then: archived.then });
  const off = {
    op: "change",
    rule_id: "rule_0",
    change: { enabled: false },
  } as const;
  assert.deepEqual(draftOf({ version: 7, rules: [rule] }, [off], OPEN), {
    ok: true,
    value: {
      set: { version: 8, rules: [{ ...rule, enabled: false, version: 2 }] },
      facts: [{
        type: "RULE_UPDATED",
        payload: {
          rule_id: "rule_0",
          ruleset_version: 8,
          before: jsonOf(rule),
          after: { ...jsonOf(rule), enabled: false },
        },
      }],
    },
  });
});

function baseSet(): RuleSet {
  const ids = ["rule_0", "rule_1", "rule_2"] as const;
  return { version: 7, rules: ids.map((id) => ruleWith({ id, name: id })) };
}

function refusalOf(base: RuleSet, changes: readonly RuleChange[]) {
  const draft = draftOf(base, changes, OPEN);
  assert(!draft.ok);
  const { kind, flaws } = draft.failure;
  return [kind, flaws.map((flaw) => "pointer" in flaw && flaw.pointer)];
}

function definitionOf(parts: Partial<RuleDefinition>): RuleDefinition {
  const { id: _, version: __, ...definition } = ruleWith(parts);
  return definition;
}

function jsonOf({ id: _, version: __, ...definition }: Rule) {
  return definition;
}
