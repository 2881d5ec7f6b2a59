import assert from "node:assert/strict";
import fc from "fast-check";
import { RuleCache } from "../../adapters/postgres/rule_cache.ts";
import type { RuleSet } from "../../src/rules/rule.ts";
import { SAMPLE_AT, sampleRule } from "../support/samples.ts";

const LATER = "2026-02-01T00:00:00.000Z";

function setOf(version: number, rules = 1): RuleSet {
  return { version, rules: Array.from({ length: rules }, () => sampleRule()) };
}

const known = (set: RuleSet) => ({ set, setAt: SAMPLE_AT });

Deno.test("a set is found by tenant, version and the instant it was set at", () => {
  const cache = new RuleCache();
  const set = setOf(3);
  assert.equal(cache.keep("ten_1", known(set)), set);
  assert.equal(cache.find("ten_1", 3, SAMPLE_AT), set);
  assert.equal(cache.find("ten_1", 2, SAMPLE_AT), undefined);
  assert.equal(cache.find("ten_1", 3, LATER), undefined);
  assert.equal(cache.find("ten_2", 3, SAMPLE_AT), undefined);
  assert.equal(cache.upTo("ten_2", 3), undefined);
});

Deno.test("of two who read a set at once the later gets the earlier's object", () => {
  const cache = new RuleCache();
  const set = setOf(1);
  cache.keep("ten_1", known(set));
  assert.equal(cache.keep("ten_1", known(setOf(1))), set);
});

Deno.test("a set of the same version from another history takes the place of the first", () => {
  const cache = new RuleCache();
  cache.keep("ten_1", known(setOf(1)));
  const other = setOf(1);
  cache.keep("ten_1", { set: other, setAt: LATER });
  assert.equal(cache.find("ten_1", 1, LATER), other);
  assert.equal(cache.find("ten_1", 1, SAMPLE_AT), undefined);
});

Deno.test("a tenant keeps the two sets that it used last, and goes on from the latest that fits", () => {
  const cache = new RuleCache();
  const [one, two, three] = [setOf(1), setOf(2), setOf(3)];
  cache.keep("ten_1", known(one));
  cache.keep("ten_1", known(two));
  assert.equal(cache.find("ten_1", 1, SAMPLE_AT), one);
  cache.keep("ten_1", known(three));
  assert.equal(cache.find("ten_1", 2, SAMPLE_AT), undefined);
  assert.equal(cache.upTo("ten_1", 9)?.set, three);
  assert.equal(cache.upTo("ten_1", 2)?.set, one);
  assert.equal(cache.upTo("ten_1", 0), undefined);
});

Deno.test("the tenant that was not used for longest makes room", () => {
  const cache = new RuleCache(12);
  const [a, b, c] = [setOf(1, 3), setOf(1, 3), setOf(1, 4)];
  cache.keep("ten_a", known(a));
  cache.keep("ten_b", known(b));
  assert.equal(cache.find("ten_a", 1, SAMPLE_AT), a);
  cache.keep("ten_c", known(c));
  assert.equal(cache.find("ten_b", 1, SAMPLE_AT), undefined);
  assert.equal(cache.find("ten_a", 1, SAMPLE_AT), a);
  assert.equal(cache.find("ten_c", 1, SAMPLE_AT), c);
});

Deno.test("whatever is kept in whatever order, no more than the bound stays", () => {
  const MAX = 30;
  const steps = fc.array(
    fc.tuple(fc.nat(4), fc.integer({ min: 1, max: 4 }), fc.nat(MAX + 5)),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(steps, (all) => {
      const cache = new RuleCache(MAX);
      for (const [tenant, version, rules] of all) {
        cache.keep(`ten_${tenant}`, known(setOf(version, rules)));
        let size = 0;
        for (let t = 0; t <= 4; t++) {
          for (let v = 1; v <= 4; v++) {
            size += cache.upTo(`ten_${t}`, v)?.set.version === v
              ? cache.upTo(`ten_${t}`, v)!.set.rules.length + 1
              : 0;
          }
        }
        assert(size <= MAX);
      }
    }),
    { numRuns: 50 },
  );
});
