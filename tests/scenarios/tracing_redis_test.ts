import assert from "node:assert/strict";
import { freshPostgres } from "../support/databases.ts";
import {
  attributeOf,
  otlpCollector,
  type OtlpSpan,
} from "../support/otlp_collector.ts";
import { apiOf } from "../support/api_of.ts";
import { freshRedis } from "../support/redis.ts";
import { makeTenant, startService } from "../support/service_process.ts";
import { untilProcessed } from "../support/until_processed.ts";

const GIVEN = {
  trace: "4bf92f3577b34da6a3ce929d0e0e4736",
  span: "00f067aa0ba902b7",
};

/** Sends one record to one process while another one works, and returns all spans of both. */
async function traced(
  headers: Readonly<Record<string, string>>,
): Promise<readonly OtlpSpan[]> {
  const database = await freshPostgres();
  const redis = freshRedis();
  const collector = otlpCollector();
  const env = {
    DATABASE_URL: database.url,
    REDIS_URL: redis.url,
    BALANCE_REDIS_PREFIX: redis.prefix,
  };
  const key = await makeTenant(env);
  const api = await startService({ ...env, ...collector.env }, "serve");
  const worker = await startService({ ...env, ...collector.env }, "work");
  const client = apiOf(api, key);
  await client.post("/records", {
    headers,
    body: { records: [{ external_id: "a", description: "Tallow & Reed" }] },
  });
  await untilProcessed(client);
  await collector.until(INTAKE, "job process_records");
  await api.kill();
  await worker.kill();
  await collector.close();
  await redis.drop();
  await database.drop();
  return collector.spans();
}

const INTAKE = "POST /api/v1/records";

Deno.test("one trace from the request to the job's last statement, continued from the caller's", async () => {
  const spans = await traced({
    traceparent: `00-${GIVEN.trace}-${GIVEN.span}-01`,
  });
  const ours = spans.filter(({ traceId }) => traceId === GIVEN.trace);
  const [request, ...otherRequests] = ours.filter(({ kind }) => kind === 2);
  const [job, ...otherJobs] = ours.filter(({ kind }) => kind === 5);
  assert(request && job);
  assert.deepEqual([otherRequests, otherJobs], [[], []]);
  assert.deepEqual([request.name, request.parentSpanId], [INTAKE, GIVEN.span]);
  assert.deepEqual(
    [job.name, job.parentSpanId],
    ["job process_records", request.spanId],
  );
  assert.equal(attributeOf(job, "balance.queue"), "records:process");
  assert.equal(attributeOf(job, "balance.outcome"), "done");
  assert.match(
    String(attributeOf(job, "balance.job.id")),
    /^process_records-[0-9a-f]{32}$/,
  );

  const statements = ours.filter(({ kind }) => kind === 3);
  assert.equal(ours.length, 2 + statements.length);
  const of = ({ spanId }: OtlpSpan) =>
    statements.filter(({ parentSpanId }) => parentSpanId === spanId);
  assert.equal(of(request).length + of(job).length, statements.length);
  const namesOf = (span: OtlpSpan) => of(span).map(({ name }) => name);
  assert(namesOf(request).includes("select api_keys"));
  assert.equal(namesOf(request).at(-1), "insert outbox");
  assert(namesOf(job).includes("delete outbox"));
  // Whoever is sent the log is looked for at once after what was appended.
  const writes = namesOf(job).filter((name) => !name.startsWith("select"));
  assert.equal(writes.at(-1), "update event_heads");
  for (const statement of statements) {
    const text = String(attributeOf(statement, "db.query.text"));
    assert(!text.includes("Tallow"), text);
  }
});

Deno.test("without a caller's trace the request begins one, and the job continues it", async () => {
  const spans = await traced({ traceparent: "nonsense" });
  const request = spans.find(({ name }) => name === INTAKE);
  const job = spans.find(({ name }) => name === "job process_records");
  assert(request && job);
  assert.equal(request.parentSpanId, "");
  assert.deepEqual(
    [job.traceId, job.parentSpanId],
    [request.traceId, request.spanId],
  );
});
