import assert from "node:assert/strict";
import { CloudEvent, HTTP } from "cloudevents";
import { cloudEvent } from "../../src/events/cloud_event.ts";
import { eventsIn } from "../support/event_source.ts";
import { httpClient } from "./http_client.ts";
import { openHttpTrial } from "./http_trial.ts";

const EVENTS = "/api/v1/events";
const BATCH = "application/cloudevents-batch+json";

/** A log with events of several types, and what a client of CloudEvents makes of it. */
async function openLog() {
  const trial = await openHttpTrial();
  await trial.call("POST", "/api/v1/records", {
    records: [{ external_id: "a", description: "Rail “North”\n🚆" }],
  });
  await trial.runJobs();
  const plain = async (query = "") =>
    (await trial.call("GET", `${EVENTS}${query}`)).body[
      "data"
    ] as unknown as Record<string, unknown>[];
  return { ...trial, plain };
}

Deno.test("a list of CloudEvents is what their own library reads and holds valid", async () => {
  const { call, plain, tenant } = await openLog();
  const answer = await call("GET", `${EVENTS}?limit=200`, undefined, {
    Accept: BATCH,
  });
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get("content-type"), BATCH);
  const read = HTTP.toEvent({
    headers: { "content-type": BATCH },
    body: answer.text,
  }) as CloudEvent<unknown>[];
  const told = await plain("?limit=200");
  assert.equal(read.length, told.length);
  assert(told.length > 3);
  for (const [i, event] of read.entries()) {
    assert.equal(event.validate(), true);
    const { seq, type, occurred_at, payload } = told[i] as {
      seq: number;
      type: string;
      occurred_at: string;
      payload: Record<string, string>;
    };
    assert.equal(event.specversion, "1.0");
    assert.equal(event.id, String(seq));
    assert.equal(event.source, `/tenants/${tenant.id}`);
    assert.equal(event.type, `invalid.balance.${type.toLowerCase()}`);
    assert.equal(event.time, occurred_at);
    assert.equal(event.datacontenttype, "application/json");
    assert.equal(event["sequence"], String(seq).padStart(16, "0"));
    assert.equal(event.subject, payload["record_id"] ?? event.subject);
    assert.deepEqual(event.data, told[i]);
  }
  const processed = read.find(({ type }) => type.endsWith(".processed"))!;
  assert.match(processed.subject!, /^rec_/);
  assert.equal(read[0]!.subject, undefined);
});

Deno.test("every attribute of a CloudEvent has a name and a value that the specification allows", async () => {
  const { tenant, events } = await openLog();
  for (const event of await events()) {
    const { data: _, ...attributes } = cloudEvent(event, {
      tenantId: tenant.id,
      publicUrl: "https://balance.example",
    });
    for (const [name, value] of Object.entries(attributes)) {
      // 1.0.2, "Naming conventions": lower case letters and digits, and not more than 20 of them.
      assert.match(name, /^[a-z0-9]{1,20}$/);
      assert.notEqual(value, "");
      // deno-lint-ignore no-control-regex
      assert.doesNotMatch(value, /[\u0000-\u001f\u007f-\u009f]/);
    }
    assert(URL.canParse(attributes.source));
    assert.equal(
      attributes.source,
      `https://balance.example/tenants/${tenant.id}`,
    );
  }
});

Deno.test("a sequence is a place to go on from, and its order as text is the log's", async () => {
  const { call } = await openLog();
  const ask = (query: string) =>
    call("GET", `${EVENTS}?format=cloudevents&limit=2${query}`);
  const sequences: string[] = [];
  let query = "";
  for (;;) {
    const answer = await ask(query);
    const page = answer.body as unknown as { sequence: string }[];
    if (page.length === 0) {
      assert.equal(answer.headers.get("link"), null);
      break;
    }
    sequences.push(...page.map(({ sequence }) => sequence));
    const last = sequences.at(-1)!;
    const link = /^<(.*)>; rel="next"$/.exec(answer.headers.get("link")!);
    assert.deepEqual(
      Object.fromEntries(new URLSearchParams(link![1])),
      { after: String(Number(last)), format: "cloudevents", limit: "2" },
    );
    query = `&after=${last}`;
  }
  assert.deepEqual(sequences, [...sequences].sort());
  assert.deepEqual(sequences.map(Number), sequences.map((_, i) => i + 1));
});

Deno.test("a stream of CloudEvents has one as the data of each event", async () => {
  const { app, secret, plain } = await openLog();
  const response = await app.fetch(
    new Request(`http://balance.test${EVENTS}?after=0&format=cloudevents`, {
      headers: {
        Accept: "text/event-stream",
        Authorization: `Bearer ${secret}`,
      },
    }),
  );
  const told = await plain();
  const events = eventsIn(response.body!);
  let read = 0;
  for await (const { id, event, data } of events) {
    if (data === null) continue;
    const one = new CloudEvent(JSON.parse(data));
    assert.equal(one.validate(), true);
    assert.deepEqual([one.id, one.data], [id, told[read]]);
    assert.equal(event, told[read]!["type"]);
    if (++read === told.length) break;
  }
  await events.return(undefined);
});

