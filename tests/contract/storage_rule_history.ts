import assert from "node:assert/strict";
import type { Instant } from "../../src/kernel/instant.ts";
import type { RuleOrigin, RuleSet } from "../../src/rules/rule.ts";
import { sampleRule } from "../support/samples.ts";
import { freshTenant } from "./fresh_tenant.ts";
import type { Case } from "./storage.ts";

const EMPTY: RuleSet = { version: 0, rules: [] };
const DAY = {
  1: "2026-02-01T00:00:00.000Z",
  2: "2026-02-02T00:00:00.000Z",
  3: "2026-02-03T00:00:00.000Z",
  4: "2026-02-04T00:00:00.000Z",
  5: "2026-02-05T00:00:00.000Z",
} as const;
const DAYS: readonly Instant[] = Object.values(DAY);

/** What is told of rule sets and rules of the past. */
export function ruleHistoryCases(test: Case): void {
  test("tells which rule set was in force at an instant", async (subject) => {
    const { run } = await freshTenant(subject);
    const versionAt = (at: Instant) => run((tx) => tx.rules.versionAt(at));
    assert.equal(await versionAt(DAY[1]), 0);
    const sets = [1, 2].map((version): RuleSet => ({ version, rules: [] }));
    await run(async (tx) => {
      await tx.rules.replace(EMPTY, sets[0]!, DAY[2]);
      await tx.rules.replace(sets[0]!, sets[1]!, DAY[4]);
    });
    assert.equal(await versionAt(DAY[1]), 0);
    assert.equal(await versionAt("2026-02-01T23:59:59.999Z"), 0);
    assert.equal(await versionAt(DAY[2]), 1);
    assert.equal(await versionAt(DAY[3]), 1);
    assert.equal(await versionAt(DAY[4]), 2);
    assert.equal(await versionAt(DAY[5]), 2);
  });

  test("tells every version of a rule, where a move makes none and a removal an end", async (subject) => {
    const mine = await freshTenant(subject);
    const theirs = await freshTenant(subject);
    const first = sampleRule({ origin: { kind: "import" } });
    const other = sampleRule();
    const changed = { ...first, version: 2, name: "changed", enabled: false };
    const sets: readonly RuleSet[] = [
      EMPTY,
      { version: 1, rules: [first, other] },
      { version: 2, rules: [other, first] },
      { version: 3, rules: [changed, other] },
      { version: 4, rules: [other, changed] },
      { version: 5, rules: [other] },
    ];
    const history = () => mine.run((tx) => tx.rules.history(first.id));
    assert.deepEqual(await history(), []);
    const replaceUpTo = async (version: 2 | 4 | 5) => {
      const { version: now } = await mine.run((tx) => tx.rules.current());
      for (let v = now; v < version; v++) {
        await mine.run((tx) =>
          tx.rules.replace(sets[v]!, sets[v + 1]!, DAYS[v]!)
        );
      }
    };
    await replaceUpTo(2);
    assert.deepEqual(await history(), [
      { rule: first, setFrom: 1, setAt: DAY[1], setTo: null },
    ]);
    const before = { rule: first, setFrom: 1, setAt: DAY[1], setTo: 3 };
    await replaceUpTo(4);
    assert.deepEqual(await history(), [
      { rule: changed, setFrom: 3, setAt: DAY[3], setTo: null },
      before,
    ]);
    await replaceUpTo(5);
    assert.deepEqual(await history(), [
      { rule: changed, setFrom: 3, setAt: DAY[3], setTo: 5 },
      before,
    ]);
    assert.deepEqual(await mine.run((tx) => tx.rules.history(other.id)), [
      { rule: other, setFrom: 1, setAt: DAY[1], setTo: null },
    ]);
    assert.deepEqual(
      await theirs.run((tx) => tx.rules.history(first.id)),
      [],
    );
    assert.equal(await theirs.run((tx) => tx.rules.versionAt(DAY[5])), 0);
  });

  test("keeps what each rule came from", async (subject) => {
    const { run } = await freshTenant(subject);
    const origins: readonly RuleOrigin[] = [
      { kind: "suggestion", suggestion_id: "sug_1" },
      { kind: "override", record_id: "rec_1" },
      { kind: "import" },
    ];
    const rules = [
      ...origins.map((origin) => sampleRule({ origin })),
      sampleRule(),
    ];
    const set = { version: 1, rules };
    await run((tx) => tx.rules.replace(EMPTY, set, DAY[1]));
    const current = await run((tx) => tx.rules.current());
    assert.deepEqual(current, set);
    assert.equal("origin" in current.rules[3]!, false);
    const changed = rules.map((rule) => ({ ...rule, version: 2 }));
    const next = { version: 2, rules: changed };
    await run((tx) => tx.rules.replace(set, next, DAY[2]));
    assert.deepEqual(await run((tx) => tx.rules.current()), next);
    assert.deepEqual(await run((tx) => tx.rules.at(1)), set);
  });

  test("tells the hits of just the rules asked for", async (subject) => {
    const { run } = await freshTenant(subject);
    const [one, two, never] = [sampleRule(), sampleRule(), sampleRule()];
    const hits = new Map([[one.id, 1], [two.id, 2]]);
    await run((tx) => tx.rules.countHits(hits, DAY[1]));
    const asked = [two.id, never.id, two.id];
    assert.deepEqual(await run((tx) => tx.rules.statistics(asked)), [
      { ruleId: two.id, hits: 2, lastHitAt: DAY[1] },
    ]);
    assert.deepEqual(await run((tx) => tx.rules.statistics([])), []);
  });
}
