import assert from "node:assert/strict";
import { invalid, problem } from "./http_client.ts";
import { openHttpTrial } from "./http_trial.ts";

const V1 = "/api/v1";
const contains = (value: string) => ({
  field: "description",
  op: "contains",
  value,
});
const leaf = (value: string, result: boolean, saw: string) => ({
  kind: "leaf",
  result,
  ...contains(value),
  saw,
});

async function trialWithRules() {
  const trial = await openHttpTrial();
  const { call } = trial;
  const [fuel, travel] = await trial.categories("Fuel", "Travel");
  const make = async (name: string, parts: Record<string, unknown>) =>
    (await call("POST", `${V1}/rules`, { name, ...parts })).body["id"]!;
  const shell = await make("Shell", {
    when: contains("shell"),
    then: { category_id: fuel },
    continue: true,
  });
  const uk = await make("UK", {
    when: { all: [contains("uk"), contains("shell")] },
    then: { category_id: travel, counterparty: "Shell UK" },
  });
  const late = await make("Late", {
    when: contains("shell"),
    then: { review: true },
  });
  return { ...trial, fuel, travel, shell, uk, late };
}

Deno.test("a record that was never sent is explained in full, with why each rule won", async () => {
  const { call, fuel, shell, uk, late } = await trialWithRules();
  const saw = "SHELL UK 42";
  const tried = await call("POST", `${V1}/rules/test`, {
    record: { description: saw, counterparty: "Shell" },
  });
  const all = {
    kind: "all",
    result: true,
    conditions: [leaf("uk", true, saw), leaf("shell", true, saw)],
  };
  assert.deepEqual([tried.status, tried.body], [200, {
    considered: 2,
    matched: shell,
    hits: [{ rule_id: shell, version: 1 }, { rule_id: uk, version: 1 }],
    sets: { category_id: fuel, counterparty: "Shell UK" },
    rules: [
      {
        rule_id: shell,
        version: 1,
        name: "Shell",
        outcome: "matched",
        because: { pointer: "/when", condition: leaf("shell", true, saw) },
        condition: leaf("shell", true, saw),
        won_by: null,
        fields: [{ field: "category_id", set_by: shell }],
      },
      {
        rule_id: uk,
        version: 1,
        name: "UK",
        outcome: "matched",
        because: { pointer: "/when", condition: all },
        condition: all,
        won_by: null,
        fields: [
          { field: "category_id", set_by: shell },
          { field: "counterparty", set_by: uk },
        ],
      },
      {
        rule_id: late,
        version: 1,
        name: "Late",
        outcome: "not_reached",
        because: null,
        condition: null,
        won_by: uk,
        fields: [],
      },
    ],
    becomes: {
      category_id: fuel,
      counterparty: "Shell UK",
      attributes: {},
      review: false,
      changes: [
        {
          field: "category_id",
          before: null,
          after: fuel,
          rule_id: shell,
          rule_version: 1,
        },
        {
          field: "counterparty",
          before: "Shell",
          after: "Shell UK",
          rule_id: uk,
          rule_version: 1,
        },
      ],
    },
    ruleset_version: 3,
  }]);
});

Deno.test("one rule is told with its whole condition, though it failed or was not reached", async () => {
  const { call, shell, uk, late } = await trialWithRules();
  const told = async (rule_id: string, description: string) => {
    const { body } = await call("POST", `${V1}/rules/test`, {
      record: { description },
      rule_id,
    });
    return body["rules"]!.map((rule) => [
      rule["rule_id"],
      rule["outcome"],
      rule["won_by"],
      rule["condition"],
    ]);
  };
  assert.deepEqual(await told(late, "Shell uk"), [
    [late, "not_reached", uk, leaf("shell", true, "Shell uk")],
  ]);
  assert.deepEqual(await told(uk, "Shell"), [[uk, "failed", null, {
    kind: "all",
    result: false,
    conditions: [leaf("uk", false, "Shell"), leaf("shell", true, "Shell")],
  }]]);
  assert.deepEqual(await told(shell, "BP"), [
    [shell, "failed", null, leaf("shell", false, "BP")],
  ]);
});

