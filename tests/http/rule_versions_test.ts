import assert from "node:assert/strict";
import { invalid, problem } from "./http_client.ts";
import { openHttpTrial } from "./http_trial.ts";

const V1 = "/api/v1";
const when = { field: "description", op: "contains", value: "shell" };

async function trialWithVersions() {
  const trial = await openHttpTrial();
  const { call, clock } = trial;
  const make = async (name: string) => {
    const rule = { name, when, then: { review: true } };
    return (await call("POST", `${V1}/rules`, rule)).body["id"]!;
  };
  const a = await make("a");
  clock.set("2026-02-01T00:00:00.000Z");
  const b = await make("b");
  clock.set("2026-03-01T00:00:00.000Z");
  await call("PATCH", `${V1}/rules/${a}`, { name: "a anew" });
  await call("PUT", `${V1}/rules/order`, { rule_ids: [b, a] });
  clock.set("2026-04-01T00:00:00.000Z");
  await call("DELETE", `${V1}/rules/${a}`);
  return { ...trial, a, b };
}

Deno.test("the rules are listed as they were at a time, and in a version", async () => {
  const { call } = await trialWithVersions();
  const names = async (query: string) => {
    const { status, body, headers } = await call("GET", `${V1}/rules${query}`);
    return [
      status,
      body["ruleset_version"],
      headers.get("etag"),
      body["data"]!.map((rule) => rule["name"]),
    ];
  };
  assert.deepEqual(await names(""), [200, 5, '"5"', ["b"]]);
  assert.deepEqual(await names("?at=2026-03-31T23:59:59Z"), [
    ...[200, 4, '"4"'],
    ["b", "a anew"],
  ]);
  assert.deepEqual(await names("?at=2026-02-01"), [200, 2, '"2"', ["a", "b"]]);
  assert.deepEqual(await names("?at=2000-01-01"), [200, 0, '"0"', []]);
  assert.deepEqual(await names("?ruleset_version=3"), [
    ...[200, 3, '"3"'],
    ["a anew", "b"],
  ]);
  const gone = await call("GET", `${V1}/rules?ruleset_version=6`);
  assert.deepEqual(
    [gone.status, gone.body],
    [
      404,
      problem("rule.set_missing", 404, "The rules have no such version", {
        ruleset_version: 6,
      }),
    ],
  );
  const both = await call("GET", `${V1}/rules?ruleset_version=3&at=2026-01-01`);
  assert.deepEqual(
    [both.status, both.body],
    [
      422,
      invalid({ parameter: "ruleset_version", detail: "does not go with at" }),
    ],
  );
});

Deno.test("every version of a rule is told with the sets that it stood in, also when it is gone", async () => {
  const { call, a, b } = await trialWithVersions();
  const rule = (id: string, version: number, name: string) => ({
    ...{ id, version, name, enabled: true, when, then: { review: true } },
    continue: false,
    origin: { kind: "person" },
  });
  const gone = await call("GET", `${V1}/rules/${a}/versions`);
  assert.deepEqual([gone.status, gone.body], [200, {
    data: [
      {
        rule: rule(a, 2, "a anew"),
        set_at: "2026-03-01T00:00:00.000Z",
        ruleset_from: 3,
        ruleset_to: 5,
      },
      {
        rule: rule(a, 1, "a"),
        set_at: "2026-01-02T03:04:05.000Z",
        ruleset_from: 1,
        ruleset_to: 3,
      },
    ],
  }]);
  const kept = await call("GET", `${V1}/rules/${b}/versions`);
  assert.deepEqual(kept.body as unknown, {
    data: [{
      rule: rule(b, 1, "b"),
      set_at: "2026-02-01T00:00:00.000Z",
      ruleset_from: 2,
      ruleset_to: null,
    }],
  });
});

Deno.test("a rule that never was, or is another tenant's, has no versions", async () => {
  const { call, as, stranger, a } = await trialWithVersions();
  const never = "rule_01kx2m6v9dfk3tqz8w5y7r4b1c";
  const missing = (rule_id: string) =>
    problem("rule.missing", 404, "No such rule", { rule_id });
  const unknown = await call("GET", `${V1}/rules/${never}/versions`);
  assert.deepEqual([unknown.status, unknown.body], [404, missing(never)]);
  const foreign = await as(await stranger())(
    "GET",
    `${V1}/rules/${a}/versions`,
  );
  assert.deepEqual([foreign.status, foreign.body], [404, missing(a)]);
});

Deno.test("a rule tells that a person wrote it", async () => {
  const { call, b } = await trialWithVersions();
  const read = await call("GET", `${V1}/rules/${b}`);
  assert.deepEqual(read.body["origin"] as unknown, { kind: "person" });
  const changed = await call("PATCH", `${V1}/rules/${b}`, { enabled: false });
  assert.deepEqual(changed.body["origin"] as unknown, { kind: "person" });
});
