import assert from "node:assert/strict";
import { validate } from "@scalar/openapi-parser";
import { GRANTABLE_ACTIONS } from "../../src/tenancy/access.ts";
import type { Body } from "./http_client.ts";
import { openHttpTrial } from "./http_trial.ts";

async function document(): Promise<Body> {
  const { as } = await openHttpTrial();
  const answer = await as(null)("GET", "/api/openapi.json");
  assert.equal(answer.status, 200);
  return answer.body;
}

function operationsIn(api: Body): readonly (readonly [string, Body])[] {
  return Object.entries(api["paths"]!).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) =>
      [`${method} ${path}`, operation] as const
    )
  );
}

Deno.test("the document is valid OpenAPI 3.1", async () => {
  const api = await document();
  const { valid, errors } = await validate(structuredClone(api));
  assert.deepEqual(errors ?? [], []);
  assert.equal(valid, true);
  assert.equal(api["openapi"], "3.1.0");
  const broken = structuredClone(api) as unknown as { paths: unknown };
  broken.paths = { "/x": { get: { responses: { 200: {} } } } };
  assert.equal(
    (await validate(
      { ...broken },
    )).valid,
    false,
  );
});

Deno.test("every operation tells its action, its problems and its headers", async () => {
  const operations = operationsIn(await document());
  const ids = operations.map(([, operation]) => operation["operationId"]);
  assert.equal(new Set(ids).size, operations.length);
  for (const [name, operation] of operations) {
    if (OPEN.includes(name)) continue;
    const actions: readonly string[] = [...GRANTABLE_ACTIONS, "session.own"];
    assert(actions.includes(operation["x-action"]!), name);
    assert.equal(operation["tags"]!.length, 1, name);
    const headers = [...operation["parameters"] ?? []]
      .filter((parameter) => parameter["in"] === "header")
      .map((parameter) => parameter["name"]);
    const isPost = name.startsWith("post ");
    assert.equal(headers.includes("Idempotency-Key" as Body), isPost, name);
    const expected = [
      ...["401", "403", "500"],
      ...isPost ? ["400", "422"] : [],
      ...operation["requestBody"] ? ["400", "413", "415", "422"] : [],
      ...name.includes("{id}") ? ["404"] : [],
      ...headers.includes("If-Match" as Body) ? ["412"] : ["400"],
    ];
    const { responses } = operation as unknown as {
      responses: Readonly<Record<string, Body>>;
    };
    for (const status of expected) {
      const media = responses[status]?.["content"]
        ?.["application/problem+json"];
      assert(media, `${name} does not tell ${status}`);
      assert.equal(
        media["schema"]!["$ref"],
        "#/components/schemas/Problem",
      );
    }
    if (operation["requestBody"]) {
      const { content } = operation["requestBody"] as unknown as {
        content: Readonly<Record<string, Body>>;
      };
      const json = content["application/json"];
      if (json === undefined) {
        for (const media of Object.values(content)) {
          assert.equal(media["schema"]!["format"], "binary", name);
        }
        continue;
      }
      assert(json["schema"], name);
      assert(json["example"], name);
    }
  }
});

Deno.test("a change asks for no field by name: what it leaves out stays", async () => {
  const api = await document();
  const schemas = api["components"]!["schemas"]!;
  for (const [name, operation] of operationsIn(api)) {
    if (!name.startsWith("patch ")) continue;
    const sent = operation["requestBody"]!["content"]!["application/json"]!;
    const ref = sent["schema"]!["$ref"] as unknown as string;
    const schema = schemas[ref.split("/").at(-1)!]!;
    assert.equal(schema["type"], "object", name);
    assert.equal(schema["required"], undefined, name);
  }
  assert.equal(
    schemas["NewNoticePreferences"]!["properties"]!["modes"]!["required"],
    undefined,
  );
  assert.deepEqual(
    schemas["LlmChange"]!["properties"]!["usd_per_month"]!["type"],
    ["string", "null"],
  );
});

/** What lets somebody in who is not signed in: the whole list. */
const OPEN = ["post /api/v1/session", "post /api/v1/invitations/accept"];

Deno.test("just the pages of the payment provider are repeated by it, and not from here", async () => {
  const posts = operationsIn(await document())
    .filter(([name]) => name.startsWith("post ") && !OPEN.includes(name));
  const told = posts.filter(([, operation]) =>
    !JSON.stringify(operation["responses"]).includes("Idempotency-Replayed")
  ).map(([name]) => name);
  assert.deepEqual(told, [
    "post /api/v1/billing/checkout",
    "post /api/v1/billing/portal",
  ]);
});

Deno.test("just the operations that sign somebody in ask for no sign-in", async () => {
  const operations = operationsIn(await document());
  const open = operations.filter(([, operation]) => !operation["x-action"]);
  assert.deepEqual(open.map(([name]) => name).sort(), [...OPEN].sort());
  for (const [name, operation] of open) {
    assert.deepEqual(operation["security"] as unknown, [], name);
    const { responses } = operation as unknown as { responses: object };
    assert.deepEqual(
      Object.keys(responses).filter((status) =>
        ["201", "400", "401", "403", "413", "415", "422", "500"].includes(
          status,
        )
      ),
      ["201", "400", "401", "403", "413", "415", "422", "500"],
      name,
    );
  }
});

Deno.test("the examples in the document are good requests", async () => {
  const api = await document();
  const { call } = await openHttpTrial();
  for (const [name, operation] of operationsIn(api)) {
    const [method, path] = name.split(" ") as [string, string];
    const example = operation["requestBody"]?.["content"]?.["application/json"]
      ?.["example"];
    if (example === undefined || path.includes("{id}")) continue;
    const answer = await call(method.toUpperCase(), path, example);
    const kind = answer.body["type"]?.split("#")[1] ?? "";
    assert(!kind.startsWith("request."), `${name}: ${answer.text}`);
  }
});

Deno.test("the reference shows every operation and loads nothing from elsewhere", async () => {
  const api = await document();
  const { as } = await openHttpTrial();
  const page = await as(null)("GET", "/docs");
  assert.equal(page.headers.get("content-type"), "text/html; charset=utf-8");
  for (const [, operation] of operationsIn(api)) {
    assert(page.text.includes(`<article id="${operation["operationId"]}"`));
  }
  assert(!/<script|\son\w+=|style="/.test(page.text));
  const loaded = [...page.text.matchAll(/(?:src|<link[^>]* href)="([^"]*)"/g)]
    .map((match) => match[1]);
  assert.deepEqual(loaded, ["data:,", "/docs/style.css"]);
  const anchors = [...page.text.matchAll(/href="#([^"]+)"/g)]
    .map((match) => match[1]);
  for (const anchor of new Set(anchors)) {
    assert(page.text.includes(`id="${anchor}"`), `#${anchor} leads nowhere`);
  }
  const style = await as(null)("GET", "/docs/style.css");
  assert.equal(style.headers.get("content-type"), "text/css; charset=utf-8");
  assert(!/url\(|@import/.test(style.text));
});
