import assert from "node:assert/strict";
import { httpClient, problem } from "./http_client.ts";
import { openHttpTrial } from "./http_trial.ts";
import { closedOperationsOf } from "./operations.ts";
import { honoApi } from "../../adapters/hono/hono_api.ts";

const UNAUTHENTICATED = problem(
  "access.unauthenticated",
  401,
  "A valid API key or session is needed",
);

Deno.test("no key, a wrong, revoked or expired one: the same answer on every route", async () => {
  const trial = await openHttpTrial();
  const { call, clock } = trial;
  const make = async (body: object) =>
    (await call("POST", "/api/v1/api-keys", { role: "owner", ...body })).body;
  const revoked = await make({ name: "revoked" });
  const gone = await call("DELETE", `/api/v1/api-keys/${revoked["id"]}`);
  assert.equal(gone.status, 204);
  const expired = await make({
    name: "expired",
    expires_at: "2026-01-02T03:04:06Z",
  });
  clock.advance(1_000);
  const callers = [
    trial.as(null),
    trial.as(`bal_${"0".repeat(64)}`),
    trial.as("' or 1=1 --"),
    trial.as(revoked["secret"]!),
    trial.as(expired["secret"]!),
  ];
  for (const caller of callers) {
    for (const { method, path } of await closedOperationsOf(call)) {
      const answer = await caller(method, path);
      assert.equal(answer.status, 401);
      assert.deepEqual(answer.body, UNAUTHENTICATED);
      assert.equal(
        answer.headers.get("www-authenticate"),
        'Bearer realm="balance"',
      );
    }
  }
  const basic = await trial.as(null)("GET", "/api/v1/tenant", undefined, {
    Authorization: `Basic ${trial.secret}`,
  });
  assert.equal(basic.status, 401);
});

Deno.test("an address that is not there is 404, a wrong method 405 with what is allowed", async () => {
  const { call, as } = await openHttpTrial();
  const nothing = problem(
    "request.unknown_route",
    404,
    "There is nothing here",
  );
  for (const path of ["/api/v1/nothing", "/nothing", "/api/v1/records/a/b"]) {
    const answer = await call("GET", path);
    assert.deepEqual([answer.status, answer.body], [404, nothing], path);
  }
  const unknown = await as(null)("GET", "/api/v1/nothing");
  assert.equal(unknown.status, 401);
  const wrong = await call("DELETE", "/api/v1/records");
  assert.equal(wrong.status, 405);
  assert.equal(wrong.headers.get("allow"), "GET, HEAD, POST");
  assert.deepEqual(
    wrong.body,
    problem(
      "request.wrong_method",
      405,
      "This method is not for this address",
      {
        allow: ["GET", "HEAD", "POST"],
      },
    ),
  );
});

Deno.test("a malformed id is missing, as another's is", async () => {
  const { call } = await openHttpTrial();
  for (const id of ["7", "rec_7", "con_0000000001e008000000000000", "%00"]) {
    const answer = await call("GET", `/api/v1/records/${id}`);
    assert.deepEqual(
      [answer.status, answer.body],
      [
        404,
        problem("record.missing", 404, "No such record", {
          record_id: decodeURIComponent(id),
        }),
      ],
    );
  }
});

Deno.test("the unexpected is a bare 500, logged once with what was thrown", async () => {
  const broken = new Error("disk of Foxglove Joinery is full");
  const trial = await openHttpTrial();
  const lines: unknown[] = [];
  const app = honoApi({
    deps: {
      ...trial.deps,
      uow: { run: () => Promise.reject(broken) },
    },
    log: ({ error, request_id, status }) =>
      void lines.push({ error, request_id, status }),
    ready: () => Promise.resolve(true),
    nowMs: () => 0,
  });
  const answer = await httpClient(app, trial.secret)("GET", "/api/v1/records");
  assert.deepEqual(
    [answer.status, answer.body],
    [
      500,
      problem("request.unexpected", 500, "Something went wrong on our side"),
    ],
  );
  assert.deepEqual(lines, [
    { error: broken, request_id: "test-request", status: 500 },
  ]);
});

Deno.test("every request has an id and one line in the log, without content", async () => {
  const { app, call, secret, tenant, apiKey, lines } = await openHttpTrial();
  const traceparent = `00-${"a".repeat(32)}-${"b".repeat(16)}-01`;
  const read = await call("GET", "/api/v1/records?q=secret", undefined, {
    traceparent,
  });
  assert.equal(read.headers.get("x-request-id"), "test-request");
  const { headers } = await app.fetch(
    new Request("http://balance.test/nowhere", {
      headers: { "X-Request-Id": "spoofed\u00e9 id", traceparent: "nonsense" },
    }),
  );
  const made = headers.get("x-request-id")!;
  assert.match(made, /^req_[0-9a-z]{26}$/);
  assert.deepEqual(lines, [
    {
      request_id: "test-request",
      method: "GET",
      route: "/api/v1/records",
      status: 200,
      ms: 1,
      tenant_id: tenant.id,
      actor_id: apiKey.id,
      traceparent,
    },
    {
      request_id: made,
      method: "GET",
      route: null,
      status: 404,
      ms: 1,
      tenant_id: null,
      actor_id: null,
      traceparent: null,
      problem: "request.unknown_route",
    },
  ]);
  assert(!JSON.stringify(lines).includes(secret));
});

Deno.test("a method that the caller made up is not repeated in the log", async () => {
  const { call, lines } = await openHttpTrial();
  await call("SECRET", "/api/v1/records");
  assert.deepEqual(
    lines.map(({ method, route, status }) => [method, route, status]),
    [["_OTHER", null, 405]],
  );
});

Deno.test("live always, ready when it is", async () => {
  const { as, setReady } = await openHttpTrial();
  const call = as(null);
  assert.deepEqual((await call("GET", "/livez")).body as unknown, {
    status: "ok",
  });
  assert.deepEqual((await call("GET", "/readyz")).body as unknown, {
    status: "ready",
  });
  setReady(false);
  const answer = await call("GET", "/readyz");
  assert.equal(answer.headers.get("retry-after"), "5");
  assert.deepEqual(
    [answer.status, answer.body],
    [
      503,
      problem(
        "request.not_ready",
        503,
        "The service is not ready for requests",
      ),
    ],
  );
});

Deno.test("answers carry the headers that keep browsers careful, and no CORS", async () => {
  const { call } = await openHttpTrial();
  for (
    const path of ["/api/v1/records", "/api/v1/nothing", "/docs", "/livez"]
  ) {
    const { headers } = await call("GET", path, undefined, {
      Origin: "https://elsewhere.example",
    });
    assert.equal(headers.get("x-content-type-options"), "nosniff");
    assert.equal(headers.get("referrer-policy"), "no-referrer");
    assert.equal(headers.get("cache-control"), "no-store");
    assert.match(
      headers.get("content-security-policy")!,
      /^default-src 'none';.*frame-ancestors 'none'$/,
    );
    assert.equal(headers.get("access-control-allow-origin"), null);
  }
});
