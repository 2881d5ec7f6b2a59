import assert from "node:assert/strict";
import fc from "fast-check";
import type { RuleId } from "../../../src/kernel/ids.ts";
import { RULES_MAX, type RuleSet } from "../../../src/rules/rule.ts";
import {
  addRule,
  changeRule,
  removeRule,
  reorderRules,
} from "../../../src/rules/rule_changes.ts";
import { ruleWith } from "./arbitraries.ts";

function setOf(...ids: RuleId[]): RuleSet {
  return { version: 7, rules: ids.map((id) => ruleWith({ id })) };
}
const idsOf = (set: RuleSet) => set.rules.map((rule) => rule.id);
const before = setOf("rule_a", "rule_b", "rule_c");

Deno.test("a rule is added at its position, at the end without one or beyond it", () => {
  const rule = ruleWith({ id: "rule_new" });
  const at = (position: number | null) => {
    const added = addRule(before, rule, position);
    assert.equal(added.ok, true);
    assert(added.ok);
    assert.equal(added.value.version, 8);
    return idsOf(added.value);
  };
  assert.deepEqual(at(0), ["rule_new", "rule_a", "rule_b", "rule_c"]);
  assert.deepEqual(at(1), ["rule_a", "rule_new", "rule_b", "rule_c"]);
  assert.deepEqual(at(3), ["rule_a", "rule_b", "rule_c", "rule_new"]);
  assert.deepEqual(at(99), ["rule_a", "rule_b", "rule_c", "rule_new"]);
  assert.deepEqual(at(null), ["rule_a", "rule_b", "rule_c", "rule_new"]);
  assert.deepEqual(idsOf(before), ["rule_a", "rule_b", "rule_c"]);
});

Deno.test("the last rule that fits is taken and the next is refused", () => {
  const rules = Array.from(
    { length: RULES_MAX - 1 },
    (_, index) => ruleWith({ id: `rule_${index}` }),
  );
  const last = addRule({ version: 1, rules }, ruleWith(), null);
  assert(last.ok);
  assert.equal(last.value.rules.length, RULES_MAX);
  assert.deepEqual(addRule(last.value, ruleWith(), null), {
    ok: false,
    failure: {
      kind: "rule.too_many",
      category: "over_limit",
      title: `A company has at most ${RULES_MAX} rules`,
      facts: { limit: RULES_MAX },
      flaws: [],
    },
  });
});

Deno.test("a change makes the rule's next version at its place", () => {
  const changed = changeRule(before, "rule_b", { name: "b", enabled: false });
  assert.deepEqual(changed, {
    ok: true,
    value: {
      version: 8,
      rules: [
        ruleWith({ id: "rule_a" }),
        ruleWith({ id: "rule_b", version: 2, name: "b", enabled: false }),
        ruleWith({ id: "rule_c" }),
      ],
    },
  });
});

Deno.test("a rule is removed, and the others keep order and version", () => {
  const removed = removeRule(before, "rule_a");
  assert.deepEqual(removed, {
    ok: true,
    value: { ...setOf("rule_b", "rule_c"), version: 8 },
  });
});

Deno.test("a rule that is not there cannot be changed or removed", () => {
  const missing = {
    ok: false,
    failure: {
      kind: "rule.missing",
      category: "missing",
      title: "No such rule",
      facts: { rule_id: "rule_x" },
      flaws: [],
    },
  };
  assert.deepEqual(changeRule(before, "rule_x", { name: "x" }), missing);
  assert.deepEqual(removeRule(before, "rule_x"), missing);
});

Deno.test("any order that names every rule once is taken", () => {
  fc.assert(fc.property(
    fc.shuffledSubarray(idsOf(before), { minLength: 3 }),
    (order) => {
      const reordered = reorderRules(before, order);
      assert.deepEqual(reordered, {
        ok: true,
        value: { ...setOf(...order), version: 8 },
      });
    },
  ));
});

Deno.test("an order that leaves out, repeats or invents a rule is refused at each place", () => {
  const left = (id: string) => ({
    pointer: "/rule_ids",
    detail: `leaves out ${id}`,
  });
  const strange = (index: number) => ({
    pointer: `/rule_ids/${index}`,
    detail: "is not a rule of yours",
  });
  const again = (index: number, first: number) => ({
    pointer: `/rule_ids/${index}`,
    detail: `is the rule of /rule_ids/${first} too`,
  });
  const wrong: (readonly [RuleId[], unknown[]])[] = [
    [[], [left("rule_a"), left("rule_b"), left("rule_c")]],
    [["rule_a", "rule_b"], [left("rule_c")]],
    [["rule_a", "rule_b", "rule_b"], [again(2, 1), left("rule_c")]],
    [["rule_a", "rule_b", "rule_x"], [strange(2), left("rule_c")]],
    [["rule_a", "rule_b", "rule_c", "rule_a"], [again(3, 0)]],
    [["rule_a", "rule_b", "rule_x", "rule_c", "rule_x"], [
      strange(2),
      strange(4),
    ]],
  ];
  for (const [order, flaws] of wrong) {
    assert.deepEqual(reorderRules(before, order), {
      ok: false,
      failure: {
        kind: "rule.order_incomplete",
        category: "invalid",
        title: "The order must name every rule just once",
        facts: { rules: 3 },
        flaws,
      },
    });
  }
  const many = Array.from({ length: 99 }, (): RuleId => "rule_x");
  const refused = reorderRules(before, many);
  assert(!refused.ok);
  assert.equal(refused.failure.flaws.length, 50);
});
