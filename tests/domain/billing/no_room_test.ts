import assert from "node:assert/strict";
import { tryAgainAt } from "../../../src/billing/no_room.ts";
import { billingFailures } from "../../../src/billing/billing_account.ts";
import { accessFailures } from "../../../src/tenancy/access.ts";

const full = billingFailures.limit_reached({
  what: "records",
  resets_at: "2026-02-01T00:00:00.000Z",
});

Deno.test("what found no room is tried with the next day", () => {
  const at = "2026-01-30T23:59:59.999Z";
  assert.equal(tryAgainAt(full, at), "2026-01-31T00:00:00.000Z");
  const unpaid = accessFailures.suspended();
  assert.equal(tryAgainAt(unpaid, at), "2026-01-31T00:00:00.000Z");
});

Deno.test("what found no room in the last moment of a month is tried at once where the next has begun", () => {
  const last = "2026-01-31T23:59:59.999Z";
  assert.equal(tryAgainAt(full, last), "2026-02-01T00:00:00.000Z");
  const next = "2026-02-01T00:00:00.001Z";
  assert.equal(tryAgainAt(full, next), "2026-02-01T00:00:00.000Z");
});
