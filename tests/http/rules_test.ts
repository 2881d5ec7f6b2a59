import assert from "node:assert/strict";
import { openHttpTrial } from "./http_trial.ts";
import { seed } from "./seeded.ts";

const V1 = "/api/v1";

Deno.test("a rule whose category was archived can be renamed and switched off, but not set to it anew", async () => {
  const { call, runJobs } = await openHttpTrial();
  const { cat, rule } = await seed(call, runJobs, "Foxglove");
  await call("PATCH", `${V1}/categories/${cat}`, { archived: true });
  const path = `${V1}/rules/${rule}`;
  const off = await call("PATCH", path, { enabled: false, name: "old" });
  assert.deepEqual([off.status, off.body["enabled"], off.body["name"]], [
    200,
    false,
    "old",
  ]);
  const anew = await call("PATCH", path, { then: { category_id: cat } });
  assert.deepEqual([anew.status, anew.body["type"]], [
    422,
    "https://balance.invalid/problems#rule.unknown_category",
  ]);
});
