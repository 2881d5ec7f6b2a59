import assert from "node:assert/strict";
import { honoApi } from "../../adapters/hono/hono_api.ts";
import { openHttpTrial } from "./http_trial.ts";
import { SESSION, signInCode, tokenOf, told } from "./signed_in.ts";

const ANN = "ann@foxglove.example";
const CROSS_SITE = [403, "request.cross_site"];
type Headers = Readonly<Record<string, string>>;

/** The API at an address, called as a browser or a program would. */
async function at(
  address: string,
  publicUrl: string | null = null,
) {
  const trial = await openHttpTrial();
  const app = honoApi({
    deps: trial.deps,
    log: () => {},
    ready: () => Promise.resolve(true),
    publicUrl,
  });
  async function send(
    method: string,
    path: string,
    headers: Headers = {},
    body?: unknown,
  ) {
    const response = await app.fetch(
      new Request(`${address}${path}`, {
        method,
        headers: {
          ...body !== undefined && { "Content-Type": "application/json" },
          ...headers,
        },
        ...body !== undefined && { body: JSON.stringify(body) },
      }),
    );
    const text = await response.text();
    const isJson = text.startsWith("{");
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson ? JSON.parse(text) : null,
    };
  }
  return {
    ...trial,
    send,
    token: () => tokenOf(trial, ANN),
    signIn: async (headers: Headers = {}) =>
      await send("POST", SESSION, headers, {
        code: await signInCode(trial, ANN),
      }),
  };
}

function cookieIn(headers: globalThis.Headers): string {
  return headers.get("set-cookie")!.split(";")[0]!;
}

const SECURE = (value: string, age: number) =>
  `__Host-balance_session=${value}; Max-Age=${age}; Path=/; HttpOnly; Secure; SameSite=Lax`;
const PLAIN = (value: string, age: number) =>
  `balance_session=${value}; Max-Age=${age}; Path=/; HttpOnly; SameSite=Lax`;

for (
  const [address, publicUrl, form] of [
    ["https://balance.test", null, SECURE],
    ["http://balance.test", null, SECURE],
    ["http://10.1.2.3:8000", null, SECURE],
    ["http://localhost:8000", null, PLAIN],
    ["http://localhost.balance.test", null, SECURE],
    ["http://127.0.0.1:8000", null, PLAIN],
    ["http://[::1]:8000", null, PLAIN],
    ["http://balance.localhost", null, PLAIN],
    ["https://localhost:8000", null, SECURE],
    ["http://localhost:8000", "https://balance.test", SECURE],
    ["http://10.1.2.3:8000", "http://localhost:8000", PLAIN],
  ] as const
) {
  Deno.test(`at ${address}, known as ${publicUrl}: a cookie of its kind, which signs in and out`, async () => {
    const { signIn, send } = await at(address, publicUrl);
    const started = await signIn();
    assert.equal(started.status, 201, started.text);
    assert.equal(started.body["token"], null);
    const cookie = cookieIn(started.headers);
    const token = cookie.slice(cookie.indexOf("=") + 1);
    assert.equal(started.headers.get("set-cookie"), form(token, 43_200));
    assert.deepEqual(told(await send("GET", SESSION, { Cookie: cookie })), [
      200,
    ]);
    const ended = await send("DELETE", SESSION, {
      Cookie: cookie,
      "Sec-Fetch-Site": "same-origin",
    });
    assert.equal(ended.status, 204);
    assert.equal(ended.headers.get("set-cookie"), form("", 0));
    assert.deepEqual(
      told(await send("GET", SESSION, { Cookie: cookie })),
      [401, "access.unauthenticated"],
    );
  });
}

Deno.test("where there is TLS the cookie without the prefix, which any page under the domain could set, is not looked at", async () => {
  const { send, token } = await at("https://balance.test");
  const cookie = `balance_session=${await token()}`;
  assert.equal((await send("GET", SESSION, { Cookie: cookie })).status, 401);
});

const OWN = "https://balance.test";
const SITES = [undefined, "same-origin", "same-site", "cross-site", "none"];
const ORIGINS = [
  undefined,
  OWN,
  "https://elsewhere.test",
  "https://balance.test.elsewhere.test",
  "http://balance.test",
  "https://balance.test:8443",
  "null",
  "",
];

for (const publicUrl of [OWN, null]) {
  Deno.test(`what comes by cookie changes something from a page of its own only (address ${publicUrl})`, async () => {
    const { send, token } = await at(OWN, publicUrl);
    const session = await token();
    const cookie = { Cookie: `__Host-balance_session=${session}` };
    const bearer = { Authorization: `Bearer ${session}` };
    let n = 0;
    for (const site of SITES) {
      for (const origin of ORIGINS) {
        const from: Headers = {
          ...site !== undefined && { "Sec-Fetch-Site": site },
          ...origin !== undefined && { Origin: origin },
        };
        const why = JSON.stringify(from);
        const isOwn = site === "same-origin" ||
          site === undefined && (origin === OWN ||
              // A proxy may have taken TLS off, so without a known address only the host counts.
              publicUrl === null && origin === "http://balance.test");
        const make = (signedIn: Headers) =>
          send("POST", "/api/v1/categories", { ...signedIn, ...from }, {
            name: `n ${n++}`,
          });
        assert.deepEqual(
          told(await make(cookie)),
          isOwn ? [201] : CROSS_SITE,
          why,
        );
        assert.deepEqual(told(await make(bearer)), [201], why);
        assert.deepEqual(
          told(await make({ ...cookie, ...bearer })),
          [201],
          why,
        );
        const read = await send("GET", SESSION, { ...cookie, ...from });
        assert.deepEqual(told(read), [200], why);
        const out = await send("DELETE", `${SESSION}?everywhere=maybe`, {
          ...cookie,
          ...from,
        });
        assert.deepEqual(
          told(out),
          isOwn ? [422, "request.invalid"] : CROSS_SITE,
          why,
        );
      }
    }
    assert.equal(n, SITES.length * ORIGINS.length * 3);
  });
}

