import assert from "node:assert/strict";
import fc from "fast-check";
import type { RuleHit } from "../../../src/rules/overridden_rule.ts";
import {
  FLAG_HITS,
  FLAG_OVERRIDES,
  flaggedAt,
  noteOverrides,
  type RuleOverrides,
} from "../../../src/rules/rule_overrides.ts";

const ID = "rule_1";
const NOW = "2026-03-01T00:00:00.000Z";

/** One override of `version`, at so many hits, while version `inForce` is there; null: the rule was removed. */
type Moment = {
  readonly hits: number;
  readonly version: number;
  readonly inForce: number | null;
};

/** Notes one moment after the other, each with `batch` overrides. */
function noted(moments: readonly Moment[], batch = 1) {
  let kept: RuleOverrides | undefined;
  const flaggedVersions: unknown[] = [];
  for (const { hits, version, inForce } of moments) {
    const hit: RuleHit = { rule_id: ID, version };
    const { overrides: [after], facts } = noteOverrides(
      Array.from({ length: batch }, () => hit),
      {
        inForce: new Map(inForce === null ? [] : [[ID, { version: inForce }]]),
        hits: new Map([[ID, hits]]),
        kept: new Map(kept ? [[ID, kept]] : []),
      },
      NOW,
    );
    kept = after;
    flaggedVersions.push(
      ...facts.map(({ payload }) =>
        "rule_version" in payload ? payload.rule_version : null
      ),
    );
  }
  return { kept, flaggedVersions };
}

const at = (...hits: number[]) =>
  hits.map((hits) => ({ hits, version: 1, inForce: 1 }));

Deno.test("three overrides within twenty hits flag a rule, in one more hit they do not", () => {
  assert.deepEqual(noted(at(10, 15, 29)), {
    kept: {
      id: ID,
      version: 1,
      ruleVersion: 1,
      total: 3,
      marks: [10, 15, 29],
      flaggedAt: NOW,
    },
    flaggedVersions: [1],
  });
  const rare = noted(at(10, 15, 30));
  assert.deepEqual([rare.kept?.flaggedAt, rare.flaggedVersions], [null, []]);
  assert.deepEqual(noted(at(10, 15, 30, 34)).kept?.marks, [10, 15, 30, 34]);
  assert.deepEqual(noted(at(10, 15, 30, 34)).flaggedVersions, [1]);
});

Deno.test("three overrides in one batch are three", () => {
  assert.deepEqual(noted(at(500), 3).flaggedVersions, [1]);
  assert.deepEqual(noted(at(500), 2).flaggedVersions, []);
});

Deno.test("a version is told of once, and the next starts anew", () => {
  const changed = [7, 8, 9].map((hits) => ({ hits, version: 2, inForce: 2 }));
  assert.deepEqual(noted(at(1, 2, 3, 4, 5)).flaggedVersions, [1]);
  const { kept } = noted([...at(1, 2, 3), ...changed.slice(0, 2)]);
  assert.deepEqual(
    [kept?.total, kept?.marks, kept?.flaggedAt],
    [5, [7, 8], null],
  );
  const all = noted([...at(1, 2, 3), ...changed]);
  assert.deepEqual(all.flaggedVersions, [1, 2]);
});

Deno.test("overrides of an earlier version, or of a rule that is gone, add to the total alone", () => {
  const late = [5, 5, 5].map((hits) => ({ hits, version: 1, inForce: 2 }));
  assert.deepEqual(noted(late).kept, {
    id: ID,
    version: 1,
    ruleVersion: 2,
    total: 3,
    marks: [],
    flaggedAt: null,
  });
  const gone = [5, 5, 5].map((hits) => ({ hits, version: 1, inForce: null }));
  const { kept, flaggedVersions } = noted(gone);
  assert.deepEqual(
    [kept?.total, kept?.marks, kept?.flaggedAt, flaggedVersions],
    [3, [], null, []],
  );
});

Deno.test("a flag counts only while the rule is as it was", () => {
  const { kept } = noted(at(1, 2, 3));
  assert.equal(flaggedAt({ version: 1 }, kept), NOW);
  assert.equal(flaggedAt({ version: 2 }, kept), null);
  assert.equal(flaggedAt({ version: 1 }, undefined), null);
});

/** Rules only gain hits and versions; an override is of the version in force or of an earlier one. */
const histories = fc.array(
  fc.record({
    hits: fc.nat(12),
    changes: fc.nat(9).map((n) => n === 0 ? 1 : 0),
    late: fc.nat(5).map((n) => n === 0),
  }),
  { maxLength: 25 },
).map((steps) => {
  let [hits, inForce] = [1, 1];
  return steps.map((step): Moment => {
    hits += step.hits;
    inForce += step.changes;
    const version = step.late ? Math.max(1, inForce - 1) : inForce;
    return { hits, inForce, version };
  });
});

Deno.test("a version is flagged just when some three of its overrides fall within twenty hits", () => {
  fc.assert(fc.property(histories, (moments) => {
    const { kept, flaggedVersions } = noted(moments);
    const timely = moments.filter((one) => one.version === one.inForce);
    const expected = new Set(
      timely.filter(({ hits, version }) =>
        timely.filter((one) =>
          one.version === version && one.hits <= hits &&
          hits - one.hits < FLAG_HITS
        ).length >= FLAG_OVERRIDES
      ).map(({ version }) => version),
    );
    assert.deepEqual(flaggedVersions, [...expected]);
    assert.equal(kept?.total ?? 0, moments.length);
  }));
});
