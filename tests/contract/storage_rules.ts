import assert from "node:assert/strict";
import type { RuleId } from "../../src/kernel/ids.ts";
import { ok } from "../../src/kernel/result.ts";
import type { Rule, RuleSet } from "../../src/rules/rule.ts";
import { SAMPLE_AT, sampleRule } from "../support/samples.ts";
import { freshTenant } from "./fresh_tenant.ts";
import type { Case } from "./storage.ts";

const EMPTY: RuleSet = { version: 0, rules: [] };

export function ruleCases(test: Case): void {
  test("starts with an empty rule set of version 0", async (subject) => {
    const { run } = await freshTenant(subject);
    assert.deepEqual(await run((tx) => tx.rules.current()), EMPTY);
    assert.deepEqual(await run((tx) => tx.rules.at(0)), EMPTY);
    assert.equal(await run((tx) => tx.rules.at(1)), undefined);
  });

  test("gives every earlier rule set exactly as it was", async (subject) => {
    const { run, categories: [category] } = await freshTenant(subject);
    const first = sampleRule({
      name: "טיולים ✈️",
      then: { category_id: category.id, attributes: { unit: "Büro" } },
    });
    const second = sampleRule({
      when: { any: [{ all: [] }, { not: { any: [] } }] },
      continue: true,
    });
    const changed = { ...first, version: 2, enabled: false };
    const sets: RuleSet[] = [
      EMPTY,
      { version: 1, rules: [first] },
      { version: 2, rules: [first, second] },
      { version: 3, rules: [second, first] },
      { version: 4, rules: [second, changed] },
      { version: 5, rules: [changed] },
      { version: 6, rules: [] },
    ];
    for (const [i, after] of sets.slice(1).entries()) {
      await run((tx) => tx.rules.replace(sets[i]!, after, SAMPLE_AT));
      assert.deepEqual(await run((tx) => tx.rules.current()), after);
    }
    for (const set of sets) {
      assert.deepEqual(await run((tx) => tx.rules.at(set.version)), set);
    }
    assert.equal(await run((tx) => tx.rules.at(7)), undefined);
  });

  test("refuses to replace a rule set that is no longer in force", async (subject) => {
    const { run } = await freshTenant(subject);
    const set = { version: 1, rules: [sampleRule()] };
    await run((tx) => tx.rules.replace(EMPTY, set, SAMPLE_AT));
    const late = { version: 1, rules: [sampleRule()] };
    await assert.rejects(
      run((tx) => tx.rules.replace(EMPTY, late, SAMPLE_AT)),
    );
    assert.deepEqual(await run((tx) => tx.rules.current()), set);
  });

  test("loses no rule when twenty are added at once", async (subject) => {
    const { run, permit } = await freshTenant(subject);
    const rules = Array.from({ length: 20 }, () => sampleRule());
    const add = (rule: Rule) =>
      subject.uow.run(permit, async (tx) => {
        const before = await tx.rules.current();
        const after = {
          version: before.version + 1,
          rules: [...before.rules, rule],
        };
        await tx.rules.replace(before, after, SAMPLE_AT);
        return ok(null);
      });
    await Promise.all(rules.map(add));
    const current = await run((tx) => tx.rules.current());
    assert.equal(current.version, 20);
    assert.deepEqual(
      new Set(current.rules.map(({ id }) => id)),
      new Set(rules.map(({ id }) => id)),
    );
  });

  test("adds up the hits of each rule", async (subject) => {
    const { run } = await freshTenant(subject);
    const rules = [sampleRule(), sampleRule(), sampleRule()];
    await run((tx) =>
      tx.rules.replace(EMPTY, { version: 1, rules }, SAMPLE_AT)
    );
    const [one, two, never] = rules.map(({ id }) => id);
    assert.deepEqual(await run((tx) => tx.rules.statistics()), []);
    const hits = new Map<RuleId, number>([[one!, 2], [two!, 1]]);
    await Promise.all(
      Array.from(
        { length: 10 },
        () => run((tx) => tx.rules.countHits(hits, SAMPLE_AT)),
      ),
    );
    const later = "2026-05-01T00:00:00.000Z";
    await run((tx) => tx.rules.countHits(new Map([[two!, 5]]), later));
    const statistics = await run((tx) => tx.rules.statistics());
    assert.deepEqual(
      statistics.toSorted((a, b) => a.ruleId < b.ruleId ? -1 : 1),
      [
        { ruleId: one, hits: 20, lastHitAt: SAMPLE_AT },
        { ruleId: two, hits: 15, lastHitAt: later },
      ],
    );
    assert(statistics.every(({ ruleId }) => ruleId !== never));
  });

  test("still tells the hits of a rule that was removed", async (subject) => {
    const { run } = await freshTenant(subject);
    const rule = sampleRule();
    const set = { version: 1, rules: [rule] };
    await run(async (tx) => {
      await tx.rules.replace(EMPTY, set, SAMPLE_AT);
      await tx.rules.countHits(new Map([[rule.id, 3]]), SAMPLE_AT);
    });
    await run((tx) =>
      tx.rules.replace(set, { version: 2, rules: [] }, SAMPLE_AT)
    );
    assert.deepEqual(await run((tx) => tx.rules.statistics()), [
      { ruleId: rule.id, hits: 3, lastHitAt: SAMPLE_AT },
    ]);
  });
}
