import assert from "node:assert/strict";
import {
  driftSince,
  precisionDrops,
} from "../../../src/processing/quality/drift.ts";

function drops(audited: number, wrong: number, target = 0.95): boolean {
  const count = { source: "rule", audited, wrong } as const;
  return precisionDrops([count], target).length === 1;
}

Deno.test("a precision that the target does not explain has dropped, and no other", () => {
  // P(Bin(100, .05) >= 9) = .063, >= 10: .028
  assert.equal(drops(100, 9), false);
  assert.equal(drops(100, 10), true);
  // P(Bin(1,000, .01) >= 15) = .082, >= 16: .048
  assert.equal(drops(1_000, 15, 0.99), false);
  assert.equal(drops(1_000, 16, 0.99), true);
  // What is right as often as wanted, or more often.
  assert.equal(drops(100, 5), false);
  assert.equal(drops(100, 0), false);
});

Deno.test("one or two wrong audits are no trend, however strict the target", () => {
  assert.equal(drops(1, 1, 0.999), false);
  assert.equal(drops(2, 2, 0.999), false);
  assert.equal(drops(3, 3, 0.999), true);
  assert.equal(drops(0, 0), false);
});

Deno.test("each source is looked at by itself, and only those that dropped are told", () => {
  const good = { source: "rule", audited: 200, wrong: 4 } as const;
  const bad = { source: "similarity", audited: 30, wrong: 6 } as const;
  assert.deepEqual(precisionDrops([good, bad], 0.95), [bad]);
});

Deno.test("thirty days are looked back on", () => {
  assert.equal(
    driftSince("2026-03-31T09:30:00.000Z"),
    "2026-03-01T09:30:00.000Z",
  );
});
