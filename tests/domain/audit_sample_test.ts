import assert from "node:assert/strict";
import fc from "fast-check";
import type { RecordId } from "../../src/kernel/ids.ts";
import { auditSample } from "../../src/processing/audit_sample.ts";

const batch = (n: number, from = 0): readonly RecordId[] =>
  Array.from({ length: n }, (_, i) => `rec_${from + i}` as const);

Deno.test("a batch's audits are a sample of it, of the size that the rate asks for, whatever its order", () => {
  const ids = fc.uniqueArray(fc.nat({ max: 1e6 }), {
    minLength: 1,
    maxLength: 80,
  }).map((numbers) => numbers.map((n): RecordId => `rec_${n}`));
  const rate = fc.double({ min: 0.001, max: 1, noNaN: true });
  fc.assert(
    fc.property(ids, rate, fc.boolean(), (settled, rate, atLeastOne) => {
      const { recordIds, inclusion } = auditSample(settled, rate, atLeastOne);
      const expected = Math.max(
        atLeastOne || settled.length >= 20 ? 1 : 0,
        rate * settled.length,
      );
      assert(Math.abs(inclusion - expected / settled.length) < 1e-12);
      assert(recordIds.isSubsetOf(new Set(settled)));
      assert(
        recordIds.size === Math.floor(expected) ||
          recordIds.size === Math.ceil(expected),
      );
      assert.deepEqual(
        auditSample(settled.toReversed(), rate, atLeastOne),
        { recordIds, inclusion },
      );
    }),
    { numRuns: 200 },
  );
});

Deno.test("a rate of 1 audits everything, and 0 nothing, not even the first", () => {
  const all = auditSample(batch(7), 1, false);
  assert.deepEqual(
    all.recordIds.symmetricDifference(new Set(batch(7))).size,
    0,
  );
  assert.equal(all.inclusion, 1);
  assert.deepEqual(auditSample(batch(50), 0, true), {
    recordIds: new Set(),
    inclusion: 0,
  });
  assert.equal(auditSample([], 0.05, true).recordIds.size, 0);
});
