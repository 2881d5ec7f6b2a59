import assert from "node:assert/strict";
import fc from "fast-check";
import type { CategoryId, RuleId } from "../../../src/kernel/ids.ts";
import { ok, type Result } from "../../../src/kernel/result.ts";
import { draftOf, type RuleChange } from "../../../src/rules/history/draft.ts";
import { setsOpenCategory } from "../../../src/rules/new_rule.ts";
import {
  type Rule,
  type RuleDefinition,
  type RuleSet,
} from "../../../src/rules/rule.ts";
import {
  addRule,
  changeRule,
  removeRule,
  reorderRules,
} from "../../../src/rules/rule_changes.ts";
import { ruleWith } from "../../domain/rules/arbitraries.ts";

const OPEN: ReadonlySet<CategoryId> = new Set(["cat_a", "cat_b"]);

const then = fc.constantFrom(
  ...["cat_a", "cat_b", "cat_a", "cat_b", "cat_archived"].map((category_id) =>
    ({ category_id }) as Rule["then"]
  ),
  { review: true } as const,
);
const ruleId = fc.constantFrom<RuleId>(
  ...["rule_0", "rule_1", "rule_2", "rule_new_0", "rule_new_1"] as const,
);
const position = fc.option(fc.nat(6));
const change: fc.Arbitrary<RuleChange> = fc.oneof(
  fc.record({ name: fc.constantFrom("a", "b"), then, position })
    .map(({ name, then, position }) => ({
      op: "create" as const,
      rule_id: "rule_new_0" as const,
      rule: definitionOf({ name, then }),
      position,
    })),
  fc.record({
    op: fc.constant("change" as const),
    rule_id: ruleId,
    change: fc.record(
      { name: fc.constantFrom("c", "d"), then, enabled: fc.boolean() },
      { requiredKeys: [] },
    ),
  }),
  fc.record({ op: fc.constant("remove" as const), rule_id: ruleId }),
  fc.record({
    op: fc.constant("reorder" as const),
    rule_ids: fc.shuffledSubarray<RuleId>(["rule_0", "rule_1", "rule_2"], {
      minLength: 2,
    }),
  }),
);
/** Changes as asked for: each new rule has an id that no other has. */
const changes = fc.array(change, { minLength: 1, maxLength: 5 }).map((list) =>
  list.map((one, i) =>
    one.op === "create" ? { ...one, rule_id: `rule_new_${i}` as const } : one
  )
);

Deno.test("changes made in a draft are the same changes made one by one, but for the set's version", () => {
  const seen = { made: 0, refused: 0 };
  fc.assert(
    fc.property(changes, (changes) => {
      const base = baseSet();
      const draft = draftOf(base, changes, OPEN);
      let set = base;
      for (const [index, change] of changes.entries()) {
        const next = oneStep(set, change);
        if (!next.ok) {
          assert(!draft.ok);
          assert(draft.failure.flaws.length > 0);
          for (const { pointer } of draft.failure.flaws) {
            assert(`${pointer}/`.startsWith(`/changes/${index}/`), pointer);
          }
          seen.refused++;
          return;
        }
        set = next.value;
      }
      assert(draft.ok);
      assert.deepEqual(draft.value.set, {
        version: base.version + 1,
        rules: set.rules,
      });
      seen.made++;
    }),
    { numRuns: 1_000 },
  );
  assert(seen.made > 100 && seen.refused > 100, JSON.stringify(seen));
});

Deno.test("a draft's facts lead from the old rules to the new, one for each change, all of one version", () => {
  fc.assert(
    fc.property(changes, (changes) => {
      const base = baseSet();
      const draft = draftOf(base, changes, OPEN);
      if (!draft.ok) return;
      assert.deepEqual(
        draft.value.facts.map(({ type, payload }) => [
          type,
          (payload as Record<string, unknown>)["ruleset_version"],
        ]),
        changes.map(({ op }) => [FACT_OF[op], base.version + 1]),
      );
      const told = new Map(base.rules.map(({ id, name }) => [id, name]));
      for (const { type, payload } of draft.value.facts) {
        if (type === "RULE_CREATED" || type === "RULE_UPDATED") {
          if (type === "RULE_UPDATED") {
            assert.equal(payload.before["name"], told.get(payload.rule_id));
          }
          told.set(payload.rule_id, payload.after["name"] as string);
        }
        if (type === "RULE_REMOVED") told.delete(payload.rule_id);
      }
      const { rules } = draft.value.set;
      assert.deepEqual(told, new Map(rules.map((one) => [one.id, one.name])));
    }),
    { numRuns: 500 },
  );
});

const FACT_OF = {
  create: "RULE_CREATED",
  change: "RULE_UPDATED",
  remove: "RULE_REMOVED",
  reorder: "RULES_REORDERED",
} as const;

function baseSet(): RuleSet {
  const ids = ["rule_0", "rule_1", "rule_2"] as const;
  return { version: 7, rules: ids.map((id) => ruleWith({ id, name: id })) };
}

function oneStep(set: RuleSet, change: RuleChange): Result<RuleSet, unknown> {
  switch (change.op) {
    case "create": {
      const rule = { ...change.rule, id: change.rule_id, version: 1 };
      const fits = setsOpenCategory(rule, OPEN);
      return fits.ok ? addRule(set, rule, change.position) : fits;
    }
    case "change": {
      const made = changeRule(set, change.rule_id, change.change);
      const rule = made.ok && change.change.then !== undefined &&
        made.value.rules.find(({ id }) => id === change.rule_id);
      const fits = rule ? setsOpenCategory(rule, OPEN) : ok(null);
      return fits.ok ? made : fits;
    }
    case "remove":
      return removeRule(set, change.rule_id);
    case "reorder":
      return reorderRules(set, change.rule_ids);
  }
}

function definitionOf(parts: Partial<RuleDefinition>): RuleDefinition {
  const { id: _, version: __, ...definition } = ruleWith(parts);
  return definition;
}
