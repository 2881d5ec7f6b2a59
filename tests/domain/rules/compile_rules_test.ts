import assert from "node:assert/strict";
import { compileRules } from "../../../src/rules/matcher/compile_rules.ts";
import { prepared } from "../../../src/rules/matcher/prepared_rule.ts";
import { viewRecord } from "../../../src/rules/matcher/record_view.ts";
import { changeRule } from "../../../src/rules/rule_changes.ts";
import type { Rule } from "../../../src/rules/rule.ts";
import { recordWith, ruleWith } from "./arbitraries.ts";

Deno.test("hundreds of rules are found by their places, in order", () => {
  const rules = Array.from({ length: 2_100 }, (_, i): Rule =>
    ruleWith({
      id: `rule_${i}`,
      when: { field: "description", op: "contains", value: `shop ${i}.` },
      continue: i % 2 === 1,
    }));
  const compiled = compileRules({ version: 1, rules });
  const ids = (description: string) => {
    const { hits, considered } = compiled
      .tryOn(viewRecord(recordWith({ description })));
    return [hits.map(({ id }) => id), considered];
  };
  assert.deepEqual(
    ids("shop 2099. shop 31. shop 33. SHOP 1024. shop 5. shop 2"),
    [
      ["rule_5", "rule_31", "rule_33", "rule_1024"],
      1_025,
    ],
  );
  assert.deepEqual(ids("shop 2099."), [["rule_2099"], 2_100]);
  assert.deepEqual(ids("shop 2100."), [[], 2_100]);
});

Deno.test("a set is compiled once, and a rule once over all its set's versions", () => {
  const [one, two] = [ruleWith({ id: "rule_1" }), ruleWith({ id: "rule_2" })];
  const set = { version: 1, rules: [one, two] };
  assert.equal(compileRules(set), compileRules(set));
  const changed = changeRule(set, "rule_2", { enabled: false });
  assert(changed.ok);
  assert.notEqual(compileRules(changed.value), compileRules(set));
  assert.equal(prepared(changed.value.rules[0]!), prepared(one));
  assert.notEqual(prepared(changed.value.rules[1]!), prepared(two));
});

Deno.test("a rule is not met by the text alone that leads to it", () => {
  const bp = {
    field: "description",
    op: "matches",
    value: "\\bbp\\b",
  } as const;
  const text = { field: "description", op: "contains", value: "pay" } as const;
  const none = { field: "description", op: "contains", value: "x" } as const;
  const hits = (...whens: Rule["when"][]) =>
    compileRules({
      version: 1,
      rules: whens.map((when) => ruleWith({ when, continue: true })),
    }).allOn(viewRecord(recordWith({ description: "bpay" })))
      .map(({ when }) => when);
  assert.deepEqual(hits(bp, { any: [bp, none] }, { all: [text, none] }), []);
  assert.deepEqual(
    hits(text, { any: [bp, text] }, { all: [text, { not: bp }] }),
    [
      text,
      { any: [bp, text] },
      { all: [text, { not: bp }] },
    ],
  );
});
