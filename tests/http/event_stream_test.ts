import assert from "node:assert/strict";
import { eventsIn, type SentEvent } from "../support/event_source.ts";
import { problem } from "./http_client.ts";
import { type HttpTrialOptions, openHttpTrial } from "./http_trial.ts";
import { memberOf, tokenOf } from "./signed_in.ts";

/** A service whose idle streams say something at once. */
const QUICK = { held: { idleMs: 20 } };

async function openStreams(given: HttpTrialOptions = QUICK) {
  const trial = await openHttpTrial(given);
  const aborts: AbortController[] = [];
  return {
    ...trial,
    add: (name: string) =>
      trial.call("POST", "/api/v1/categories", { name }).then(({ status }) =>
        assert.equal(status, 201)
      ),
    async open(
      query = "",
      headers: Record<string, string> = {},
      key: string | null = trial.secret,
    ) {
      const abort = new AbortController();
      aborts.push(abort);
      const response = await trial.app.fetch(
        new Request(`http://balance.test/api/v1/events${query}`, {
          headers: {
            Accept: "text/event-stream",
            ...key !== null && { Authorization: `Bearer ${key}` },
            ...headers,
          },
        }),
      );
      return { response, events: eventsIn(response.body!) };
    },
  };
}

/** The next part that tells an event. */
async function nextOf(events: AsyncGenerator<SentEvent>): Promise<SentEvent> {
  for (;;) {
    const { value, done } = await events.next();
    assert(!done, "the stream ended");
    if (value.event !== null) return value;
  }
}

Deno.test("a stream says where it begins, then what happens, as it happens", async () => {
  const { open, add, call, held } = await openStreams();
  const { body: head } = await call("GET", "/api/v1/events/checkpoint");
  const seq = Number(head["seq"]);
  const { response, events } = await open();
  assert.equal(response.status, 200);
  const header = (name: string) => response.headers.get(name);
  assert.equal(header("content-type"), "text/event-stream");
  assert.equal(header("cache-control"), "no-store, no-transform");
  assert.equal(header("x-accel-buffering"), "no");
  assert.deepEqual((await events.next()).value, {
    id: String(seq),
    event: null,
    data: null,
  });
  await add("Fuel");
  const told = await nextOf(events);
  const { body } = await call("GET", `/api/v1/events?after=${seq}`);
  assert.deepEqual(told, {
    id: String(seq + 1),
    event: "CATEGORY_CREATED",
    data: JSON.stringify((body["data"] as unknown as unknown[])[0]),
  });
  assert.equal(held.open, 1);
  await events.return(undefined);
  assert.equal(held.open, 0);
});

Deno.test("a stream goes on from Last-Event-ID, which goes before after", async () => {
  const { open, add, call } = await openStreams();
  for (const name of ["A", "B", "C"]) await add(name);
  const { body: head } = await call("GET", "/api/v1/events/checkpoint");
  const last = Number(head["seq"]);
  const from = async (query: string, headers = {}) => {
    const { events } = await open(query, headers);
    const { id } = await nextOf(events);
    await events.return(undefined);
    return Number(id);
  };
  assert.equal(await from(`?after=${last - 2}`), last - 1);
  assert.equal(await from("?after=0"), 1);
  const back = { "Last-Event-ID": String(last - 1) };
  assert.equal(await from("?after=0", back), last);
  assert.equal(await from("?after=1", { "Last-Event-ID": "" }), 2);
});

Deno.test("a place that the log has not reached, or that is none, is refused before anything is streamed", async () => {
  const { call, held } = await openStreams();
  const { body: head } = await call("GET", "/api/v1/events/checkpoint");
  const seq = Number(head["seq"]);
  const ask = (query: string, headers: Record<string, string> = {}) =>
    call("GET", `/api/v1/events${query}`, undefined, {
      Accept: "text/event-stream",
      ...headers,
    });
  const ahead = await ask("", { "Last-Event-ID": String(seq + 1) });
  const beyond = `after=${seq + 1}`;
  const inPages = ["", "&wait=1"].map((wait) =>
    call("GET", `/api/v1/events?${beyond}${wait}`)
  );
  for (const { body } of [ahead, ...await Promise.all(inPages)]) {
    assert.deepEqual(
      body,
      problem(
        "events.ahead",
        422,
        "The log does not reach that far: it is not the log you read before",
        { after: seq + 1, seq },
      ),
    );
  }
  const title = "The request has parts that are wrong or missing";
  for (const id of ["x", "-1", "1.5", "99999999999999999999"]) {
    const wrong = await ask("", { "Last-Event-ID": id });
    assert.deepEqual(
      wrong.body,
      problem("request.invalid", 422, title, {
        errors: [{
          header: "Last-Event-ID",
          detail: "is not an id of a stream",
        }],
      }),
    );
  }
  for (const name of ["wait", "limit"]) {
    const wrong = await ask(`?${name}=1`);
    assert.deepEqual(
      wrong.body,
      problem("request.invalid", 422, title, {
        errors: [{ parameter: name, detail: "is not for a stream" }],
      }),
    );
  }
  assert.equal(held.open, 0);
});

Deno.test("a filter narrows a stream, and its place moves on with what is left out", async () => {
  const { open, add, call, clock } = await openStreams();
  const { events } = await open("?type=RULE_CREATED,CATEGORY_UPDATED");
  const first = (await events.next()).value;
  for (const name of ["A", "B", "C"]) await add(name);
  const { body: head } = await call("GET", "/api/v1/events/checkpoint");
  assert.notEqual(head["seq"] as unknown, Number(first.id));
  clock.advance(10_000);
  for (;;) {
    const { value } = await events.next();
    assert.deepEqual([value.event, value.data], [null, null]);
    if (Number(value.id) === (head["seq"] as unknown)) break;
  }
  const list = await call("GET", "/api/v1/categories");
  const { id } = (list.body["data"] as unknown as { id: string }[])[0]!;
  await call("PATCH", `/api/v1/categories/${id}`, { name: "Z" });
  assert.equal((await nextOf(events)).event, "CATEGORY_UPDATED");
  await events.return(undefined);
});

