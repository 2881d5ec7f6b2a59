import assert from "node:assert/strict";
import { watchBacklog } from "../../src/main/watch_backlog.ts";
import { openHttpTrial } from "./http_trial.ts";

const record = (n: number) => ({
  external_id: `b-${n}`,
  description: "Tallow & Reed",
});

/** A service that counts its own backlog, anew whenever the test says so. */
async function openBounded(bounds: { tenant: number; all: number }) {
  const opened: { watch?: ReturnType<typeof watchBacklog> } = {};
  const trial = await openHttpTrial({
    backlog: {
      bounds,
      waiting: (tenantId) => opened.watch!.backlog.waiting(tenantId),
      note: (tenantId, records) =>
        opened.watch!.backlog.note(tenantId, records),
    },
  });
  async function recount(): Promise<void> {
    await opened.watch?.close();
    opened.watch = watchBacklog({
      feed: trial.feed,
      clock: trial.clock,
      bounds,
      everyMs: 3_600_000,
      onError: (error) => {
        throw error;
      },
    });
    await opened.watch.close();
  }
  await recount();
  return { ...trial, recount };
}

const kindOf = (answer: { body: { type?: unknown } }) =>
  String(answer.body.type).split("#")[1];

Deno.test("a tenant with too many waiting records is told to come back, others are not", async () => {
  const { call, as, stranger, recount, runJobs } = await openBounded({
    tenant: 3,
    all: 1_000,
  });
  const push = (c: typeof call, ...numbers: number[]) =>
    c("POST", "/api/v1/records", { records: numbers.map(record) });
  assert.equal((await push(call, 1, 2)).status, 202);
  // What comes below the bound is taken whole, though it passes the bound.
  assert.equal((await push(call, 3, 4, 5)).status, 202);
  const refused = await push(call, 6);
  assert.equal(refused.status, 429);
  assert.equal(refused.headers.get("Retry-After"), "30");
  assert.equal(kindOf(refused as never), "record.backlog_full");
  assert.deepEqual(
    [refused.body["waiting"], refused.body["bound"]] as unknown,
    [5, 3],
  );
  const later = await call(
    "POST",
    "/api/v1/records",
    { records: [record(6)] },
    {
      Prefer: "respond-async",
    },
  );
  assert.equal(later.status, 429);
  assert.equal((await push(as(await stranger()), 1)).status, 202);

  await recount();
  assert.equal((await push(call, 6)).status, 429);
  await runJobs();
  await recount();
  assert.equal((await push(call, 6)).status, 202);
  assert.equal(
    (await call("GET", "/api/v1/records?limit=200")).body["data"]!.length,
    6,
  );
});

Deno.test("a service with too many waiting records tells everybody to come back", async () => {
  const { call, as, stranger } = await openBounded({ tenant: 100, all: 2 });
  const other = as(await stranger());
  const body = { records: [record(1), record(2)] };
  assert.equal((await call("POST", "/api/v1/records", body)).status, 202);
  for (const caller of [call, other]) {
    const refused = await caller("POST", "/api/v1/records", body);
    assert.equal(refused.status, 503);
    assert.equal(refused.headers.get("Retry-After"), "30");
    assert.equal(kindOf(refused as never), "record.service_backlog_full");
  }
});

Deno.test("a repeated request gets its answer however full the backlog is", async () => {
  const { call } = await openBounded({ tenant: 1, all: 100 });
  const once = () =>
    call("POST", "/api/v1/records", { records: [record(1)] }, {
      "Idempotency-Key": "k-1",
    });
  const first = await once();
  const second = await once();
  assert.deepEqual([first.status, second.status], [202, 202]);
  assert.deepEqual(second.body, first.body);
});

Deno.test("many requests at once do not all find the same room", async () => {
  const { call, recount } = await openBounded({ tenant: 5, all: 1_000 });
  const push = (n: number) =>
    call("POST", "/api/v1/records", { records: [record(n), record(n + 1)] });
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, i) => push(2 * i)),
  );
  const statuses = answers.map(({ status }) => status).toSorted();
  assert.deepEqual(statuses, [...Array(3).fill(202), ...Array(7).fill(429)]);
  await recount();
  assert.equal((await push(100)).status, 429);
});

Deno.test("what was not accepted after all takes no room", async () => {
  const { call } = await openBounded({ tenant: 3, all: 1_000 });
  const push = (records: unknown[]) =>
    call("POST", "/api/v1/records", { records });
  // Two of one id are refused, and repeats add nothing.
  for (let i = 0; i < 3; i++) {
    assert.equal((await push([record(1), record(1)])).status, 422);
    assert.equal((await push([record(1)])).status, 202);
  }
  assert.equal((await push([record(2), record(3)])).status, 202);
  assert.equal((await push([record(4)])).status, 429);
});
