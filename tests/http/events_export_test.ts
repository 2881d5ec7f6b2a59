import assert from "node:assert/strict";
import { Audit } from "../../src/events/audit.ts";
import { GENESIS } from "../../src/events/chain.ts";
import { readExportLine } from "../../src/events/event_json.ts";
import { problem } from "./http_client.ts";
import { openHttpTrial } from "./http_trial.ts";

Deno.test("GET /events/export: the whole log and where it stands, over several pages", async () => {
  const { call } = await openHttpTrial();
  for (let i = 0; i < 1_100; i++) {
    await call("POST", "/api/v1/categories", { name: `Category ${i}` });
  }
  const { body: head } = await call("GET", "/api/v1/events/checkpoint");
  const answer = await call("GET", "/api/v1/events/export");
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get("Content-Type"), "application/x-ndjson");
  const lines = answer.text.trimEnd().split("\n");
  assert.deepEqual(JSON.parse(lines[0]!), { checkpoint: GENESIS });
  assert.deepEqual(JSON.parse(lines.at(-1)!), { checkpoint: head });
  assert.deepEqual(
    lines.slice(1, -1).map((line) => JSON.parse(line).seq),
    Array.from({ length: Number(head["seq"]) }, (_, i) => i + 1),
  );
  assert(Number(head["seq"]) > 1_100);
  const { body } = await call("GET", "/api/v1/events?limit=1");
  assert.equal(
    lines[1],
    JSON.stringify((body["data"] as unknown as unknown[])[0]),
  );
  assert(lines.every((line) => readExportLine(line) !== null));
});

Deno.test("GET /events/export?after=: goes on behind an event", async () => {
  const { call } = await openHttpTrial();
  const { body: first } = await call("GET", "/api/v1/events/checkpoint");
  await call("POST", "/api/v1/categories", { name: "Fuel" });
  const { body: then } = await call("GET", "/api/v1/events/checkpoint");
  const after = Number(first["seq"]);
  const { text } = await call("GET", `/api/v1/events/export?after=${after}`);
  const lines = text.trimEnd().split("\n").map((line) => JSON.parse(line));
  assert.deepEqual(lines[0], { checkpoint: first });
  assert.deepEqual(lines.at(-1), { checkpoint: then });
  assert.deepEqual(lines.slice(1, -1).map(({ seq }) => seq), [after + 1]);

  const last = Number(then["seq"]);
  const none = await call("GET", `/api/v1/events/export?after=${last}`);
  assert.deepEqual(
    none.text.trimEnd().split("\n").map((line) => JSON.parse(line)),
    [{ checkpoint: then }, { checkpoint: then }],
  );
  const beyond = await call("GET", `/api/v1/events/export?after=${last + 1}`);
  assert.deepEqual(
    beyond.body,
    problem(
      "events.not_there_yet",
      422,
      "The log has no such event to go on after",
      { after: last + 1 },
    ),
  );
});

Deno.test("GET /events/export: contents erased while it is written are named in it", async () => {
  const { call, runJobs, app, secret } = await openHttpTrial();
  const sent = await call("POST", "/api/v1/records", {
    records: [{ external_id: "a", description: "Quillfeather" }],
  });
  await runJobs();
  const [id] = sent.body["record_ids"]!;
  for (let page = 0; page < 6; page++) {
    const made = await call("POST", "/api/v1/records", {
      records: Array.from({ length: 500 }, (_, i) => ({
        external_id: `${page}.${i}`,
        description: "Rail North",
      })),
    });
    assert.equal(made.status, 202);
  }
  await runJobs();
  await call("PATCH", `/api/v1/records/${id}`, { description: "Tallow" });
  const response = await app.fetch(
    new Request("http://balance.test/api/v1/events/export", {
      headers: { Authorization: `Bearer ${secret}` },
    }),
  );
  const parts = response.body!.pipeThrough(new TextDecoderStream())
    .getReader();
  let text = (await parts.read()).value!;
  await call("POST", "/api/v1/privacy/erasures", { record_ids: [id] });
  await runJobs();
  for (;;) {
    const { value, done } = await parts.read();
    if (done) break;
    text += value;
  }
  const audit = new Audit([]);
  for (const line of text.trimEnd().split("\n")) {
    audit.take(readExportLine(line));
  }
  const { findings, erased } = audit.report();
  assert.deepEqual(findings, []);
  assert.equal(erased, 1);
});