Deno.test("a stream ends with a word once its key is revoked, and what happens after is not in it", async () => {
  const { open, keyOf, call, add } = await openStreams();
  const key = await keyOf("viewer");
  const { events } = await open("", {}, key);
  await events.next();
  const keys = await call("GET", "/api/v1/api-keys");
  const { id } =
    (keys.body["data"] as unknown as { id: string; role: string }[])
      .find(({ role }) => role === "viewer")!;
  const gone = await call("DELETE", `/api/v1/api-keys/${id}`);
  assert(gone.status < 300, gone.text);
  const rest: SentEvent[] = [];
  for await (const one of events) {
    if (one.event !== null) rest.push(one);
  }
  assert.deepEqual(rest.map(({ event }) => event), ["API_KEY_REVOKED", "end"]);
  assert.deepEqual(JSON.parse(rest[1]!.data!), {
    reason: "access.unauthenticated",
  });
  await add("Fuel");
});

Deno.test("a session's stream ends when its member is removed", async () => {
  const trial = await openStreams();
  const { id, email } = await memberOf(trial, "reviewer");
  const token = await tokenOf(trial, email);
  // As a browser's EventSource asks: by cookie, and with nothing else.
  const { events, response } = await trial.open("", {
    Cookie: `__Host-balance_session=${token}`,
    "Sec-Fetch-Site": "same-origin",
  }, null);
  assert.equal(response.status, 200);
  await events.next();
  const removed = await trial.call("DELETE", `/api/v1/members/${id}`);
  assert(removed.status < 300, removed.text);
  let last: SentEvent | undefined;
  for await (const one of events) last = one;
  assert.deepEqual(last, {
    id: null,
    event: "end",
    data: '{"reason":"access.unauthenticated"}',
  });
  assert.equal(trial.held.open, 0);
});

Deno.test("streams have bounds, and one that ends makes room", async () => {
  const { open, stranger, held } = await openStreams({
    held: { ofTenant: 2, ofAll: 3, idleMs: 20 },
  });
  const first = await open();
  const second = await open();
  const third = await open();
  assert.equal(third.response.status, 429);
  assert.equal(third.response.headers.get("retry-after"), "10");
  assert.match(await third.response.text(), /#limit\.streams"/);
  const other = await stranger();
  const theirs = await open("", {}, other);
  assert.equal(theirs.response.status, 200);
  const full = await open("", {}, other);
  assert.equal(full.response.status, 503);
  assert.equal(full.response.headers.get("retry-after"), "10");
  assert.match(await full.response.text(), /#limit\.streams_of_all"/);
  await second.response.body!.cancel();
  assert.equal(held.open, 2);
  const again = await open();
  assert.equal(again.response.status, 200);
  for (const { response } of [first, theirs, again]) {
    await response.body!.cancel();
  }
  assert.equal(held.open, 0);
});

Deno.test("a reader who does not read costs one page, and is cut after a while", async () => {
  let reads = 0;
  const { open, call, runJobs, held } = await openStreams({
    held: { idleMs: 20, stalledMs: 50 },
    wrap: (uow) => ({
      run: (permit, work) => {
        if (permit.action === "events.read") reads++;
        return uow.run(permit, work);
      },
    }),
  });
  for (let page = 0; page < 3; page++) {
    await call("POST", "/api/v1/records", {
      records: Array.from({ length: 400 }, (_, i) => ({
        external_id: `${page}.${i}`,
        description: "Rail North",
      })),
    });
  }
  await runJobs();
  reads = 0;
  const { response } = await open("?after=0");
  const reader = response.body!.getReader();
  await reader.read();
  const first = await reader.read();
  assert.equal(first.value!.length > 10_000, true);
  assert.equal(reads, 2, "where the log ends, and one page");
  while (held.open > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  assert.equal(reads, 2);
  const word = new TextDecoder().decode((await reader.read()).value);
  assert.equal(word, 'event: end\ndata: {"reason":"stream.not_read"}\n\n');
  assert.equal((await reader.read()).done, true);
  assert.equal(held.unread, 1);
});

Deno.test("when the service stops, streams end with a word, and who does not read finds it", async () => {
  const { open, held } = await openStreams();
  const read = await open();
  const unread = await open();
  await read.events.next();
  const next = (async () => {
    let last: SentEvent | undefined;
    for await (const one of read.events) last = one;
    return last;
  })();
  held.close();
  assert.deepEqual(await next, {
    id: null,
    event: "end",
    data: '{"reason":"service.stopping"}',
  });
  assert.equal(held.unread, 1);
  assert.equal(
    await unread.response.text(),
    'event: end\ndata: {"reason":"service.stopping"}\n\n',
  );
  const late = await open();
  assert.equal(late.response.status, 503);
  await late.response.body!.cancel();
  assert.equal(held.open, 0);
});

Deno.test("HEAD opens no stream", async () => {
  const { call, held } = await openStreams();
  const head = await call("HEAD", "/api/v1/events", undefined, {
    Accept: "text/event-stream",
  });
  assert.equal(head.status, 200);
  assert.equal(head.headers.get("content-type"), "text/event-stream");
  assert.equal(held.open, 0);
});
