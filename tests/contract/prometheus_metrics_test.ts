import assert from "node:assert/strict";
import { prometheusMetrics } from "../../adapters/prometheus/metrics.ts";
import { METRIC } from "../../adapters/prometheus/names.ts";
import { registerProcess } from "../../adapters/prometheus/process.ts";
import type { States } from "../../adapters/prometheus/states.ts";
import type { Census, QueueCensus } from "../../ports/job_feed.ts";
import { settableClock } from "../support/settable_clock.ts";

const NOTHING: QueueCensus = {
  jobs: 0,
  records: 0,
  oldest: null,
  untaken: null,
  dead: 0,
  oldestDead: null,
};

const CENSUS: Census = {
  queues: {
    "notifications:deliver": NOTHING,
    "billing:sync": NOTHING,
    "records:ingest": NOTHING,
    "records:process": {
      jobs: 3,
      records: 120,
      oldest: "2026-01-02T03:03:05.000Z",
      untaken: "2026-01-02T03:04:03.500Z",
      dead: 2,
      oldestDead: "2026-01-02T02:04:05.000Z",
    },
    "reports:generate": NOTHING,
    "integrations:pull": NOTHING,
  },
  tenants: new Map(),
};

function states(given: Partial<States> = {}): States {
  return {
    clock: settableClock(),
    census: () => CENSUS,
    counts: () => Promise.resolve({ waiting: 1, active: 2, delayed: 3 }),
    idleMs: () => 1_500,
    revivals: () => 4,
    streams: () => 5,
    feeds: () => ({ most: 6, failing: 7 }),
    onError: (error) => assert.fail(String(error)),
    ...given,
  };
}

/** The samples whose lines begin with `name`, as they are printed. */
function samples(text: string, name: string): readonly string[] {
  return text.split("\n").filter((line) => line.startsWith(name));
}

Deno.test("states are told as they are at the scrape", async () => {
  const text = await prometheusMetrics(states()).registry.metrics();
  const of = (name: keyof typeof METRIC) =>
    samples(text, METRIC[name])
      .map((line) => line.slice(METRIC[name].length));
  assert.deepEqual(
    of("queueJobs").slice(0, 3),
    [
      '{queue="records:ingest",state="waiting"} 1',
      '{queue="records:ingest",state="active"} 2',
      '{queue="records:ingest",state="delayed"} 3',
    ],
  );
  const ofQueues = (process: number) => [
    '{queue="records:ingest"} 0',
    `{queue="records:process"} ${process}`,
    '{queue="reports:generate"} 0',
    '{queue="integrations:pull"} 0',
    '{queue="notifications:deliver"} 0',
    '{queue="billing:sync"} 0',
  ];
  assert.deepEqual(of("outboxJobs"), ofQueues(3));
  assert.deepEqual(of("oldestWaitingJob"), ofQueues(60));
  assert.deepEqual(of("deadLetters"), ofQueues(2));
  assert.deepEqual(of("oldestDeadJob"), ofQueues(3600));
  assert.deepEqual(of("outboxLag"), [" 1.5"]);
  assert.deepEqual(of("backlogRecords"), [" 120"]);
  assert.deepEqual(of("workerIdle"), [" 1.5"]);
  assert.deepEqual(of("workerRevivals"), [" 4"]);
  assert.deepEqual(of("eventStreams"), [" 5"]);
  assert.deepEqual(of("eventFeedLag"), [" 6"]);
  assert.deepEqual(of("eventFeedsFailing"), [" 7"]);
});

Deno.test("a queue that is away costs a scrape its own samples and no others", async () => {
  const away = new Error("Redis is away");
  const told: unknown[] = [];
  const { registry } = prometheusMetrics(states({
    census: () => null,
    counts: (queue) =>
      queue === "records:ingest"
        ? Promise.reject(away)
        : Promise.resolve({ waiting: 0, active: 0, delayed: 0 }),
    onError: (error) => void told.push(error),
  }));
  const text = await registry.metrics();
  assert.deepEqual(told, [away]);
  assert.equal(samples(text, METRIC.queueJobs).length, 15);
  assert.deepEqual(samples(text, METRIC.outboxJobs), []);
  assert.match(text, /^balance_backlog_records nan$/im);
  assert.deepEqual(samples(text, METRIC.workerRevivals), [
    "balance_worker_revivals_total 4",
  ]);
});

