import assert from "node:assert/strict";
import { honoApi } from "../../adapters/hono/hono_api.ts";
import { openHttpTrial } from "./http_trial.ts";
import { operationsOf } from "./operations.ts";

const ALWAYS = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
};

/** An answer whose headers are told by name, to a request of any shape. */
async function openPlain(publicUrl: string | null = null) {
  const trial = await openHttpTrial();
  const app = honoApi({
    deps: trial.deps,
    log: () => {},
    ready: () => Promise.resolve(true),
    publicUrl,
  });
  async function send(method: string, path: string, headers = {}) {
    const response = await app.fetch(
      new Request(`http://balance.test${path}`, { method, headers }),
    );
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      text: await response.text(),
    };
  }
  return { ...trial, send };
}

Deno.test("every answer of every route forbids to guess its type, to frame it and to keep it", async () => {
  const { send, call } = await openPlain();
  const addresses = (await operationsOf(call)).map(({ method, path }) =>
    [method, path.replace("{id}", "x")] as const
  );
  const others = [
    ["GET", "/docs"],
    ["GET", "/sign-in"],
    ["GET", "/sign-in/script.js"],
    ["GET", "/livez"],
    ["GET", "/readyz"],
    ["GET", "/api/openapi.json"],
    ["GET", "/nothing"],
    ["TRACE_IT", "/api/v1/records"],
  ] as const;
  for (const [method, path] of [...addresses, ...others]) {
    const { headers, status, text } = await send(method, path);
    const name = `${method} ${path}`;
    for (const [header, value] of Object.entries(ALWAYS)) {
      assert.equal(headers[header], value, `${name}: ${header}`);
    }
    assert.match(
      headers["content-security-policy"] ?? "",
      /default-src 'none'.*frame-ancestors 'none'/,
      name,
    );
    assert(headers["cache-control"], name);
    for (const gone of ["server", "x-powered-by"]) {
      assert.equal(headers[gone], undefined, name);
    }
    for (const header of Object.keys(headers)) {
      assert(!header.startsWith("access-control-"), `${name}: ${header}`);
    }
    assert(status < 500, `${name}: ${status}`);
    assert(
      !/\bat \S+\.ts|node_modules|file:\/\//.test(text),
      `${name}: ${text}`,
    );
  }
});

Deno.test("pages of other origins are let read nothing, nor are they told what they might", async () => {
  const { send, secret } = await openPlain();
  const preflight = await send("OPTIONS", "/api/v1/records", {
    Origin: "https://evil.example",
    "Access-Control-Request-Method": "POST",
    "Access-Control-Request-Headers": "authorization",
  });
  assert.equal(preflight.status, 401);
  const asked = await send("GET", "/api/v1/tenant", {
    Origin: "https://evil.example",
    Authorization: `Bearer ${secret}`,
  });
  assert.equal(asked.status, 200);
  for (const { headers } of [preflight, asked]) {
    assert.deepEqual(
      Object.keys(headers).filter((name) => name.startsWith("access-control")),
      [],
    );
  }
});

Deno.test("a service whose address is https tells browsers to come by TLS alone", async () => {
  const plain = await openPlain("http://balance.example");
  const tls = await openPlain("https://balance.example");
  const name = "strict-transport-security";
  assert.equal((await plain.send("GET", "/livez")).headers[name], undefined);
  assert.equal(
    (await tls.send("GET", "/livez")).headers[name],
    "max-age=31536000",
  );
  assert.equal((await tls.send("GET", "/x")).headers[name], "max-age=31536000");
});
