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

Deno.test("over many batches each record is drawn with the chance that is told", () => {
  const drawn = { small: 0, middle: 0, large: 0 };
  const places = Array.from({ length: 30 }, () => 0);
  const rounds = 1_500;
  for (let i = 0; i < rounds; i++) {
    drawn.small += auditSample(batch(3, i * 3), 0.05, false).recordIds.size;
    drawn.middle += auditSample(batch(25, i * 25), 0.01, false).recordIds.size;
    const large = auditSample(batch(30, i * 30), 0.05, false).recordIds;
    drawn.large += large.size;
    for (const id of large) places[Number(id.slice(4)) - i * 30]!++;
  }
  // Expected 225, exactly 1,500 (one of 20 or more at least), 2,250; four standard deviations wide.
  assert(Math.abs(drawn.small - 225) < 60, `${drawn.small}`);
  assert.equal(drawn.middle, rounds);
  assert.equal(auditSample(batch(25), 0.01, false).inclusion, 1 / 25);
  assert(Math.abs(drawn.large - 2_250) < 80, `${drawn.large}`);
  // No place in a batch is favoured: 75 each.
  assert(places.every((n) => Math.abs(n - 75) < 35), places.join(" "));
});
