import assert from "node:assert/strict";
import type { RuleId } from "../../../src/kernel/ids.ts";
import { moveRules } from "../../../src/rules/order/move_rules.ts";
import { RULES_MAX, type RuleSet } from "../../../src/rules/rule.ts";
import { ruleWith } from "../../domain/rules/arbitraries.ts";

function setOf(ids: readonly RuleId[]): RuleSet {
  return { version: 7, rules: ids.map((id) => ruleWith({ id })) };
}

Deno.test("every rule of the largest set may stand next to the one before it", () => {
  const ids = Array.from({ length: RULES_MAX }, (_, i): RuleId => `rule_${i}`);
  const after = moveRules(
    setOf(ids),
    ids.slice(1).map((rule_id, i) => ({ rule_id, before: ids[i]! })),
  );
  assert(after.ok);
  assert.deepEqual(after.value.rules.map(({ id }) => id), ids.toReversed());
});
