import { Counter, Histogram, Registry } from "prom-client";
import type { QueueName } from "../../src/events/job.ts";
import { HEARD, type Heard } from "../../src/billing/heard.ts";
import type { ModelTally } from "../../src/processing/model/model_tally.ts";
import { registerModel } from "./model.ts";
import { METRIC } from "./names.ts";
import { registerStates, type States } from "./states.ts";

/** What came of one try of a job. `retry`: it failed and comes again; after the last one the job is `dead` or `split`. */
export type JobOutcome = "done" | "retry" | "dead" | "split";

export type RecordOutcome = "auto" | "needs_review" | "failed";

/** Which limit refused a request. */
export const LIMITED_BY = [
  "key",
  "tenant",
  "address",
  "at_once",
  "streams",
  "streams_of_all",
] as const;
export type LimitedBy = typeof LIMITED_BY[number];
/** Whose backlog was full: the sender's own, or that of all. */
export type RefusalReason = "tenant_backlog" | "backlog";

/** What is counted and timed. No label holds an id or anything that a sender chose. */
export interface Metrics {
  /** `route` is a pattern, null where none fits; `method` a method of HTTP or `_OTHER`. */
  request(of: {
    readonly method: string;
    readonly route: string | null;
    readonly status: number;
    readonly ms: number;
  }): void;
  job(of: {
    readonly queue: QueueName;
    readonly kind: string;
    readonly outcome: JobOutcome;
    readonly ms: number;
  }): void;
  records(outcome: RecordOutcome, count: number): void;
  intakeRefused(reason: RefusalReason): void;
  limited(by: LimitedBy): void;
  /** What became of a payment provider's message. */
  heard(message: Heard): void;
  /** `model`: the one that the service is configured with, or `other`. */
  model(of: ModelTally & { readonly provider: string }): void;
  /** All of it in Prometheus' text format; `registry.contentType` says which version. */
  readonly registry: Registry;
}

const HTTP_BUCKETS_S = [
  0.005,
  0.01,
  0.025,
  0.05,
  0.1,
  0.25,
  0.5,
  1,
  2.5,
  5,
  10,
];
const JOB_BUCKETS_S = [
  0.01,
  0.025,
  0.05,
  0.1,
  0.25,
  0.5,
  1,
  2.5,
  5,
  10,
  30,
  60,
];

/** Metrics in a registry of their own. The states are asked for at each scrape. */
export function prometheusMetrics(states: States): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const requests = new Histogram({
    name: METRIC.httpRequestDuration,
    help: "How long requests took, by the pattern of their route.",
    labelNames: ["method", "route", "status"],
    buckets: HTTP_BUCKETS_S,
    registers,
  });
  const jobs = new Histogram({
    name: METRIC.jobDuration,
    help: "How long tries of jobs took, by what came of them.",
    labelNames: ["queue", "kind", "outcome"],
    buckets: JOB_BUCKETS_S,
    registers,
  });
  const records = new Counter({
    name: METRIC.records,
    help: "Records decided alone, left to a person, or failed for good.",
    labelNames: ["outcome"],
    registers,
  });
  const refused = new Counter({
    name: METRIC.intakeRefused,
    help: "Requests refused because too many records wait.",
    labelNames: ["reason"],
    registers,
  });
  const limited = new Counter({
    name: METRIC.limited,
    help: "Requests refused because they came too often or too many at once.",
    labelNames: ["limit"],
    registers,
  });
  const countModel = registerModel(registry);
  // From the start, so that a first increase is one.
  for (const outcome of ["auto", "needs_review", "failed"]) {
    records.inc({ outcome }, 0);
  }
  for (const reason of ["tenant_backlog", "backlog"]) {
    refused.inc({ reason }, 0);
  }
  for (const limit of LIMITED_BY) limited.inc({ limit }, 0);
  const heard = new Counter({
    name: METRIC.billingMessages,
    help: "Messages of the payment provider, by what became of them.",
    labelNames: ["received"],
    registers,
  });
  for (const received of HEARD) heard.inc({ received }, 0);
  registerStates(registry, states);

  return {
    registry,
    request: ({ method, route, status, ms }) =>
      requests.observe(
        { method, route: route ?? "unknown", status: String(status) },
        ms / 1000,
      ),
    job: ({ ms, ...labels }) => jobs.observe(labels, ms / 1000),
    records: (outcome, count) => records.inc({ outcome }, count),
    intakeRefused: (reason) => refused.inc({ reason }),
    limited: (limit) => limited.inc({ limit }),
    heard: (received) => heard.inc({ received }),
    model: countModel,
  };
}
