import assert from "node:assert/strict";
import ipaddr from "ipaddr.js";
import { honoApi, type HonoApiOptions } from "../../adapters/hono/hono_api.ts";
import { memoryRateLimiter } from "../../adapters/rate_limiter/limiter.ts";
import type { Limits } from "../../ports/rate_limiter.ts";
import { openHttpTrial } from "../http/http_trial.ts";
import { OWN, SAME } from "../http/open_console.ts";
import { tokenOf } from "../http/signed_in.ts";

/** A service with limits; `call` sends from an address, with a key. */
async function openLimited(
  limits: Limits,
  options: Partial<HonoApiOptions> = {},
) {
  const trial = await openHttpTrial();
  const app = honoApi({
    deps: trial.deps,
    log: () => {},
    ready: () => Promise.resolve(true),
    limits: {
      limiter: memoryRateLimiter(limits),
      trustedProxies: [ipaddr.parseCIDR("10.0.0.0/8")],
    },
    ...options,
  });
  async function call(
    key: string,
    { from = "198.51.100.7", path = "/api/v1/tenant", headers = {} }: {
      readonly from?: string;
      readonly path?: string;
      readonly headers?: Record<string, string>;
    } = {},
  ) {
    const response = await app.fetch(
      new Request(`http://balance.test${path}`, {
        headers: { Authorization: `Bearer ${key}`, ...headers },
      }),
      { remoteAddress: from },
    );
    const text = await response.text();
    return { status: response.status, headers: response.headers, text };
  }
  return { ...trial, trial, app, call };
}

/** Tests end before what is counted is forgotten. */
function limitTest(name: string, fn: () => Promise<void>): void {
  Deno.test({ name, fn, sanitizeOps: false, sanitizeResources: false });
}

limitTest(
  "a key is heard so often in a while, is told how it stands, and when to come again",
  async () => {
    const { call, secret, keyOf } = await openLimited({
      key: { most: 2, windowS: 60 },
      tenant: { most: 100, windowS: 3_600 },
    });
    const other = await keyOf("viewer");
    const first = await call(secret);
    assert.equal(first.status, 200);
    assert.equal(
      first.headers.get("RateLimit-Policy"),
      '"key";q=2;w=60, "tenant";q=100;w=3600',
    );
    assert.match(
      first.headers.get("RateLimit")!,
      /^"key";r=1;t=(60|59), "tenant";r=99;t=(3600|3599)$/,
    );
    await call(secret);
    const third = await call(secret);
    assert.equal(third.status, 429);
    assert.match(third.headers.get("RateLimit")!, /^"key";r=0;t=\d+, /);
    const again = Number(third.headers.get("Retry-After"));
    assert(again >= 1 && again <= 60, String(again));
    const { type, title, retry_after_s } = JSON.parse(third.text);
    assert.deepEqual([type.split("#")[1], title, retry_after_s], [
      "limit.key",
      "Too many requests of this key or person",
      again,
    ]);
    assert.equal((await call(other)).status, 200);
  },
);

limitTest(
  "all keys of a company count for it, and another company is heard",
  async () => {
    const { call, secret, keyOf, stranger } = await openLimited({
      tenant: { most: 2, windowS: 60 },
    });
    const other = await keyOf("viewer");
    const theirs = await stranger();
    assert.deepEqual(
      [
        (await call(secret)).status,
        (await call(other)).status,
        (await call(other)).status,
        (await call(secret)).status,
        (await call(theirs)).status,
      ],
      [200, 200, 429, 429, 200],
    );
  },
);

limitTest(
  "an address that lets nobody in is refused after some tries; a good key from there is heard",
  async () => {
    const { call, secret } = await openLimited({
      address: { most: 3, windowS: 60 },
    });
    const statuses = [];
    for (let i = 0; i < 5; i++) {
      statuses.push((await call(`wrong-${i}`)).status);
    }
    assert.deepEqual(statuses, [401, 401, 401, 429, 429]);
    const refused = await call("wrong-6");
    assert.equal(JSON.parse(refused.text).type.split("#")[1], "limit.address");
    assert(Number(refused.headers.get("Retry-After")) >= 1);
    assert.equal(refused.headers.get("WWW-Authenticate"), null);
    assert.equal((await call(secret)).status, 200);
    assert.equal((await call("wrong-7", { from: "198.51.100.8" })).status, 401);
  },
);

