import assert from "node:assert/strict";
import type { RecordId } from "../../src/kernel/ids.ts";
import { auditSample } from "../../src/processing/audit_sample.ts";

const batch = (n: number, from = 0): readonly RecordId[] =>
  Array.from({ length: n }, (_, i) => `rec_${from + i}` as const);

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
