import assert from "node:assert/strict";
import { problem } from "./http_client.ts";
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

Deno.test("a cursor at a rule that was removed is refused; the list does not start over unasked", async () => {
  const { call } = await openHttpTrial();
  for (const name of ["one", "two", "three"]) {
    await call("POST", `${V1}/rules`, {
      name,
      when: { field: "description", op: "equals", value: name },
      then: { review: true },
    });
  }
  const first = await call("GET", `${V1}/rules?limit=2`);
  const next = `${V1}/rules?cursor=${first.body["next_cursor"]}`;
  const rest = (await call("GET", next)).body["data"]!;
  assert.deepEqual(rest.map((rule) => rule["name"]), ["three"]);
  await call("DELETE", `${V1}/rules/${first.body["data"]![1]!["id"]}`);
  const gone = await call("GET", next);
  assert.deepEqual(
    [gone.status, gone.body],
    [
      422,
      problem(
        "request.cursor_gone",
        422,
        "The list was changed in the meantime; start over",
        {
          errors: [{
            parameter: "cursor",
            detail: "is of an item that is gone; start over without it",
          }],
        },
      ),
    ],
  );
});

Deno.test("a list by id goes on where the item its cursor names was removed", async () => {
  const { call } = await openHttpTrial();
  for (const name of ["a", "b"]) {
    await call("POST", `${V1}/members`, {
      email: `${name}@foxglove.example`,
      name,
      role: "viewer",
    });
  }
  const first = await call("GET", `${V1}/members?limit=2`);
  const last = first.body["data"]![1]!;
  assert.equal(last["name"], "a");
  await call("DELETE", `${V1}/members/${last["id"]}`);
  const rest = await call(
    "GET",
    `${V1}/members?cursor=${first.body["next_cursor"]}`,
  );
  assert.deepEqual(rest.body["data"]!.map((one) => one["name"]), ["b"]);
});
