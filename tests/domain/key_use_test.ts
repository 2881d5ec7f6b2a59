import assert from "node:assert/strict";
import type { Instant } from "../../src/kernel/instant.ts";
import { type KeyUse, PendingKeyUses } from "../../src/tenancy/key_use.ts";

const at = (time: string): Instant => `2026-01-02T${time}Z` as Instant;

function use(time: string, given: Partial<KeyUse> = {}): KeyUse {
  return { tenantId: "ten_a", keyId: "key_a", at: at(time), ...given };
}

Deno.test("of one key a use is pending once in a minute, of different keys and tenants each", () => {
  const pending = new PendingKeyUses();
  assert(pending.isEmpty);
  const noted = [
    use("10:00:00.000"),
    use("10:00:00.001"),
    use("10:00:30.000", { keyId: "key_b" }),
    use("10:00:31.000", { tenantId: "ten_b" }),
    use("10:00:59.999"),
    use("10:01:00.000"),
    use("10:01:00.500"),
  ];
  for (const one of noted) pending.note(one);
  assert(!pending.isEmpty);
  assert.deepEqual(pending.take(at("10:01:01.000")), [
    noted[0],
    noted[2],
    noted[3],
    noted[5],
  ]);
  assert(pending.isEmpty);
});

Deno.test("what was taken holds for its minute, and what was put back is pending again", () => {
  const pending = new PendingKeyUses();
  const first = use("10:00:00.000");
  pending.note(first);
  const taken = pending.take(at("10:00:05.000"));
  pending.note(use("10:00:59.999"));
  assert(pending.isEmpty);
  pending.putBack(taken);
  const later = use("10:01:00.000");
  pending.note(later);
  assert.deepEqual(pending.take(at("10:01:05.000")), [first, later]);
});

Deno.test("a clock that goes back adds nothing", () => {
  const pending = new PendingKeyUses();
  pending.note(use("10:05:00.000"));
  pending.take(at("10:05:01.000"));
  pending.note(use("10:00:00.000"));
  assert(pending.isEmpty);
});
