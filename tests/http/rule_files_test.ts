import assert from "node:assert/strict";
import { problem } from "./http_client.ts";
import { openHttpTrial } from "./http_trial.ts";

const V1 = "/api/v1";
const EXPORT = `${V1}/rules/export`;
const IMPORT = `${V1}/rules/import`;
const AS_YAML = { "Content-Type": "application/yaml" };
const contains = (value: string) => ({
  field: "description",
  op: "contains",
  value,
});

async function trialWithRules() {
  const trial = await openHttpTrial();
  const { call } = trial;
  const [fuel, old] = await trial.categories("Fuel", "Old");
  const make = async (rule: Record<string, unknown>) =>
    (await call("POST", `${V1}/rules`, rule)).body["id"]!;
  const a = await make({
    name: "no",
    when: { all: [contains("shell"), { not: contains("gift: card") }] },
    then: {
      category_id: fuel,
      attributes: { unit: "Fleet", kind: "fuel" },
      counterparty: "Shell",
    },
  });
  const b = await make({
    name: "Old",
    when: contains("old"),
    then: { category_id: old },
    continue: true,
  });
  const c = await make({
    name: "Ask",
    when: {
      field: "magnitude",
      op: "at_least",
      value: { currency: "GBP", minor: 50_000 },
    },
    then: { review: true },
    enabled: false,
  });
  await call("PATCH", `${V1}/categories/${old}`, { archived: true });
  return { ...trial, fuel, old, a, b, c };
}

Deno.test("the rules are a YAML file with a block for each", async () => {
  const { call, old, a, b, c } = await trialWithRules();
  const exported = await call("GET", `${EXPORT}?format=yaml`);
  assert.deepEqual(
    [exported.status, exported.headers.get("content-type")],
    [200, "application/yaml"],
  );
  assert.equal(exported.headers.get("etag"), '"3"');
  assert.equal(
    exported.text,
    `version: 1
rules:
  - id: ${a}
    name: "no"
    enabled: true
    when:
      all:
        - field: description
          op: contains
          value: shell
        - not:
            field: description
            op: contains
            value: "gift: card"
    then:
      category: Fuel
      counterparty: Shell
      attributes:
        kind: fuel
        unit: Fleet
    continue: false

  - id: ${b}
    name: Old
    enabled: true
    when:
      field: description
      op: contains
      value: old
    then:
      category_id: ${old}
    continue: true

  - id: ${c}
    name: Ask
    enabled: false
    when:
      field: magnitude
      op: at_least
      value:
        minor: 50000
        currency: GBP
    then:
      review: true
    continue: false
`,
  );
});

Deno.test("importing what was exported changes nothing, in either form", async () => {
  const { call, events } = await trialWithRules();
  const told = (await events()).length;
  const json = await call("GET", EXPORT);
  assert.equal(json.headers.get("content-type"), "application/json");
  const lines = json.text.split("\n");
  assert.deepEqual(
    [lines[0], lines[1]!.slice(0, 8), ...lines.slice(-3)],
    ['{"version":1,"rules":[', '{"id":"r', lines[3], "]}", ""],
  );
  assert.equal(lines.length, 6);
  const yaml = await call("GET", `${EXPORT}?format=yaml`);
  for (
    const [text, headers] of [[json.text, {}], [yaml.text, AS_YAML]] as const
  ) {
    const same = await call("POST", IMPORT, text, headers);
    assert.deepEqual([same.status, same.body], [200, {
      ...{ dry_run: false, ruleset_version: 3 },
      ...{ created: [], changed: [], removed: [], moved: [], unchanged: 3 },
    }]);
  }
  assert.equal((await events()).length, told);
});

Deno.test("no rules are a document too", async () => {
  const { call } = await openHttpTrial();
  const empty = { version: 1, rules: [] };
  const json = await call("GET", EXPORT);
  assert.deepEqual(json.body as unknown, empty);
  const yaml = await call("GET", `${EXPORT}?format=yaml`);
  assert.equal(yaml.text, "version: 1\nrules: []\n");
  for (
    const [text, headers] of [[json.text, {}], [yaml.text, AS_YAML]] as const
  ) {
    const same = await call("POST", IMPORT, text, headers);
    assert.deepEqual(
      [same.status, same.body["ruleset_version"] as unknown],
      [200, 0],
    );
  }
});

