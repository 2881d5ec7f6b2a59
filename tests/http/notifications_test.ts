import assert from "node:assert/strict";
import type { Fact } from "../../src/events/fact.ts";
import { memoryMailer } from "../../adapters/memory/mailer.ts";
import { ok } from "../../src/kernel/result.ts";
import { readPreferences } from "../../src/notifications/use_cases/read_preferences.ts";
import { openScope } from "../../src/tenancy/open_scope.ts";
import { permit } from "../../src/tenancy/access.ts";
import { hookServer } from "../support/hook_server.ts";
import { noticePorts } from "../support/notice_ports.ts";
import { sampleIds } from "../support/samples.ts";
import { value } from "../support/trial.ts";
import { openHttpTrial } from "./http_trial.ts";

const ENDPOINTS = "/api/v1/notifications/endpoints";
const DELIVERIES = "/api/v1/notifications/deliveries";

async function withEndpoint(given: Record<string, unknown> = {}) {
  const server = hookServer();
  const trial = await openHttpTrial({
    notices: await noticePorts({ allow: server.allow }),
  });
  // The receiver's library holds messages against the machine's clock.
  trial.clock.set(new Date().toISOString() as `${string}Z`);
  const made = await trial.call("POST", ENDPOINTS, {
    url: server.url,
    ...given,
  });
  assert.equal(made.status, 201);
  const { id, secret } = made.body as unknown as Record<string, string>;
  return {
    ...trial,
    server,
    id: id!,
    endpointSecret: secret!,
    /** Appends facts as the service itself does. */
    happen: async (...facts: Fact[]) => {
      const scope = openScope(trial.tenant.id, { kind: "system", id: "setup" });
      await trial.deps.uow.run(value(permit(scope, "jobs.run")), (tx) => {
        tx.events.append(facts);
        return Promise.resolve(ok(null));
      });
    },
    deliveries: async (query = "") =>
      (await trial.call("GET", `${DELIVERIES}${query}`)).body[
        "data"
      ]! as unknown as Record<string, unknown>[],
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

const degraded = (connection = sampleIds.next("con")): Fact => ({
  type: "CONNECTION_DEGRADED",
  payload: {
    connection_id: connection,
    before: { state: "healthy" },
    after: { state: "degraded" },
    reason: "the provider answers 500",
  },
});

Deno.test("notices: a test reaches the endpoint, signed over the very bytes, and is in the list", async () => {
  await using trial = await withEndpoint();
  const { call, server, id, endpointSecret, runJobs } = trial;
  assert.match(endpointSecret, /^whsec_[\w+/]{43}=$/);
  assert.equal((await call("POST", `${ENDPOINTS}/${id}/test`)).status, 202);
  await runJobs();
  const [message] = server.got;
  const read = message!.verified(endpointSecret) as Record<string, unknown>;
  assert.equal(read["type"], "notice.test");
  assert.throws(() =>
    message!.verified(`whsec_${new Uint8Array(32).toBase64()}`)
  );
  const [delivery] = await trial.deliveries();
  assert.equal(delivery!["id"], message!.id);
  assert.equal(delivery!["status"], "delivered");
  assert.equal(delivery!["last_code"], 200);
  assert.equal(delivery!["attempts"], 1);
});

Deno.test("notices: one for an incident, however often it happens; its end is told, and the next is another", async () => {
  await using trial = await withEndpoint();
  const { server, happen, runJobs, call, clock } = trial;
  const con = sampleIds.next("con");
  await happen(degraded(con), degraded(con));
  await runJobs();
  clock.advance(1_000);
  await happen(degraded(con));
  await runJobs();
  assert.equal(server.got.length, 1);
  clock.advance(1_000);
  await happen({ ...degraded(con), type: "CONNECTION_RESTORED" } as Fact);
  await runJobs();
  clock.advance(1_000);
  await happen(degraded(con));
  await runJobs();
  const types = server.got.map(({ body }) => JSON.parse(body).type);
  assert.deepEqual(types, [
    "notice.connection_degraded",
    "notice.connection_restored",
    "notice.connection_degraded",
  ]);
  const listed = await call("GET", "/api/v1/notifications/notices");
  const counts = (listed.body["data"] as unknown as Record<string, unknown>[])
    .map(({ kind, count, closed_at }) => [kind, count, closed_at !== null]);
  assert.deepEqual(counts, [
    ["connection_degraded", 1, false],
    ["connection_restored", 1, true],
    ["connection_degraded", 3, true],
  ]);
});

Deno.test("notices: a failing endpoint is tried seven times in the schedule's time, always under the same id", async () => {
  await using trial = await withEndpoint();
  const { server, happen, runJobs, clock } = trial;
  server.answer(() => new Response("no", { status: 500 }));
  await happen(degraded());
  await runJobs();
  const waitsS = [5, 300, 1_800, 7_200, 18_000, 36_000];
  for (const [made, wait] of waitsS.entries()) {
    clock.advance(wait * 1_000 - 1);
    await runJobs();
    assert.equal(server.got.length, made + 1, "too early");
    clock.advance(wait * 200 + 1);
    await runJobs();
    assert.equal(server.got.length, made + 2, "in time");
  }
  clock.advance(10 * 86_400_000);
  await runJobs();
  assert.equal(server.got.length, 7);
  assert.equal(new Set(server.got.map(({ id }) => id)).size, 1);
  assert.equal(new Set(server.got.map(({ body }) => body)).size, 1);
  const [delivery] = await trial.deliveries("?status=failed");
  assert.equal(delivery!["attempts"], 7);
  assert.equal(delivery!["last_failure"], "endpoint.refused");
  // Sent again by hand it has the same id.
  server.answer(() => new Response(null, { status: 204 }));
  const again = await trial.call(
    "POST",
    `${DELIVERIES}/${delivery!["id"]}/redeliver`,
  );
  assert.equal(again.status, 202);
  await runJobs();
  assert.equal(server.got.at(-1)!.id, delivery!["id"]);
  assert.equal((await trial.deliveries("?status=delivered")).length, 1);
});

Deno.test("notices: 410 disables the endpoint at once and says so; a redirect is a failure and not followed", async () => {
  await using trial = await withEndpoint();
  const { server, happen, runJobs, call, id, clock } = trial;
  server.answer(() =>
    new Response(null, { status: 302, headers: { location: server.url } })
  );
  await happen(degraded());
  await runJobs();
  assert.equal(server.got.length, 1);
  assert.equal((await trial.deliveries())[0]!["last_code"], 302);
  server.answer(() => new Response(null, { status: 410 }));
  clock.advance(60_000);
  await runJobs();
  const endpoint = (await call("GET", `${ENDPOINTS}/${id}`)).body;
  assert.equal(endpoint["disabled_for"] as unknown, "gone");
  const test = await call("POST", `${ENDPOINTS}/${id}/test`);
  assert.equal(test.status, 409);
  const kinds = (await call("GET", "/api/v1/notifications/notices")).body[
    "data"
  ] as unknown as { kind: string }[];
  assert.deepEqual(kinds.map(({ kind }) => kind), [
    "endpoint_disabled",
    "connection_degraded",
  ]);
  // A disabled one gets nothing, until it is enabled again.
  await happen(degraded());
  await runJobs();
  assert.equal(server.got.length, 2);
  server.answer(() => new Response());
  const on = await call("PATCH", `${ENDPOINTS}/${id}`, { enabled: true });
  assert.equal(on.body["disabled_for"] as unknown, null);
  await happen(degraded());
  await runJobs();
  assert.equal(server.got.length, 3);
});

Deno.test("notices: in a rotation both secrets sign until the overlap ends", async () => {
  await using trial = await withEndpoint();
  const { server, runJobs, call, id, endpointSecret, clock } = trial;
  const rotated = await call("POST", `${ENDPOINTS}/${id}/rotate-secret`, {
    overlap_s: 60,
  });
  const secret = rotated.body["secret"]!;
  assert.notEqual(secret, endpointSecret);
  await call("POST", `${ENDPOINTS}/${id}/test`);
  await runJobs();
  server.got[0]!.verified(secret);
  server.got[0]!.verified(endpointSecret);
  clock.advance(60_000);
  await call("POST", `${ENDPOINTS}/${id}/test`);
  await runJobs();
  server.got[1]!.verified(secret);
  assert.throws(() => server.got[1]!.verified(endpointSecret));
});

Deno.test("notices: an endpoint gets its kinds alone, a removed one nothing, and no secret is told twice", async () => {
  await using trial = await withEndpoint({ kinds: ["limit_reached"] });
  const { server, happen, runJobs, call, id, endpointSecret } = trial;
  await happen(degraded());
  await runJobs();
  assert.equal(server.got.length, 0);
  const said = JSON.stringify([
    await call("GET", ENDPOINTS),
    await call("GET", `${ENDPOINTS}/${id}`),
    await call("GET", "/api/v1/events?limit=200"),
  ]);
  assert(!said.includes(endpointSecret));
  assert(!said.includes("sealed"));
  assert.equal((await call("DELETE", `${ENDPOINTS}/${id}`)).status, 204);
  assert.equal((await call("GET", `${ENDPOINTS}/${id}`)).status, 404);
  const again = { "Idempotency-Key": "once" };
  const body = { url: server.url };
  const first = await call("POST", ENDPOINTS, body, again);
  const second = await call("POST", ENDPOINTS, body, again);
  assert.equal(second.body["id"], first.body["id"]);
  assert.equal(second.body["secret"] as unknown, null);
});

Deno.test("notices: an address that nothing is ever sent to is refused where it is given, by how it is written", async () => {
  await using trial = await withEndpoint();
  const { call, server, id } = trial;
  const refused = [
    ["https://127.0.0.1/", "it is not an address of the open internet"],
    ["https://10.0.0.7/hook", "it is not an address of the open internet"],
    ["https://169.254.169.254/", "it is not an address of the open internet"],
    ["https://[::1]/", "it is not an address of the open internet"],
    ["https://0x7f000001/", "it is not an address of the open internet"],
    ["https://localhost/", "it is not an address of the open internet"],
    ["https://crm.internal/", "it is not an address of the open internet"],
    ["https://crm/", "it is not an address of the open internet"],
    ["http://hooks.example/", "only https is allowed"],
    ["https://hooks.example:8443/", "only port 443 is allowed"],
  ];
  for (const [url, why] of refused) {
    const errors = [{
      pointer: "/url",
      detail: `cannot be reached from here: ${why}`,
    }];
    for (
      const [method, path] of [
        ["POST", ENDPOINTS],
        ["PATCH", `${ENDPOINTS}/${id}`],
      ] as const
    ) {
      const { status, body } = await call(method, path, { url });
      assert.equal(status, 422, `${method} ${url}`);
      assert.match(body["type"]!, /#endpoint\.address_refused$/);
      assert.deepEqual(body["errors"] as unknown, errors);
    }
  }
  // Nobody looks names up here: this one is told when something is sent.
  const named = await call("POST", ENDPOINTS, { url: "https://name.invalid/" });
  assert.equal(named.status, 201);
  assert.equal((await call("GET", ENDPOINTS)).body["data"]!.length, 2);
  // What the operator allows is taken, also again.
  const again = await call("PATCH", `${ENDPOINTS}/${id}`, { url: server.url });
  assert.equal(again.status, 200);
});

Deno.test("notices: an endpoint whose address may not be reached any more can still be changed and switched", async () => {
  const allow = [{ host: "crm.intern", port: 8443 }];
  const trial = await openHttpTrial({ notices: await noticePorts({ allow }) });
  const url = "http://crm.intern:8443/";
  const made = await trial.call("POST", ENDPOINTS, { url });
  assert.equal(made.status, 201);
  allow.pop();
  const path = `${ENDPOINTS}/${made.body["id"]}`;
  for (const change of [{ url, description: "CRM" }, { enabled: false }]) {
    assert.equal((await trial.call("PATCH", path, change)).status, 200);
  }
  const other = await trial.call("PATCH", path, { url: `${url}other` });
  assert.equal(other.status, 422);
});

Deno.test("notices: without a key that seals there are no endpoints, and the answer says why", async () => {
  const { call } = await openHttpTrial({ notices: { sealer: null } });
  const made = await call("POST", ENDPOINTS, { url: "https://a.example/" });
  assert.equal(made.status, 409);
  assert.equal(made.body["type"]?.includes("no_sealing_key"), true);
});

Deno.test("notices: the link in an e-mail ends them by one POST, and by nothing else", async () => {
  const mailer = memoryMailer();
  const trial = await openHttpTrial({
    notices: await noticePorts({ allow: [], mailer }),
  });
  const { deps, scope, tenant, runJobs, app } = trial;
  const happen = async () => {
    const task = openScope(tenant.id, { kind: "system", id: "setup" });
    await deps.uow.run(value(permit(task, "jobs.run")), (tx) => {
      tx.events.append([degraded()]);
      return Promise.resolve(ok(null));
    });
    await runJobs();
  };
  await happen();
  const url = mailer.sent[0]!.unsubscribeUrl!;
  assert(url.startsWith("https://balance.example/api/v1/notifications/"));
  const post = (path: string) =>
    app.request(path, {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: "List-Unsubscribe=One-Click",
    });
  const modes = async () =>
    value(await readPreferences(deps, scope)).modes.connection_degraded;
  const { pathname } = new URL(url);
  assert.notEqual((await app.request(pathname)).status, 204);
  const other = pathname.replace(scope.actor.id, sampleIds.next("usr"));
  for (
    const path of [
      other,
      `${pathname}x`,
      pathname.slice(0, -9),
      `${pathname}/x`,
    ]
  ) {
    assert.equal((await post(path)).status, 401, path);
  }
  assert.equal(await modes(), "immediate");
  for (let n = 0; n < 2; n++) assert.equal((await post(pathname)).status, 204);
  assert.equal(await modes(), "off");
  await happen();
  assert.equal(mailer.sent.length, 1);
});
