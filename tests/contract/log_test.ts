import assert from "node:assert/strict";
import { jsonLog } from "../../src/main/log.ts";
import { newSecret } from "../../src/tenancy/api_key_secret.ts";
import { redacted } from "../../src/main/redact.ts";

const PLANTED = "PLANTED-SECRET";

const NAMES = [
  "authorization",
  "Authorization",
  "cookie",
  "set-cookie",
  "password",
  "secret",
  "token",
  "operatorToken",
  "api_key",
  "apiKey",
  "OPENAI_API_KEY",
  "anthropicApiKey",
  "STRIPE_SECRET_KEY",
  "paddleApiKey",
  "prompt",
  "database_url",
  "redisUrl",
  "Idempotency-Key",
  "headers",
  "query",
  "body",
  "payload",
  "parameters",
  "args",
  "raw",
  "drafts",
  "external_id",
  "description",
  "counterparty",
  "attributes",
  "note",
  "name",
  "email",
  "message",
  "detail",
  "cause",
];

/** What the log prints of a line. */
function printed(line: Record<string, unknown>): string {
  let text = "";
  jsonLog("info", { write: (chunk) => text += chunk }).info(line, "request");
  assert.match(text, /"msg":"request"/);
  return text;
}

Deno.test("what stands under a name of secrets or content does not print, however deep", () => {
  for (const name of NAMES) {
    for (const planted of [PLANTED, [PLANTED], { inside: PLANTED }]) {
      const flat = { [name]: planted };
      for (const line of [flat, { a: flat }, { a: [{ b: { c: flat } }] }]) {
        assert(!printed(line).includes(PLANTED), JSON.stringify(line));
      }
    }
  }
});

Deno.test("an error prints its name only, and passwords and keys print nowhere", () => {
  class Refused extends Error {
    override readonly name = "Refused";
  }
  const error = new Refused(PLANTED, { cause: PLANTED });
  for (const line of [{ err: error }, { a: { error } }, { a: [error] }]) {
    const text = printed(line);
    assert(!text.includes(PLANTED), text);
    assert(text.includes("Refused"), text);
  }
  const why =
    `at postgres://ann:${PLANTED}@db:5432/x and redis://:${PLANTED}@r`;
  const used = `bal_${"0f".repeat(32)} for sk-proj-0f_0f0f0f, task-list`;
  const newer = `Bearer ${newSecret(new Uint8Array(32).fill(7))}, cut: bal_0Kx`;
  const paying = "sk_test_0f0f, rk_live_0f, pdl_live_apikey_0f, whsec_0f+/=";
  assert.deepEqual(redacted({ why, used, newer, paying }), {
    why: "at postgres://[hidden]@db:5432/x and redis://[hidden]@r",
    used: "[hidden] for [hidden], task-list",
    newer: "Bearer [hidden], cut: [hidden]",
    paying: "[hidden], [hidden], [hidden], [hidden]",
  });
});

Deno.test("what lines are written with prints as it is", () => {
  const line = {
    request_id: "req_1",
    method: "GET",
    route: "/api/v1/records/:id",
    status: 200,
    ms: 1.5,
    tenant_id: null,
    traceparent: `00-${"a".repeat(32)}-${"b".repeat(16)}-01`,
    error: "PostgresError",
    stack: "    at f (file:///x.ts:1:2)",
    outcome: "done",
    records: 500,
    address: "http://127.0.0.1:8000",
  };
  assert.deepEqual(redacted(line), line);
});
