import assert from "node:assert/strict";
import { Webhook } from "standardwebhooks";
import {
  balance,
  BalanceProblem,
  BalanceUntrusted,
  verifyCloudEvents,
  verifyWebhook,
} from "../../adapters/client/balance.ts";
import { heldWorld } from "../support/held_world.ts";
import { openHttpTrial } from "./http_trial.ts";

/** A client of a service in memory, over a network that does what `through` says. */
async function trialClient(
  through: (answer: () => Promise<Response>) => Promise<Response> = (answer) =>
    answer(),
) {
  const trial = await openHttpTrial();
  const world = heldWorld();
  const api = balance({
    baseUrl: "http://balance.test",
    apiKey: trial.secret,
    world,
    fetch: (request) => through(async () => await trial.app.fetch(request)),
  });
  return { ...trial, api, world };
}

const records = (count: number) => ({
  records: Array.from({ length: count }, (_, n) => ({
    external_id: `r-${n}`,
    description: `TALLOW & REED ${n}`,
  })),
});

Deno.test("client: the main job, from the records that go in to the event that a decision leaves", async () => {
  const { api, runJobs } = await trialClient();
  const made = await api.post("/categories", { body: { name: "Paper" } });
  const intake = await api.post("/records", { body: records(1) });
  const [id] = intake.record_ids;
  await runJobs();
  const { data, waiting } = await api.get("/approvals", {
    query: { limit: 10 },
  });
  assert.equal(waiting, 1);
  assert.equal(data[0]!.record.id, id);
  await api.post("/approvals/{id}/decide", {
    path: { id: data[0]!.id },
    body: { verdict: "override", category_id: made.id },
  });
  const record = await api.get("/records/{id}", { path: { id: id! } });
  assert.deepEqual([record.status, record.category_id], ["approved", made.id]);
  const types = ["TX_OVERRIDDEN"];
  const { data: events } = await api.get("/events", { query: { type: types } });
  assert.deepEqual(events.map(({ type }) => type), types);
});

Deno.test("client: a refusal is an error that says what, where and in which request", async () => {
  const { api } = await trialClient();
  const error = await api.post("/records", {
    body: {
      records: [{
        external_id: "a",
        description: "b",
        amount: { minor: 1, currency: "QQQ" },
      }],
    },
  }).catch((error) => error);
  assert(error instanceof BalanceProblem);
  assert.deepEqual(
    [error.kind, error.status, error.errors],
    ["request.invalid", 422, [{
      pointer: "/records/0/amount/currency",
      detail: "is not an ISO 4217 currency code",
    }]],
  );
  assert.match(error.requestId!, /^req_/);
  assert.equal(
    error.message,
    "request.invalid (422): The request has parts that are wrong or missing\n" +
      "  /records/0/amount/currency is not an ISO 4217 currency code",
  );
  const stale = await api.request("get", "/tenant");
  await api.patch("/tenant", { body: { name: "Two" }, ifMatch: stale.etag! });
  await assert.rejects(
    api.patch("/tenant", { body: { name: "Three" }, ifMatch: stale.etag! }),
    { kind: "tenant.stale", status: 412 },
  );
});

Deno.test("client: answers that are lost on the way double nothing", async () => {
  let lost = 0;
  const { api, call } = await trialClient(async (answer) => {
    const answered = await answer();
    if (lost++ % 3 === 2) return answered;
    await answered.body?.cancel();
    throw new TypeError("connection reset");
  });
  const first = await api.request("post", "/records", { body: records(5) });
  assert.deepEqual([first.attempts, first.isReplay], [3, true]);
  assert("accepted" in first.body);
  assert.equal(first.body.accepted, 5);
  await api.post("/categories", { body: { name: "Paper" } });
  const { body } = await call("GET", "/api/v1/categories");
  assert.equal(body["data"]!.length, 1);
});