Deno.test("the refusal is a problem that says what was wrong, and nothing was done", async () => {
  const { send, token, call } = await at(OWN);
  const refused = await send("POST", "/api/v1/categories", {
    Cookie: `__Host-balance_session=${await token()}`,
    "Sec-Fetch-Site": "cross-site",
    "X-Request-Id": "r-1",
  }, { name: "Rail" });
  assert.equal(refused.headers.get("content-type"), "application/problem+json");
  assert.deepEqual(refused.body, {
    type: "https://balance.invalid/problems#request.cross_site",
    title:
      "A request signed in by cookie must come from a page of this service",
    status: 403,
    instance: "urn:request:r-1",
    request_id: "r-1",
  });
  const { body } = await call("GET", "/api/v1/categories");
  assert.deepEqual(body["data"] as unknown, []);
});

Deno.test("an Authorization that opens nothing is not made good by a cookie", async () => {
  const { send, token } = await at(OWN);
  const cookie = { Cookie: `__Host-balance_session=${await token()}` };
  for (const Authorization of ["Bearer wrong", "Basic YTpi", ""]) {
    const answer = await send("GET", SESSION, { ...cookie, Authorization });
    assert.deepEqual(told(answer), [401, "access.unauthenticated"]);
  }
});

Deno.test("no page of another site signs its reader in; a program does", async () => {
  const { signIn, send } = await at(OWN);
  const foreign = [
    { "Sec-Fetch-Site": "cross-site" },
    { "Sec-Fetch-Site": "same-site" },
    { "Sec-Fetch-Site": "none" },
    { Origin: "https://elsewhere.test" },
    { Origin: "null" },
  ];
  for (const from of foreign) {
    const answer = await signIn(from);
    assert.deepEqual(told(answer), CROSS_SITE);
    assert.equal(answer.headers.get("set-cookie"), null);
    const accepted = await send("POST", "/api/v1/invitations/accept", from, {
      code: `balinv_${"0".repeat(64)}`,
      name: "Bo",
    });
    assert.deepEqual(told(accepted), CROSS_SITE);
  }
  for (
    const from of [{}, { Origin: OWN }, { "Sec-Fetch-Site": "same-origin" }]
  ) {
    assert.deepEqual(told(await signIn(from)), [201]);
  }
});

Deno.test("signing in takes no form, no key to repeat by, no query", async () => {
  const { send, signIn } = await at(OWN);
  assert.deepEqual(
    told(await signIn({ "Content-Type": "application/x-www-form-urlencoded" })),
    [415, "request.wrong_content_type"],
  );
  assert.deepEqual(
    told(await signIn({ "Idempotency-Key": "1" })),
    [400, "request.idempotency_key_not_taken"],
  );
  assert.deepEqual(
    told(await signIn({ "If-Match": '"1"' })),
    [400, "request.if_match_not_taken"],
  );
  const wrong = await send("POST", `${SESSION}?code=1`, {}, { code: "a.b.c" });
  assert.deepEqual(wrong.body["errors"], [
    { parameter: "code", detail: "is not a known parameter" },
  ]);
  const body = await send("POST", SESSION, {}, { code: "a b", as: "cake" });
  assert.deepEqual(
    body.body["errors"].map(({ pointer }: { pointer: string }) => pointer),
    ["/code", "/as"],
  );
});

Deno.test("without a key for sessions nobody signs in, and keys work as ever", async () => {
  const trial = await openHttpTrial();
  const app = honoApi({
    deps: { ...trial.deps, sessionTokens: null },
    log: () => {},
    ready: () => Promise.resolve(true),
  });
  const answer = await app.fetch(
    new Request(`${OWN}${SESSION}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ code: "a.b.c" }),
    }),
  );
  const { type } = await answer.json();
  assert.deepEqual(
    [answer.status, type],
    [404, "https://balance.invalid/problems#session.off"],
  );
  assert.deepEqual(told(await trial.call("GET", SESSION)), [200]);
});

Deno.test("the page of a sign-in link holds no code, runs its own script only and uses nothing up", async () => {
  const { send } = await at(OWN);
  const page = await send("GET", "/sign-in");
  assert.equal(page.status, 200);
  assert.equal(
    page.headers.get("content-security-policy"),
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  );
  assert.equal(page.headers.get("referrer-policy"), "no-referrer");
  assert(!/ on\w+=|<script>|style=/.test(page.text));
  const [script] = /src="[^"]+"/.exec(page.text)!;
  const loaded = await send("GET", script.slice(5, -1));
  assert.equal(
    loaded.headers.get("content-type"),
    "text/javascript; charset=utf-8",
  );
  assert(!/innerHTML|document\.write|eval/.test(loaded.text));
});
