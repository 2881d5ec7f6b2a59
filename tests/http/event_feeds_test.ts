import assert from "node:assert/strict";
import { CloudEvent, HTTP } from "cloudevents";
import fc from "fast-check";
import { queueAllPushes } from "../../src/main/queue_all_pushes.ts";
import { hookServer } from "../support/hook_server.ts";
import { noticePorts } from "../support/notice_ports.ts";
import { type Body, problem } from "./http_client.ts";
import { openHttpTrial } from "./http_trial.ts";

const ENDPOINTS = "/api/v1/notifications/endpoints";

interface Told {
  readonly seq: number;
  readonly type: string;
}

/** A service, an endpoint of somebody's, and a feed to it. */
async function withFeed(given: Record<string, unknown> = {}) {
  const server = hookServer();
  const trial = await openHttpTrial({
    notices: await noticePorts({ allow: server.allow }),
  });
  const { call, clock, deps, feed: jobs } = trial;
  // The receiver's library holds messages against the machine's clock.
  clock.set(new Date().toISOString() as `${string}Z`);
  const made = await call("POST", ENDPOINTS, { url: server.url, kinds: [] });
  assert.equal(made.status, 201, made.text);
  const id = made.body["id"]!;
  const path = `${ENDPOINTS}/${id}/events`;
  const fed = await call("PUT", path, given);
  assert.equal(fed.status, 201, fed.text);
  return {
    ...trial,
    server,
    logs: jobs.logs,
    id,
    path,
    started: fed.body,
    endpointSecret: made.body["secret"]!,
    add: async (...names: string[]) => {
      for (const name of names) {
        const { status } = await call("POST", "/api/v1/categories", { name });
        assert.equal(status, 201);
      }
    },
    /** What workers do in a while: look for feeds that lack something, and the jobs. */
    async push() {
      await queueAllPushes(deps, jobs.logs);
      await trial.runJobs();
    },
    feed: async (): Promise<Body> => (await call("GET", path)).body,
    head: async () =>
      Number((await call("GET", "/api/v1/events/checkpoint")).body["seq"]),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

/** The numbers of the events in a plain message. */
function seqsIn(body: string): readonly number[] {
  return (JSON.parse(body).data.events as Told[]).map(({ seq }) => seq);
}

/** From the first to the last, both included. */
function upTo(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

Deno.test("a feed sends what happens from then on, signed, in order, and moves its cursor", async () => {
  await using trial = await withFeed();
  const { server, add, push, call, endpointSecret, tenant } = trial;
  const start = Number(trial.started["cursor"]);
  await add("A", "B", "C");
  await push();
  const [message] = server.got;
  const read = message!.verified(endpointSecret) as {
    type: string;
    timestamp: string;
    data: { tenant_id: string; events: Told[] };
  };
  const listed = await call("GET", `/api/v1/events?after=${start}`);
  assert.deepEqual(read.data as unknown, {
    tenant_id: tenant.id,
    events: listed.body["data"],
  });
  assert.equal(read.type, "events");
  const head = await trial.head();
  assert.deepEqual(seqsIn(message!.body), upTo(start + 1, head));
  assert.equal(message!.id, `${trial.id}-${start + 1}-${head}`);
  const { cursor, lag, attempts, last_code } = await trial.feed();
  assert.deepEqual([cursor, lag, attempts, last_code] as unknown[], [
    head,
    0,
    0,
    200,
  ]);
  await push();
  assert.equal(server.got.length, 1, "nothing new, nothing sent");
});

Deno.test("a feed can begin at the first event, in messages of a size, of some types", async () => {
  await using trial = await withFeed({
    after: 0,
    batch_max: 2,
    types: ["CATEGORY_CREATED"],
  });
  await trial.add("A", "B", "C", "D", "E");
  await trial.push();
  assert.deepEqual(
    trial.server.got.map(({ body }) =>
      (JSON.parse(body).data.events as Told[]).map(({ type }) => type).length
    ),
    [2, 2, 1],
  );
  const { cursor } = await trial.feed();
  assert.equal(Number(cursor), await trial.head());
  // What it lets nothing through of moves the cursor all the same.
  await trial.call("POST", "/api/v1/members", {
    email: "x@foxglove.example",
    name: "X",
    role: "viewer",
  });
  await trial.push();
  assert.equal(Number((await trial.feed())["cursor"]), await trial.head());
  assert.equal(trial.server.got.length, 3);
});

Deno.test("a feed of CloudEvents sends batches that their own library holds valid", async () => {
  await using trial = await withFeed({ after: 0, format: "cloudevents" });
  await trial.push();
  const [message] = trial.server.got;
  trial.server.got[0]!.verified(trial.endpointSecret);
  const contentType = /"content-type":"([^"]+)"/.exec(message!.bytes)![1]!;
  assert.equal(contentType, "application/cloudevents-batch+json");
  const read = HTTP.toEvent({
    headers: { "content-type": contentType },
    body: message!.body,
  }) as CloudEvent<unknown>[];
  assert.deepEqual(
    read.map(({ id }) => Number(id)),
    upTo(1, await trial.head()),
  );
  assert(read.every((event) => event.validate()));
  assert.equal(
    read[0]!.source,
    `https://balance.example/tenants/${trial.tenant.id}`,
  );
});

Deno.test("what is not acknowledged is sent again as it was, by the schedule, and nothing overtakes it", async () => {
  await using trial = await withFeed();
  const { server, add, push, clock } = trial;
  server.answer(() => new Response("no", { status: 503 }));
  await add("A", "B");
  await push();
  await add("C");
  await push();
  assert.equal(server.got.length, 1, "not before its time");
  const { attempts, last_code, last_failure, lag, next_attempt_at } =
    await trial.feed();
  assert.deepEqual([attempts, last_code, last_failure, lag] as unknown[], [
    1,
    503,
    "endpoint.refused",
    // One tells that the feed was started.
    4,
  ]);
  assert(next_attempt_at! > clock.now());
  clock.advance(6_001);
  await push();
  assert.equal(server.got.length, 2);
  server.answer(() => new Response(null, { status: 204 }));
  clock.advance(360_001);
  await push();
  const [first, second, third, rest] = server.got;
  assert.equal(second!.body, first!.body);
  assert.equal(third!.body, first!.body);
  assert.deepEqual([second!.id, third!.id], [first!.id, first!.id]);
  assert.deepEqual(seqsIn(rest!.body), [seqsIn(first!.body).at(-1)! + 1]);
  assert.equal(Number((await trial.feed())["lag"]), 0);
});

Deno.test("who fails for five days is disabled and told of; enabled again it goes on where it was", async () => {
  await using trial = await withFeed();
  const { server, add, push, clock, call, id } = trial;
  server.answer(() => new Response("no", { status: 500 }));
  const before = Number(trial.started["cursor"]);
  await add("A");
  for (let n = 0; n < 30; n++) {
    await push();
    clock.advance(12.1 * 3_600_000);
  }
  const failed = await call("GET", `${ENDPOINTS}/${id}`);
  assert.equal(failed.body["disabled_for"], "failing");
  const tries = server.got.length;
  // One each time, until one that was made after five days.
  assert.equal(tries, 11);
  assert.equal(Number((await trial.feed())["cursor"]), before);
  const notices = await call("GET", "/api/v1/notifications/notices");
  const kinds = (notices.body["data"] as unknown as { kind: string }[])
    .map(({ kind }) => kind);
  assert.deepEqual(kinds, ["endpoint_disabled"]);
  server.answer(() => new Response(null, { status: 204 }));
  await push();
  assert.equal(server.got.length, tries, "a disabled endpoint gets nothing");
  await call("PATCH", `${ENDPOINTS}/${id}`, { enabled: true });
  clock.advance(13 * 3_600_000);
  await push();
  assert.equal(server.got[tries]!.id, server.got[0]!.id);
  assert.equal(Number((await trial.feed())["lag"]), 0);
  const all = server.got.slice(tries).flatMap(({ body }) => seqsIn(body));
  assert.deepEqual(all, upTo(before + 1, await trial.head()));
});

Deno.test("410 disables the endpoint at once", async () => {
  await using trial = await withFeed();
  trial.server.answer(() => new Response(null, { status: 410 }));
  await trial.add("A");
  await trial.push();
  const { body } = await trial.call("GET", `${ENDPOINTS}/${trial.id}`);
  assert.equal(body["disabled_for"], "gone");
});

Deno.test("a feed is paused, resumed, moved back and forth, and removed", async () => {
  await using trial = await withFeed({ paused: true });
  const { server, add, push, call, path } = trial;
  const start = Number(trial.started["cursor"]);
  await add("A", "B");
  await push();
  assert.equal(server.got.length, 0);
  assert.equal(
    (await call("PATCH", path, { paused: false })).body["paused_at"],
    null,
  );
  await push();
  assert.equal(seqsIn(server.got[0]!.body)[0], start + 1);
  await call("PATCH", path, { cursor: start + 1 });
  await push();
  assert.equal(seqsIn(server.got[1]!.body)[0], start + 2);
  const head = await trial.head();
  const ahead = await call("PATCH", path, { cursor: head + 1 });
  assert.deepEqual(
    ahead.body,
    problem(
      "event_feed.ahead",
      422,
      "The log has no such event to go on after",
      { after: head + 1, seq: head },
    ),
  );
  await add("C");
  await call("PATCH", path, { cursor: await trial.head() });
  await push();
  // The change itself is an event, and behind that cursor.
  assert.deepEqual(seqsIn(server.got[2]!.body), [await trial.head()]);
  assert.equal((await call("DELETE", path)).status, 204);
  await add("D");
  await push();
  assert.equal(server.got.length, 3);
  assert.equal((await call("GET", path)).status, 404);
  const again = await call("PUT", path, { after: 0 });
  assert.equal(again.status, 201);
  const twice = await call("PUT", path, { format: "cloudevents" });
  assert.equal(twice.status, 200);
  assert.equal(Number(twice.body["cursor"]), 0, "it stays where it is");
});

Deno.test("who moves a cursor while a message is under way has the last word", async () => {
  await using trial = await withFeed();
  const { server, add, push, call, path } = trial;
  await add("A", "B");
  server.answer(async () => {
    server.answer(() => new Response(null, { status: 204 }));
    assert.equal((await call("PATCH", path, { cursor: 2 })).status, 200);
    return new Response(null, { status: 200 });
  });
  await push();
  assert.equal(Number((await trial.feed())["cursor"]), 2);
  await push();
  assert.deepEqual(
    seqsIn(server.got[1]!.body),
    upTo(3, await trial.head()),
  );
});

Deno.test("one sends at a time, and a job that lost its lease moves nothing", async () => {
  await using trial = await withFeed();
  const { server, add, push, clock, runJobs, deps, call } = trial;
  await add("A");
  let isBeside = false;
  server.answer(async () => {
    if (isBeside) return new Response(null, { status: 204 });
    isBeside = true;
    // Another worker comes by while this one waits for its answer.
    await queueAllPushes(deps, trial.logs);
    await runJobs();
    assert.equal(server.got.length, 1, "the lease holds");
    clock.advance(61_000);
    await add("B");
    await queueAllPushes(deps, trial.logs);
    await runJobs();
    return new Response("late", { status: 500 });
  });
  await push();
  await push();
  const { attempts, lag } = await trial.feed();
  assert.deepEqual([attempts, lag] as unknown[], [0, 0], "no word of the 500");
  assert.equal((await call("GET", trial.path)).status, 200);
});

Deno.test("an endpoint that answers as it likes gets every event, in order, and the cursor is right", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.constantFrom(
          200,
          204,
          299,
          301,
          400,
          429,
          500,
          503,
          "endless" as const,
        ),
        { minLength: 5, maxLength: 12 },
      ),
      fc.integer({ min: 1, max: 4 }),
      async (answers, batchMax) => {
        await using trial = await withFeed({ batch_max: batchMax });
        const { server, clock, add, push } = trial;
        const start = Number(trial.started["cursor"]);
        const acknowledged: number[] = [];
        server.answer(() => {
          const seqs = seqsIn(server.got.at(-1)!.body);
          const next = answers.shift() ?? 200;
          if (next === "endless") return new Response("x".repeat(1_000_001));
          if (next < 300) acknowledged.push(...seqs);
          return new Response(null, { status: next });
        });
        for (let n = 0; n < 30; n++) {
          if (n < 6) await add(`${n}a`, `${n}b`);
          await push();
          const { cursor } = await trial.feed();
          assert.equal(
            Number(cursor),
            acknowledged.at(-1) ?? start,
            "the cursor is the last that was acknowledged",
          );
          clock.advance(13 * 3_600_000);
        }
        const head = await trial.head();
        assert.deepEqual(acknowledged, upTo(start + 1, head));
        // Again and again what was refused, and never what comes behind it.
        const first = server.got.map(({ body }) => seqsIn(body)[0]!);
        assert.deepEqual(first, first.toSorted((a, b) => a - b));
      },
    ),
    { numRuns: 4, seed: 9 },
  );
});
