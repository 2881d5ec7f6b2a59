import assert from "node:assert/strict";
import { readPlans } from "../../src/billing/read_plans.ts";

Deno.test("docs/plans.json can be used as it is", async () => {
  const file = new URL("../../docs/plans.json", import.meta.url);
  const plans = readPlans(await Deno.readTextFile(file));
  assert.deepEqual(
    plans.ok && plans.value.plans.map(({ id }) => id),
    ["free", "team", "scale"],
  );
});
