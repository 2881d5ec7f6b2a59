import assert from "node:assert/strict";
import fc from "fast-check";
import { riskOfEach } from "../../../../src/rules/suggestions/false_discoveries.ts";
import { precisionBound } from "../../../../src/rules/suggestions/precision_bound.ts";

const settings = { lookedAt: 1, precisionMin: 0.9, risk: 0.05 };
const allRight = (tried: number) => ({ right: tried, tried });

Deno.test("one that was looked at alone is taken at the whole risk", () => {
  assert.equal(riskOfEach([allRight(29)], settings), 0.05);
});

Deno.test("the risk is parted by the share of those looked at that is kept", () => {
  // 0.9^29 is 0.047, 0.9^60 is 0.0018: of ten looked at, two of 60 are kept and the one of 29 is not.
  const seen = [allRight(60), allRight(29), allRight(60)];
  assert.equal(
    riskOfEach(seen, { ...settings, lookedAt: 10 }),
    0.05 * (2 / 10),
  );
});

Deno.test("a weak one is kept where most are strong", () => {
  const seen = [...Array(19).fill(allRight(200)), allRight(29)];
  assert.equal(riskOfEach(seen, { ...settings, lookedAt: 20 }), 0.05);
});

Deno.test("where none is kept, no bound reaches the minimum", () => {
  const risk = riskOfEach([allRight(29)], { ...settings, lookedAt: 1_000 });
  assert(precisionBound(allRight(29), risk) < 0.9);
});

Deno.test("looking at more never raises the risk of each", () => {
  const seen = fc.array(fc.integer({ min: 1, max: 300 }).map(allRight));
  fc.assert(fc.property(seen, fc.nat(500), fc.nat(500), (seen, n, more) => {
    const lookedAt = seen.length + n;
    const risk = riskOfEach(seen, { ...settings, lookedAt });
    assert(risk <= 0.05);
    assert(
      riskOfEach(seen, { ...settings, lookedAt: lookedAt + more }) <= risk,
    );
  }));
});