Deno.test("a document replaces the set in one version, and says how", async () => {
  const { call, events, fuel, a, b, c } = await trialWithRules();
  const told = (await events()).length;
  const document = {
    version: 1,
    rules: [
      {
        id: c,
        name: "Ask",
        when: { ...contains("x"), op: "equals" },
        then: { review: true },
        enabled: false,
      },
      {
        id: a,
        name: "no",
        when: { all: [contains("shell"), { not: contains("gift: card") }] },
        then: {
          category: "fuel",
          counterparty: "Shell",
          attributes: { kind: "fuel", unit: "Fleet" },
        },
      },
      {
        id: "rule_01kx2m6v9dfk3tqz8w5y7r4b1c",
        name: "New",
        when: contains("new"),
        then: { category: "Fuel" },
      },
    ],
  };
  const when = {
    field: "when",
    before: {
      field: "magnitude",
      op: "at_least",
      value: { currency: "GBP", minor: 50_000 },
    },
    after: { field: "description", op: "equals", value: "x" },
  };
  const diff = {
    changed: [{ rule_id: c, version: 2, changes: [when] }],
    removed: [{ rule_id: b, name: "Old" }],
    moved: [{ rule_id: c, from: 2, to: 0 }],
    unchanged: 1,
  };
  const dry = await call("POST", `${IMPORT}?dry_run=true`, document);
  assert.deepEqual([dry.status, dry.body], [200, {
    dry_run: true,
    ruleset_version: 3,
    created: [{ rule_id: null, name: "New", position: 2 }],
    ...diff,
  }]);
  assert.equal((await events()).length, told);

  const done = await call("POST", IMPORT, document, { "If-Match": '"3"' });
  const { rule_id: id } = done.body["created"]![0]!;
  assert.deepEqual([done.status, done.headers.get("etag"), done.body], [
    200,
    '"4"',
    {
      dry_run: false,
      ruleset_version: 4,
      created: [{ rule_id: id, name: "New", position: 2 }],
      ...diff,
    },
  ]);
  assert.notEqual(id, document.rules[2]!.id);
  const listed = await call("GET", `${V1}/rules`);
  assert.deepEqual(
    listed.body["data"]!.map((rule) => [
      rule["id"],
      rule["version"],
      rule["origin"]!["kind"],
      rule["then"]!["category_id"],
    ]),
    [
      [c, 2, "person", undefined],
      [a, 1, "person", fuel],
      [id, 1, "import", fuel],
    ],
  );
  assert.deepEqual(
    (await events()).slice(told).map(({ type, payload }) => [
      type,
      payload["rule_id"] ?? payload["after"],
      payload["ruleset_version"],
    ]),
    [
      ["RULE_REMOVED", b, 4],
      ["RULE_UPDATED", c, 4],
      ["RULE_CREATED", id, 4],
      ["RULES_REORDERED", [c, a, id], 4],
    ],
  );
  const late = await call("POST", IMPORT, document, { "If-Match": '"3"' });
  assert.equal(late.status, 412);
});