Deno.test("client: lists are walked to their end, each page asked for when it is needed", async () => {
  let asked = 0;
  const { api, runJobs } = await trialClient((answer) => {
    asked++;
    return answer();
  });
  await api.post("/records", { body: records(7) });
  await runJobs();
  asked = 0;
  const seen: string[] = [];
  for await (const one of api.all("/records", { query: { limit: 3 } })) {
    seen.push(one.external_id);
  }
  assert.deepEqual(
    seen.sort(),
    records(7).records.map(({ external_id }) => external_id),
  );
  assert.equal(asked, 3);
  for await (const _ of api.all("/records", { query: { limit: 2 } })) break;
  assert.equal(asked, 4);

  const seqs: number[] = [];
  const query = { after: 2, limit: 3 };
  for await (const { seq } of api.all("/events", { query })) seqs.push(seq);
  const [last] = seqs.slice(-1);
  assert(last! > 8);
  assert.deepEqual(
    seqs,
    Array.from({ length: last! - 2 }, (_, i) => i + 3),
  );
});

Deno.test("client: lines of JSON come one by one, and files as they are", async () => {
  const { api } = await trialClient();
  await api.post("/records", { body: records(40) });
  const lines: number[] = [];
  for await (const line of api.lines("/events/export")) {
    if ("seq" in line) lines.push(line.seq);
  }
  assert.deepEqual(lines, lines.map((_, i) => i + 1));
  assert(lines.length > 0);
  const file = await api.open("/rules/export");
  assert.equal(file.status, 200);
  assert.match(await file.text(), /rules/);
  const kept = await api.post("/records/import", {
    query: { currency: "GBP" },
    file: () => new Blob(["date,description,amount\n"]).stream(),
  });
  assert.equal(kept.status, "received");
});

Deno.test("client: a webhook is read by whoever has the secret, and by nobody else", () => {
  const secret = `whsec_${btoa("0123456789abcdef01234567")}`;
  const other = `whsec_${btoa("76543210fedcba9876543210")}`;
  const body = JSON.stringify({
    type: "notice.test",
    timestamp: "2026-03-31T09:30:00.000Z",
    data: { notice_id: "ntc_1" },
  });
  const now = new Date();
  const headers = (at: Date) => ({
    "webhook-id": "ndl_1",
    "webhook-timestamp": String(Math.floor(at.getTime() / 1_000)),
    "webhook-signature": new Webhook(secret).sign("ndl_1", at, body),
  });
  const expected = { id: "ndl_1", ...JSON.parse(body) };
  const sent = headers(now);
  for (const given of [sent, new Headers(sent)]) {
    assert.deepEqual(verifyWebhook({ secret, headers: given, body }), expected);
  }
  const both = [other, secret];
  assert.deepEqual(
    verifyWebhook({ secret: both, headers: sent, body }),
    expected,
  );
  const wrong: readonly Parameters<typeof verifyWebhook>[0][] = [
    { secret: other, headers: sent, body },
    { secret: [], headers: sent, body },
    { secret, headers: {}, body },
    { secret, headers: sent, body: `${body} ` },
    {
      secret,
      headers: headers(new Date(now.getTime() - 6 * 60_000)),
      body,
    },
  ];
  for (const one of wrong) {
    assert.throws(() => verifyWebhook(one), BalanceUntrusted);
  }
  const signed = (content: unknown) => {
    const body = JSON.stringify(content);
    const signature = new Webhook(secret).sign("ndl_1", now, body);
    const headers = { ...sent, "webhook-signature": signature };
    return { secret, headers, body };
  };
  for (const content of [null, 5, "s", {}, [{ type: "a" }]]) {
    assert.throws(() => verifyWebhook(signed(content)), BalanceUntrusted);
  }
  const events = [{ specversion: "1.0", id: "a" }];
  assert.deepEqual(verifyCloudEvents(signed(events)), { id: "ndl_1", events });
  assert.throws(
    () => verifyCloudEvents({ secret, headers: sent, body }),
    BalanceUntrusted,
  );
});
