import assert from "node:assert/strict";
import { monthAfter, monthOf, resetsAt } from "../../src/kernel/month.ts";

Deno.test("a month is the calendar's, in UTC", () => {
  assert.equal(monthOf("2026-03-31T23:59:59.999Z"), "2026-03");
  assert.equal(monthOf("2026-04-01T00:00:00.000Z"), "2026-04");
  assert.equal(monthAfter("2026-11"), "2026-12");
  assert.equal(monthAfter("2026-12"), "2027-01");
  assert.equal(monthAfter("2026-03", -12), "2025-03");
  assert.equal(resetsAt("2026-12"), "2027-01-01T00:00:00.000Z");
});
