import assert from "node:assert/strict";
import { freshPostgres } from "../support/databases.ts";
import { otlpCollector } from "../support/otlp_collector.ts";
import { freshRedis } from "../support/redis.ts";
import { redisContent } from "../support/redis_content.ts";
import { makeTenant, startService } from "../support/service_process.ts";
import { CANARY, decide, errorsOfOthers, plant, type Send } from "./canary.ts";

const TOKEN = "operator-token-of-the-canary";

/** What no job can be done with: the storage refuses it, and its error quotes the record. */
const POISON = `
  create function refuse_poison() returns trigger language plpgsql as $$
  begin
    raise exception 'poison: %', new.description
      using detail = new.counterparty, hint = new.attributes::text;
  end $$;
  create trigger refuse_poison before update on records for each row
    when (new.status = 'processed' and new.description like '%poison%')
    execute function refuse_poison()`;

/** Fails and shows where, if the canary is in one of the texts. */
function assertClean(what: string, texts: readonly string[]): void {
  for (const text of texts) {
    const at = text.toLowerCase().indexOf(CANARY);
    if (at < 0) continue;
    assert.fail(`${what}: …${text.slice(Math.max(0, at - 300), at + 100)}…`);
  }
}

Deno.test("what senders send is in no log, metric, trace, queue or answer to others", async () => {
  const database = await freshPostgres();
  await database.sql.unsafe(POISON);
  const redis = freshRedis();
  const collector = otlpCollector();
  const env = {
    DATABASE_URL: database.url,
    REDIS_URL: redis.url,
    BALANCE_REDIS_PREFIX: redis.prefix,
    BALANCE_OPERATOR_TOKEN: TOKEN,
    BALANCE_JOB_ATTEMPTS: "2",
    BALANCE_LOG_LEVEL: "debug",
  };
  const key = await makeTenant(env);
  const api = await startService({ ...env, ...collector.env }, "serve");
  const send: Send = async (method, path, body, headers = {}) => {
    const response = await fetch(`${api.address}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...body !== undefined && { "content-type": "application/json" },
        ...headers,
      },
      ...body !== undefined &&
        { body: typeof body === "string" ? body : JSON.stringify(body) },
    });
    return { status: response.status, text: await response.text() };
  };
  const metricsOf = async (address: string) => {
    const response = await fetch(`${address}/metrics`, {
      headers: { authorization: `Bearer ${TOKEN}` },
    });
    assert.equal(response.status, 200);
    return await response.text();
  };

  const { poisoned } = await plant(send);
  const queued: string[] = [];
  while (!queued.some((text) => text.includes("process_records-"))) {
    queued.push(...await redisContent(redis));
  }
  const worker = await startService({ ...env, ...collector.env }, "work");
  const settled = async () => {
    for (;;) {
      queued.push(...await redisContent(redis));
      const [outbox] = await database.sql`select count(*) from outbox`;
      if (outbox?.["count"] === "0") return;
    }
  };
  await settled();
  await decide(send);
  await settled();
  const dead = JSON.parse(
    (await send("GET", `/api/v1/records/${poisoned}`)).text,
  );
  assert.equal(dead.status, "failed");
  const [letter] = await database.sql`select error_class from dead_letters`;
  assert.equal(letter?.["error_class"], "PostgresError P0001");

  const answers = await errorsOfOthers(send);
  const metrics = [
    await metricsOf(api.address),
    await metricsOf(worker.address),
  ];
  await collector.until(
    "give up process_records",
    "POST /api/v1/records",
    "GET /metrics",
  );
  await api.kill();
  await worker.kill();
  await collector.close();

  // That each of them tells anything at all:
  const spans = collector.spans().map(({ name }) => name);
  assert(spans.includes("give up process_records"));
  assert(spans.includes("POST /api/v1/records"));
  assert(worker.output().includes('"msg":"job given up"'));
  assert(api.output().includes('"route":"/api/v1/records"'));
  assert(metrics[1]!.includes('balance_records_total{outcome="failed"} 1'));

  assertClean("the log of the API", [api.output()]);
  assertClean("the log of the worker", [worker.output()]);
  assertClean("the metrics", metrics);
  assertClean("Redis", queued);
  assertClean("an answer to others", answers);
  assertClean("OpenTelemetry", collector.bodies());

  await redis.drop();
  await database.drop();
});
