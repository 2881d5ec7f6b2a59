import assert from "node:assert/strict";
import { problem } from "./http_client.ts";
import { openHttpTrial } from "./http_trial.ts";
import { record, RECORDS } from "./refuses_records.ts";

Deno.test("a cycle of category parents is refused at its place", async () => {
  const { call } = await openHttpTrial();
  const make = async (name: string, parent_id: unknown = null) =>
    (await call("POST", "/api/v1/categories", { name, parent_id })).body["id"]!;
  const top = await make("Travel");
  const below = await make("Rail", top);
  const cycle = await call("PATCH", `/api/v1/categories/${top}`, {
    parent_id: below,
  });
  assert.equal(cycle.status, 422);
  assert.deepEqual(
    cycle.body,
    problem(
      "category.cycle",
      422,
      "A category cannot be its own ancestor",
      {
        errors: [{
          pointer: "/parent_id",
          detail: "is the category itself or one below it",
        }],
      },
    ),
  );
});

Deno.test("a pattern that blows up a backtracking engine is kept and harmless", async () => {
  const { call, runJobs } = await openHttpTrial();
  const made = await call("POST", "/api/v1/rules", {
    name: "evil",
    when: { field: "description", op: "matches", value: "(a+)+$" },
    then: { review: true },
  });
  assert.equal(made.status, 201);
  const description = `${"a".repeat(900)}!`;
  const { body } = await call("POST", RECORDS, {
    records: [record({ description })],
  });
  await runJobs();
  const read = await call("GET", `${RECORDS}/${body["record_ids"]![0]}`);
  assert.equal(read.body["status"], "processed");
});

Deno.test("patterns that no linear engine has are refused at their place", async () => {
  const { call } = await openHttpTrial();
  const answer = await call("POST", "/api/v1/rules", {
    name: "backreference",
    when: {
      all: [{ field: "description", op: "matches", value: "(a)\\1" }],
    },
    then: { review: true },
  });
  assert.equal(answer.status, 422);
  assert.equal(
    answer.body["errors"]![0]!["pointer"],
    "/when/all/0/value",
  );
});
