import { Counter, Gauge, type Registry } from "prom-client";
import type { Clock } from "../../ports/clock.ts";
import type { Census, QueueCensus } from "../../ports/job_feed.ts";
import type { FeedLag } from "../../ports/log_progress.ts";
import type { QueueCounts } from "../../ports/queue.ts";
import { type QueueName, QUEUES } from "../../src/events/job.ts";
import type { Instant } from "../../src/kernel/instant.ts";
import { METRIC } from "./names.ts";

/** Where the service stands, asked for at each scrape. */
export interface States {
  readonly clock: Clock;
  /** The last count of the outbox; null before the first. */
  readonly census: () => Census | null;
  readonly counts: (queue: QueueName) => Promise<QueueCounts>;
  /** Milliseconds for which jobs have waited although a consumer here is free. */
  readonly idleMs: () => number;
  /** Consumers that had stopped and were started anew. */
  readonly revivals: () => number;
  /** Answers that are held open here. */
  readonly streams: () => number;
  /** How the feeds of endpoints stand; null where this process does not know. */
  readonly feeds: () => FeedLag | null;
  /** Told why the queue could not be counted; a scrape then lacks these samples, and has all others. */
  readonly onError: (error: unknown) => void;
}

/** A scrape does not wait longer than this for a queue that says nothing. */
const COUNT_MS = 2_000;

/** Registers one gauge for each state. What nobody knows has no sample; an age is 0 where nothing waits. */
export function registerStates(registry: Registry, states: States): void {
  const { clock, census, counts, idleMs, revivals, onError } = states;
  const registers = [registry];
  const ageS = (since: Instant | null) =>
    since === null
      ? 0
      : Math.max(0, Date.parse(clock.now()) - Date.parse(since)) / 1000;

  function ofQueues(
    name: string,
    help: string,
    read: (queue: QueueCensus) => number,
  ): void {
    new Gauge({
      name,
      help,
      labelNames: ["queue"],
      registers,
      collect() {
        const { queues } = census() ?? {};
        for (const queue of QUEUES) {
          if (queues) this.set({ queue }, read(queues[queue]));
        }
      },
    });
  }

  /** A gauge over all queues; `NaN`, which no alert fires on, before the first count. */
  function ofAll(
    name: string,
    help: string,
    read: (queues: readonly QueueCensus[]) => number,
  ): void {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        const found = census();
        this.set(found ? read(Object.values(found.queues)) : NaN);
      },
    });
  }

  new Gauge({
    name: METRIC.queueJobs,
    help:
      "Jobs in the queue: waiting, active, or delayed until their next try.",
    labelNames: ["queue", "state"],
    registers,
    async collect() {
      this.reset();
      const all = await Promise.allSettled(
        QUEUES.map((queue) => within(COUNT_MS, counts(queue))),
      );
      for (const [i, one] of all.entries()) {
        const queue = QUEUES[i]!;
        if (one.status === "rejected") {
          onError(one.reason);
          continue;
        }
        for (const state of ["waiting", "active", "delayed"] as const) {
          this.set({ queue, state }, one.value[state]);
        }
      }
    },
  });
  ofQueues(
    METRIC.outboxJobs,
    "Jobs that are not settled.",
    ({ jobs }) => jobs,
  );
  ofAll(
    METRIC.outboxLag,
    "For how long the oldest job that is due was not taken to the queue.",
    (queues) => Math.max(...queues.map(({ untaken }) => ageS(untaken))),
  );
  ofQueues(
    METRIC.oldestWaitingJob,
    "For how long the oldest job has been due that is not settled.",
    ({ oldest }) => ageS(oldest),
  );
  ofAll(
    METRIC.backlogRecords,
    "Records in jobs that are due and not settled.",
    (queues) => queues.reduce((sum, { records }) => sum + records, 0),
  );
  ofQueues(
    METRIC.deadLetters,
    "Jobs that were given up and not sent again.",
    ({ dead }) => dead,
  );
  ofQueues(
    METRIC.oldestDeadJob,
    "For how long the oldest of them has been dead.",
    ({ oldestDead }) => ageS(oldestDead),
  );
  new Gauge({
    name: METRIC.workerIdle,
    help: "For how long jobs have waited although a consumer here is free.",
    registers,
    collect() {
      this.set(idleMs() / 1000);
    },
  });
  registerFollowers(registry, states);
  new Counter({
    name: METRIC.workerRevivals,
    help: "Consumers that had stopped and were started anew.",
    registers,
    collect() {
      this.reset();
      this.inc(revivals());
    },
  });
}

/** Who follows event logs: streams that are open here, and feeds, over all tenants. */
function registerFollowers(
  registry: Registry,
  { streams, feeds }: Pick<States, "streams" | "feeds">,
): void {
  const gauge = (name: string, help: string, read: () => number | undefined) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read() ?? NaN);
      },
    });
  gauge(
    METRIC.eventStreams,
    "Streams of events, and questions that wait for one, that are open here.",
    streams,
  );
  gauge(
    METRIC.eventFeedLag,
    "By how many events the endpoint is behind that is most behind.",
    () => feeds()?.most,
  );
  gauge(
    METRIC.eventFeedsFailing,
    "Endpoints that did not acknowledge the events they were sent last.",
    () => feeds()?.failing,
  );
}

/** The queue did not say in time how many jobs it holds. */
class NotCounted extends Error {
  override readonly name = "NotCounted";
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const limit = Promise.withResolvers<never>();
  const timer = setTimeout(() => limit.reject(new NotCounted()), ms);
  try {
    return await Promise.race([work, limit.promise]);
  } finally {
    clearTimeout(timer);
  }
}