Deno.test("every wrong place of a document is told, and nothing of it is taken in", async () => {
  const { call, a, old } = await trialWithRules();
  const good = { name: "x", when: contains("x"), then: { review: true } };
  const refused = await call("POST", IMPORT, {
    version: 1,
    rules: [
      good,
      { ...good, when: { all: [contains("x"), { field: "x", op: "y" }] } },
      { ...good, then: {}, extra: 1 },
      { ...good, then: { category: "Fuel", category_id: old } },
      7,
    ],
  });
  assert.deepEqual([refused.status, refused.body["errors"]], [422, [
    {
      pointer: "/rules/1/when/all/1/field",
      detail: "is not a field of a record",
    },
    { pointer: "/rules/2/then", detail: "sets nothing" },
    { pointer: "/rules/2/extra", detail: "is not a known member" },
    {
      pointer: "/rules/3/then/category_id",
      detail: "does not go with category",
    },
    { pointer: "/rules/4", detail: "is not an object" },
  ]]);
  const unknown = await call("POST", IMPORT, {
    version: 1,
    rules: [
      { ...good, id: a, then: { category: "Nowhere" } },
      { ...good, id: a },
      { ...good, then: { category_id: old } },
    ],
  });
  assert.deepEqual(
    [unknown.status, unknown.body],
    [
      422,
      problem(
        "rule.document_invalid",
        422,
        "The document has rules that cannot be taken in",
        {
          errors: [
            {
              pointer: "/rules/0/then/category",
              detail: "is not the name of an open category of yours",
            },
            { pointer: "/rules/1/id", detail: "is the id of /rules/0 too" },
            {
              pointer: "/rules/2/then/category_id",
              detail: "is not an open category of yours",
            },
          ],
        },
      ),
    ],
  );
  const many = await call("POST", IMPORT, {
    version: 1,
    rules: Array.from({ length: 60 }, () => 7),
  });
  assert.equal(many.body["errors"]!.length, 50);
  const read = await call("GET", `${V1}/rules`);
  assert.equal(read.body["ruleset_version"] as unknown, 3);
});

Deno.test("a company that wants back-tests imports in a dry run only", async () => {
  const { call } = await trialWithRules();
  await call("PATCH", `${V1}/tenant`, { require_backtest: true });
  const document = { version: 1, rules: [] };
  const refused = await call("POST", IMPORT, document);
  assert.deepEqual(
    [refused.status, refused.body],
    [
      409,
      problem(
        "rule.backtest_required",
        409,
        "Your company wants every change of its rules back-tested first",
      ),
    ],
  );
  const dry = await call("POST", `${IMPORT}?dry_run=true`, document);
  assert.deepEqual([dry.status, dry.body["removed"]!.length], [200, 3]);
});

Deno.test("more rules than a company may have are refused whole, in either form", async () => {
  const { call } = await openHttpTrial();
  const tooMany = problem(
    "rule.too_many",
    429,
    "A company has at most 10000 rules",
    { limit: 10_000 },
  );
  const rules = Array.from({ length: 10_001 }, () => 0);
  const json = await call("POST", IMPORT, { version: 1, rules });
  assert.deepEqual([json.status, json.body], [429, tooMany]);
  const text = `version: 1\nrules: [${rules.join(", ")}]`;
  const yaml = await call("POST", IMPORT, text, AS_YAML);
  assert.deepEqual([yaml.status, yaml.body], [429, tooMany]);
});

Deno.test("the form must be the one that is sent", async () => {
  const { call } = await openHttpTrial();
  const odd = await call("POST", `${IMPORT}?format=yaml`, {
    version: 1,
    rules: [],
  });
  assert.deepEqual([odd.status, odd.body["errors"]], [422, [{
    parameter: "format",
    detail: "is not what the Content-Type says",
  }]]);
  const neither = await call("POST", IMPORT, "version: 1", {
    "Content-Type": "text/plain",
  });
  assert.deepEqual(
    [neither.status, neither.body],
    [
      415,
      problem(
        "request.neither_json_nor_yaml",
        415,
        "The body must be sent as application/json or application/yaml",
      ),
    ],
  );
  const elsewhere = await call("POST", `${V1}/rules`, "name: x", AS_YAML);
  assert.equal(elsewhere.status, 415);
});

Deno.test("malformed YAML is told by line and column", async () => {
  const { call } = await openHttpTrial();
  const refused = await call(
    "POST",
    IMPORT,
    "version: 1\nversion: 2\n",
    AS_YAML,
  );
  assert.deepEqual(
    [refused.status, refused.body],
    [
      400,
      problem(
        "request.malformed_yaml",
        400,
        "The body is not YAML that is read here",
        {
          errors: [{
            line: 2,
            column: 1,
            detail: "has the name version a second time",
          }],
        },
      ),
    ],
  );
});