Deno.test("what happened is counted and timed, by names only", async () => {
  const metrics = prometheusMetrics(states());
  metrics.request({ method: "GET", route: "/a/:id", status: 200, ms: 30 });
  metrics.request({ method: "GET", route: null, status: 404, ms: 30 });
  const job = { queue: "records:process", kind: "process_records" } as const;
  metrics.job({ ...job, outcome: "retry", ms: 2_000 });
  metrics.job({ ...job, outcome: "done", ms: 20 });
  metrics.records("auto", 7);
  metrics.intakeRefused("backlog");
  const text = await metrics.registry.metrics();
  const sums = (name: string) => samples(text, `${name}_sum`);
  assert.deepEqual(sums(METRIC.httpRequestDuration), [
    'balance_http_request_duration_seconds_sum{method="GET",route="/a/:id",status="200"} 0.03',
    'balance_http_request_duration_seconds_sum{method="GET",route="unknown",status="404"} 0.03',
  ]);
  assert.deepEqual(sums(METRIC.jobDuration), [
    'balance_job_duration_seconds_sum{queue="records:process",kind="process_records",outcome="retry"} 2',
    'balance_job_duration_seconds_sum{queue="records:process",kind="process_records",outcome="done"} 0.02',
  ]);
  assert.deepEqual(samples(text, METRIC.records), [
    'balance_records_total{outcome="auto"} 7',
    'balance_records_total{outcome="needs_review"} 0',
    'balance_records_total{outcome="failed"} 0',
  ]);
  assert.deepEqual(samples(text, METRIC.intakeRefused), [
    'balance_intake_refused_total{reason="tenant_backlog"} 0',
    'balance_intake_refused_total{reason="backlog"} 1',
  ]);
});

Deno.test("what models were asked is counted by what came of it, with its tokens and its cost", async () => {
  const metrics = prometheusMetrics(states());
  const tally = {
    provider: "openai",
    model: "m-1",
    outcome: "answered",
    questions: 3,
    inputTokens: 300,
    outputTokens: 60,
    costMicros: 420,
  } as const;
  metrics.model(tally);
  metrics.model({ ...tally, questions: 1 });
  const text = await metrics.registry.metrics();
  const of = 'provider="openai",model="m-1",outcome="answered"';
  assert.deepEqual(samples(text, METRIC.modelQuestions), [
    `balance_model_questions_total{${of}} 4`,
  ]);
  assert.deepEqual(samples(text, METRIC.modelTokens), [
    `balance_model_tokens_total{${of},direction="input"} 600`,
    `balance_model_tokens_total{${of},direction="output"} 120`,
  ]);
  assert.deepEqual(samples(text, METRIC.modelCost), [
    `balance_model_cost_micros_total{${of}} 840`,
  ]);
});

Deno.test("two sets of metrics share nothing", async () => {
  const one = prometheusMetrics(states());
  const other = prometheusMetrics(states());
  one.records("failed", 1);
  const text = await other.registry.metrics();
  assert(text.includes('balance_records_total{outcome="failed"} 0'));
});

Deno.test({
  name: "of the process only what Deno can tell, by the usual names",
  // The event loop's lag is measured for as long as the process lives.
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    const { registry } = prometheusMetrics(states());
    registerProcess(registry);
    const text = await registry.metrics();
    const [rss] = samples(text, "process_resident_memory_bytes");
    assert(Number(rss?.split(" ")[1]) > 1_000_000);
    for (const name of ["process_cpu_seconds_total", "nodejs_eventloop_lag"]) {
      assert.notEqual(samples(text, name).length, 0, name);
    }
    assert.deepEqual(samples(text, "process_open_fds"), []);
  },
});
