import assert from "node:assert/strict";
import { honoApi, type HonoApiOptions } from "../../adapters/hono/hono_api.ts";
import { probeApi } from "../../adapters/hono/probes.ts";
import { UNTRACED } from "../../adapters/hono/request_trace.ts";
import { countingIds } from "../support/counting_ids.ts";
import { type Answered, httpClient, problem } from "./http_client.ts";
import { openHttpTrial } from "./http_trial.ts";

const TOKEN = "a-token-of-16-characters:and-more";

const SCRAPE = {
  contentType: "text/plain; version=0.0.4",
  metrics: () => Promise.resolve("balance_up 1\n"),
};

const BOARD = {
  fetch: ({ method, url }: Request) => new Response(`${method} ${url}`),
  policy: "default-src 'none'; script-src 'self'; frame-ancestors 'none'",
};

const NOT_THE_OPERATOR = problem(
  "request.operator_only",
  401,
  "The operator's token is needed",
);

function basic(user: string, password: string): string {
  return `Basic ${btoa(`${user}:${password}`)}`;
}

async function open(options: Partial<HonoApiOptions> = {}) {
  const { deps, secret } = await openHttpTrial();
  const app = honoApi({
    deps,
    log: () => {},
    ready: () => Promise.resolve(true),
    metrics: SCRAPE,
    board: BOARD,
    ...options,
  });
  const call = httpClient(app, null);
  return {
    secret,
    call,
    get: (path: string, authorization?: string): Promise<Answered> =>
      call("GET", path, undefined, {
        ...authorization !== undefined && { Authorization: authorization },
      }),
  };
}

Deno.test("without an operator's token the metrics are open, and there is no board", async () => {
  const { get } = await open({ operatorTokens: null });
  const metrics = await get("/metrics");
  assert.deepEqual([metrics.status, metrics.text], [200, "balance_up 1\n"]);
  assert.equal(metrics.headers.get("content-type"), SCRAPE.contentType);
  for (const path of ["/admin/queues", "/admin/queues/static/main.js"]) {
    assert.equal((await get(path)).status, 404);
  }
});

Deno.test("with one, metrics and board are for who brings it, as bearer or as a password", async () => {
  const { get, secret } = await open({ operatorTokens: () => [TOKEN] });
  const wrong = [
    undefined,
    "",
    "Bearer",
    `Bearer ${TOKEN}x`,
    `Bearer ${TOKEN.slice(1)}`,
    `Bearer ${secret}`,
    `Bearer ${btoa(`operator:${TOKEN}`)}`,
    `Basic ${TOKEN}`,
    `Digest ${TOKEN}`,
    basic("operator", `${TOKEN}x`),
    basic("", TOKEN),
    basic("admin", TOKEN),
    "Basic %%%",
  ];
  const paths = ["/metrics", "/admin/queues", "/admin/queues/api/queues"];
  for (const path of paths) {
    for (const authorization of wrong) {
      const answer = await get(path, authorization);
      assert.deepEqual(
        [answer.status, answer.body as unknown],
        [401, NOT_THE_OPERATOR],
        `${path} ${authorization}`,
      );
      assert.equal(
        answer.headers.get("www-authenticate"),
        `${path === "/metrics" ? "Bearer" : "Basic"} realm="balance operator"`,
      );
    }
    for (const right of [`Bearer ${TOKEN}`, basic("operator", TOKEN)]) {
      assert.equal((await get(path, right)).status, 200, path);
    }
  }
});

Deno.test("while the operator's token is being changed both open, and the old one until it is no longer accepted", async () => {
  const accepted = [TOKEN, "the-token-before-that-one"];
  const { get } = await open({ operatorTokens: () => [...accepted] });
  const answers = () =>
    Promise.all(
      [
        `Bearer ${accepted[0]}`,
        "Bearer the-token-before-that-one",
        basic("operator", "the-token-before-that-one"),
      ]
        .map(async (sent) => (await get("/metrics", sent)).status),
    );
  assert.deepEqual(await answers(), [200, 200, 200]);
  accepted.pop();
  assert.deepEqual(await answers(), [200, 401, 401]);
});

Deno.test("the operator's token opens nothing of a tenant", async () => {
  const { get } = await open({ operatorTokens: () => [TOKEN] });
  assert.equal((await get("/api/v1/records", `Bearer ${TOKEN}`)).status, 401);
});

Deno.test("the board is for looking, under a policy of its own", async () => {
  const { call } = await open({ operatorTokens: () => [TOKEN] });
  const headers = { Authorization: `Bearer ${TOKEN}` };
  const page = await call("GET", "/admin/queues/queue/x", undefined, headers);
  assert.equal(page.text, "GET http://balance.test/admin/queues/queue/x");
  assert.equal(page.headers.get("content-security-policy"), BOARD.policy);
  assert.equal(page.headers.get("x-content-type-options"), "nosniff");
  for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
    const path = "/admin/queues/api/queues/pause";
    const answer = await call(method, path, undefined, headers);
    assert.equal(answer.status, 405);
    assert.equal(answer.headers.get("allow"), "GET, HEAD");
  }
});

Deno.test("a board whose Redis is away says so, and nothing of what its client says", async () => {
  const { get } = await open({
    operatorTokens: () => [TOKEN],
    board: {
      ...BOARD,
      fetch: () => new Response("Reached the max retries", { status: 500 }),
    },
  });
  const answer = await get("/admin/queues/api/queues", `Bearer ${TOKEN}`);
  assert.equal(answer.status, 503);
  assert.equal(answer.headers.get("retry-after"), "5");
  assert(!answer.text.includes("retries"), answer.text);
});

Deno.test("a process that only works answers its operator with the same metrics", async () => {
  const app = probeApi({
    ids: countingIds(),
    log: () => {},
    nowMs: () => 0,
    trace: UNTRACED,
    ready: () => Promise.resolve(true),
    metrics: SCRAPE,
    operatorTokens: () => [TOKEN],
  });
  const call = httpClient(app, TOKEN);
  assert.equal((await call("GET", "/metrics")).text, "balance_up 1\n");
  assert.equal((await httpClient(app, null)("GET", "/metrics")).status, 401);
  assert.equal((await call("GET", "/admin/queues")).status, 404);
});

Deno.test("the document tells of nothing that is the operator's", async () => {
  const { get } = await open({ operatorTokens: () => [TOKEN] });
  const { body } = await get("/api/openapi.json");
  const paths = Object.keys(body["paths"]!);
  assert.deepEqual(paths.filter((path) => !path.startsWith("/api/")), []);
});