Deno.test("a field that a person settled is told as the person's", async () => {
  const { call, runJobs, travel, shell, uk } = await trialWithRules();
  const sent = await call("POST", `${V1}/records`, {
    records: [{ external_id: "1", description: "SHELL UK" }],
  });
  await runJobs();
  const record_id = sent.body["record_ids"]![0]!;
  await call("PATCH", `${V1}/records/${record_id}`, { category_id: travel });
  const { body } = await call("POST", `${V1}/rules/test`, { record_id });
  const claims = [
    [{ field: "category_id", set_by: "person" }],
    [
      { field: "category_id", set_by: "person" },
      { field: "counterparty", set_by: uk },
    ],
    [],
  ];
  assert.deepEqual(body["rules"]!.map((rule) => rule["fields"]), claims);
  assert.deepEqual(
    [body["becomes"]!["category_id"], body["becomes"]!["changes"]],
    [travel, []],
  );
  const explained = await call("GET", `${V1}/records/${record_id}/explain`);
  const rules = explained.body["rules"]!;
  assert.deepEqual(rules.map((rule) => rule["fields"]), claims);
  assert.deepEqual(
    rules.map((rule) => [rule["rule_id"], rule["won_by"]]).slice(0, 2),
    [[shell, null], [uk, null]],
  );
});

Deno.test("rules are tried as of a time or a version, and a version that never was is missing", async () => {
  const { call, clock, shell, late } = await trialWithRules();
  const at = clock.now();
  clock.advance(60_000);
  await call("DELETE", `${V1}/rules/${shell}`);
  const tried = async (parts: Record<string, unknown>) => {
    const { status, body } = await call("POST", `${V1}/rules/test`, {
      record: { description: "shell" },
      ...parts,
    });
    return [status, body["ruleset_version"], body["matched"]];
  };
  assert.deepEqual(await tried({ at }), [200, 3, late]);
  assert.deepEqual(await tried({ ruleset_version: 1 }), [200, 1, shell]);
  assert.deepEqual(await tried({ ruleset_version: 0 }), [200, 0, null]);
  assert.deepEqual(
    (await tried({ rule_id: shell })).slice(0, 1),
    [404],
  );
  const gone = await call("POST", `${V1}/rules/test`, {
    record: { description: "shell" },
    ruleset_version: 9,
  });
  assert.deepEqual(
    [gone.status, gone.body],
    [
      404,
      problem("rule.set_missing", 404, "The rules have no such version", {
        ruleset_version: 9,
      }),
    ],
  );
});

Deno.test("what does not go together is refused at its place", async () => {
  const { call, shell } = await trialWithRules();
  const rule = { name: "x", when: contains("x"), then: { review: true } };
  const record = { description: "x" };
  const cases: readonly (readonly [unknown, string, string])[] = [
    [{}, "/record_id", "is missing, and so is record"],
    [
      { record, record_id: "rec_01kx2m6v9dfk3tqz8w5y7r4b1c" },
      "/record",
      "does not go with record_id",
    ],
    [{ record, rule, rule_id: shell }, "/rule_id", "does not go with rule"],
    [{ record, rule, at: "2026-01-01" }, "/at", "does not go with rule"],
    [
      { record, at: "2026-01-01", ruleset_version: 1 },
      "/ruleset_version",
      "does not go with at",
    ],
    [{ record: { description: " " } }, "/record/description", "is blank"],
    [
      { record: { ...record, amount: 12 } },
      "/record/amount",
      "is not an object",
    ],
  ];
  for (const [body, pointer, detail] of cases) {
    const refused = await call("POST", `${V1}/rules/test`, body);
    assert.deepEqual(
      [refused.status, refused.body],
      [422, invalid({ pointer, detail })],
    );
  }
  const strange = await call("POST", `${V1}/rules/test`, {
    record: { ...record, connection_id: "con_01kx2m6v9dfk3tqz8w5y7r4b1c" },
  });
  assert.deepEqual(
    [strange.status, strange.body["errors"]],
    [422, [{
      pointer: "/record/connection_id",
      detail: "is not a connection of yours",
    }]],
  );
});
