import assert from "node:assert/strict";
import { openHttpTrial } from "./http_trial.ts";

const V1 = "/api/v1";

Deno.test("a rule tells how often it was overridden, and that it was flagged, until it is changed", async () => {
  const { call, clock, runJobs } = await openHttpTrial();
  const category = async (name: string) =>
    (await call("POST", `${V1}/categories`, { name })).body["id"]!;
  const [fuel, office] = [await category("Fuel"), await category("Office")];
  const made = await call("POST", `${V1}/rules`, {
    name: "all is fuel",
    when: { field: "description", op: "contains", value: "tallow" },
    then: { category_id: fuel },
  });
  const told = ({ body }: typeof made) =>
    [body["hits"], body["overridden"], body["flagged_at"]] as unknown[];
  assert.deepEqual(told(made), [0, 0, null]);
  const pushed = await call("POST", `${V1}/records`, {
    records: ["a", "b", "c", "d"].map((external_id) => ({
      external_id,
      description: "Tallow & Reed",
    })),
  });
  await runJobs();
  const path = `${V1}/rules/${made.body["id"]}`;
  const overrides: unknown[] = [];
  for (const id of pushed.body["record_ids"]!.slice(0, 3)) {
    await call("PATCH", `${V1}/records/${id}`, { category_id: office });
    overrides.push(told(await call("GET", path)));
  }
  assert.deepEqual(overrides, [
    [4, 1, null],
    [4, 2, null],
    [4, 3, clock.now()],
  ]);
  const listed = async () => (await call("GET", `${V1}/rules`)).body["data"]!;
  const [shown] = await listed();
  assert.deepEqual(
    [shown!["overridden"], shown!["flagged_at"]],
    [3, clock.now()],
  );
  const log = await call("GET", `${V1}/events?type=RULE_FLAGGED`);
  assert.deepEqual(log.body["data"]!.map((event) => event["payload"]), [{
    rule_id: made.body["id"],
    rule_version: 1,
    overridden: 3,
    hits: 4,
  }]);
  await call("PATCH", path, { name: "really" });
  assert.deepEqual(told(await call("GET", path)), [4, 3, null]);
});