Deno.test("Accept decides the form, and what nobody offers is answered as JSON", async () => {
  const { call } = await openLog();
  const typeFor = async (Accept: string, query = "") =>
    (await call("GET", `${EVENTS}${query}`, undefined, { Accept })).headers
      .get("content-type");
  assert.equal(await typeFor("*/*"), "application/json");
  assert.equal(await typeFor("text/html"), "application/json");
  assert.equal(
    await typeFor(`${BATCH};q=0.5, application/json`),
    "application/json",
  );
  assert.equal(await typeFor(`application/json;q=0.5, ${BATCH}`), BATCH);
  assert.equal(
    await typeFor("application/json", "?format=cloudevents"),
    BATCH,
  );
});

Deno.test("wait: what is there is answered at once, what comes as it comes", async () => {
  const { call, held } = await openLog();
  const there = await call("GET", `${EVENTS}?after=0&wait=30&limit=1`);
  assert.equal(there.body["data"]!.length, 1);
  assert.equal(there.body["next_cursor"], "1");
  const { body: head } = await call("GET", "/api/v1/events/checkpoint");
  const seq = head["seq"]! as unknown as number;
  const waiting = call("GET", `${EVENTS}?after=${seq}&wait=30`);
  while (held.open === 0) await new Promise((done) => setTimeout(done, 1));
  await call("POST", "/api/v1/categories", { name: "Fuel" });
  const came = await waiting;
  assert.deepEqual(
    (came.body["data"] as unknown as { seq: number; type: string }[])
      .map(({ seq, type }) => [seq, type]),
    [[seq + 1, "CATEGORY_CREATED"]],
  );
  assert.equal(held.open, 0);
});

Deno.test("wait: what a filter leaves out is no answer, and is not read again", async () => {
  const { call, held } = await openLog();
  const waiting = call("GET", `${EVENTS}?after=0&wait=1&type=RULE_CREATED`);
  while (held.open === 0) await new Promise((done) => setTimeout(done, 1));
  await call("POST", "/api/v1/categories", { name: "Fuel" });
  const none = await waiting;
  const { body: head } = await call("GET", "/api/v1/events/checkpoint");
  assert.deepEqual(none.body, {
    data: [],
    next_cursor: String(head["seq"]),
  });
  const end = (await call("GET", `${EVENTS}/checkpoint`)).body["seq"];
  const now = await call("GET", `${EVENTS}?after=${end}&wait=0`);
  assert.deepEqual(now.body, { data: [], next_cursor: String(end) });
});

Deno.test("wait: a stop answers at once with nothing, and who lost their key meanwhile gets nothing", async () => {
  const { call, held, keyOf, app } = await openLog();
  const key = await keyOf("viewer");
  const { body: head } = await call("GET", "/api/v1/events/checkpoint");
  const waiting = httpClient(app, key)(
    "GET",
    `${EVENTS}?after=${Number(head["seq"])}&wait=30`,
  );
  while (held.open === 0) await new Promise((done) => setTimeout(done, 1));
  const keys = await call("GET", "/api/v1/api-keys");
  const { id } =
    (keys.body["data"] as unknown as { id: string; role: string }[])
      .find(({ role }) => role === "viewer")!;
  await call("DELETE", `/api/v1/api-keys/${id}`);
  assert.equal((await waiting).status, 401);

  const { body: then } = await call("GET", "/api/v1/events/checkpoint");
  const other = call("GET", `${EVENTS}?after=${Number(then["seq"])}&wait=30`);
  while (held.open === 0) await new Promise((done) => setTimeout(done, 1));
  held.close();
  assert.deepEqual((await other).body, {
    data: [],
    next_cursor: String(then["seq"]),
  });
});

Deno.test("what is about one thing is found by its id, and an id of nothing is refused", async () => {
  const { call, plain } = await openLog();
  const { body } = await call("GET", "/api/v1/records");
  const [record] = body["data"]!;
  const types = (await plain(`?subject=${record!["id"]}`))
    .map(({ type }) => type);
  assert.deepEqual(types, ["INGESTED", "PROCESSED"]);
  assert.deepEqual(
    (await plain(`?subject=${record!["id"]}&type=PROCESSED`)).length,
    1,
  );
  assert.deepEqual(await plain("?subject=rec_01kx2m6v9dfk3tqz8w5y7r4b1c"), []);
  const refused = await call("GET", `${EVENTS}?subject=Rail`);
  assert.equal(refused.status, 422);
  assert.equal(
    refused.body["errors"]![0]!["detail"],
    "is not the id of anything that events are about",
  );
});