limitTest(
  "a made-up X-Forwarded-For gives nobody another address",
  async () => {
    const { call } = await openLimited({ address: { most: 1, windowS: 60 } });
    const lie = (n: number) => ({
      headers: { "X-Forwarded-For": `203.0.113.${n}` },
    });
    assert.equal((await call("wrong", lie(1))).status, 401);
    assert.equal((await call("wrong", lie(2))).status, 429);
    // Behind the trusted proxy it is the address that it adds.
    const through = (n: number) => ({
      from: "10.0.0.1",
      headers: { "X-Forwarded-For": `203.0.113.${n}, 198.51.100.9` },
    });
    assert.equal((await call("wrong", through(3))).status, 401);
    assert.equal((await call("wrong", through(4))).status, 429);
  },
);

limitTest(
  "few expensive requests of a company run at once, until their answers are read or dropped",
  async () => {
    const { app, secret, call } = await openLimited({}, { expensiveAtOnce: 2 });
    const start = () =>
      app.fetch(
        new Request("http://balance.test/api/v1/events/export", {
          headers: { Authorization: `Bearer ${secret}` },
        }),
      );
    const [one, two] = [await start(), await start()];
    const three = await start();
    assert.deepEqual([one.status, two.status, three.status], [200, 200, 429]);
    const problem = await three.json();
    assert.equal(problem.type.split("#")[1], "limit.at_once");
    assert.equal(three.headers.get("Retry-After"), "5");
    // What is not expensive is heard meanwhile.
    assert.equal((await call(secret)).status, 200);
    await one.text();
    const four = await start();
    assert.equal(four.status, 200);
    await two.body!.cancel();
    const five = await start();
    assert.equal(five.status, 200);
    await four.text();
    await five.text();
    for (let n = 0; n < 3; n++) {
      const head = await app.fetch(
        new Request("http://balance.test/api/v1/events/export", {
          method: "HEAD",
          headers: { Authorization: `Bearer ${secret}` },
        }),
      );
      assert.equal(head.status, 200);
    }
    const refused = await call(secret, {
      path: "/api/v1/events/export?after=99999",
    });
    assert.equal(refused.status, 422);
    const [six, seven] = [await start(), await start()];
    assert.deepEqual([six.status, seven.status], [200, 200]);
    await six.text();
    await seven.text();
  },
);

limitTest(
  "expensive pages of the console are among these, and what was written stands on the refusal",
  async () => {
    const { app, secret, trial } = await openLimited({}, {
      expensiveAtOnce: 1,
      publicUrl: OWN,
    });
    const cookie = `__Host-balance_session=${await tokenOf(
      trial,
      "ann@foxglove.example",
    )}`;
    const ask = (path: string, sent?: string) =>
      app.fetch(
        new Request(`${OWN}/console${path}`, {
          headers: {
            Cookie: cookie,
            ...SAME,
            ...sent && { "Content-Type": "application/x-www-form-urlencoded" },
          },
          ...sent && { method: "POST", body: sent },
        }),
      );
    const held = await app.fetch(
      new Request(`${OWN}/api/v1/events/export`, {
        headers: { Authorization: `Bearer ${secret}` },
      }),
    );
    for (const page of ["overlaps?look=now", "suggestions?look=now"]) {
      const refused = await ask(`/rules/${page}`);
      assert.equal(refused.status, 429);
      assert.equal(refused.headers.get("Retry-After"), "5");
      const text = await refused.text();
      assert.match(text, /Too many requests of this kind/);
      assert(text.includes(`href="/console/rules/${page}">Try again`));
      assert.match(text, /href="\/console\/records"/);
    }
    const lost = await ask("/rules/files", "document=a+long+text");
    assert.equal(lost.status, 429);
    assert.match(await lost.text(), /a long text/);
    for (const cheap of ["", "/overlaps", "/suggestions", "/test"]) {
      const shell = await ask(`/rules${cheap}`);
      assert.equal(shell.status, 200, cheap);
      await shell.text();
    }
    await held.text();
    const later = await ask("/rules/overlaps?look=now");
    assert.equal(later.status, 200);
    await later.text();
  },
);
