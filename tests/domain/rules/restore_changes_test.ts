import assert from "node:assert/strict";
import fc from "fast-check";
import { draftOf } from "../../../src/rules/history/draft.ts";
import { restoreChanges } from "../../../src/rules/history/restore_changes.ts";
import type { Rule } from "../../../src/rules/rule.ts";
import { ruleWith } from "./arbitraries.ts";

/** Up to six of six ids in any order, with one of three names each. */
const someRules: fc.Arbitrary<Rule[]> = fc.uniqueArray(
  fc.integer({ min: 0, max: 5 }),
).chain((ids) =>
  fc.tuple(
    ...ids.map((id) =>
      fc.constantFrom("a", "b", "c").map((name) =>
        ruleWith({ id: `rule_${id}`, name, then: { counterparty: name } })
      )
    ),
  )
);

Deno.test("what restores an earlier set makes of any later one what it was, and nothing where it is that already", () => {
  fc.assert(fc.property(someRules, someRules, (now, then) => {
    let count = 0;
    const base = { version: 7, rules: now };
    const changes = restoreChanges(
      base,
      { version: 3, rules: then },
      () => `rule_new${count++}`,
    );
    const draft = draftOf(base, changes, new Set());
    assert(draft.ok);
    const { version, rules } = draft.value.set;
    const said = (rules: readonly Rule[]) => rules.map(({ name }) => name);
    assert.deepEqual([version, said(rules)], [8, said(then)]);
    const there = new Set(now.map(({ id }) => id));
    const ids = then.map(({ id }) => id);
    rules.forEach(({ id }, i) => {
      if (there.has(ids[i]!)) assert.equal(id, ids[i]);
      else assert.match(id, /^rule_new/);
    });
    assert.deepEqual(restoreChanges(base, base, () => "rule_x"), []);
  }));
});
