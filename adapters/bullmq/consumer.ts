import { type Job as BullJob, Worker } from "bullmq";
import type { Redis } from "ioredis";
import type { Clock } from "../../ports/clock.ts";
import type { GivenUp, JobHandler, QueueSettings } from "../../ports/queue.ts";
import type { QueueName } from "../../src/events/job.ts";
import { disconnect, redisError } from "./connections.ts";
import { bullName } from "./names.ts";
import {
  backoff,
  type Carried,
  processor,
  stalledTooOften,
} from "./processor.ts";

/** A job is taken from a worker that said nothing for this long. */
const LOCK_MS = 15_000;
const STALLED_EVERY_MS = 5_000;
/** A job whose worker died in the middle of it this often is given up. */
const STALLS_MAX = 5;
/** After an error of the connection the next job is asked for this much later. */
const PAUSE_MS = 1_000;

export interface ConsumerOptions extends QueueSettings {
  readonly clock: Clock;
  readonly handler: JobHandler;
  readonly giveUp: (lost: GivenUp) => Promise<void>;
  readonly connect: () => Redis;
  readonly prefix: string;
  readonly lockMs?: number;
}

/** What hands one queue's jobs to their handler in this process. */
export interface Consumer {
  readonly queue: QueueName;
  /** Jobs that run here now. */
  running(): number;
  /** When a job last began or ended here, by `performance.now()`. */
  lastMs(): number;
  /** Ends the connection, whatever runs on it, and opens another: one can stop to consume after Redis was away. */
  revive(): Promise<void>;
  close(): Promise<void>;
}

export function consume(
  queue: QueueName,
  { clock, handler, giveUp, connect, prefix, lockMs = LOCK_MS, ...settings }:
    ConsumerOptions,
): Consumer {
  const { concurrency, attemptsMax, backoffMs, rates, onError } = settings;
  const work = processor({ clock, handler, giveUp, attemptsMax, onError });
  const rate = rates[queue];
  let running = 0;
  let lastMs = performance.now();
  let current = open();

  async function counted(job: BullJob<Carried>): Promise<void> {
    running++;
    lastMs = performance.now();
    try {
      await work(job);
    } finally {
      running--;
      lastMs = performance.now();
    }
  }

  function open() {
    const connection = connect();
    const onRedisError = (error: unknown) => onError(redisError(error));
    connection.on("error", onRedisError);
    const worker = new Worker<Carried>(bullName(queue), counted, {
      connection,
      prefix,
      concurrency,
      lockDuration: lockMs,
      stalledInterval: Math.min(STALLED_EVERY_MS, lockMs),
      maxStalledCount: STALLS_MAX,
      runRetryDelay: PAUSE_MS,
      settings: { backoffStrategy: backoff(backoffMs) },
      ...rate && { limiter: { max: rate.jobs, duration: rate.perMs } },
    });
    worker.on("error", onRedisError);
    worker.on("failed", (job, error) => {
      const lost = job && stalledTooOften(job, error, clock);
      if (lost) giveUp(lost).catch(onError);
    });
    const end = async (force: boolean) => {
      await worker.close(force);
      await disconnect(connection);
    };
    return { end, isAway: () => connection.status !== "ready" };
  }

  return {
    queue,
    running: () => running,
    lastMs: () => lastMs,
    async revive() {
      const { end } = current;
      lastMs = performance.now();
      current = open();
      await end(true);
    },
    // While Redis is away nothing can be fetched, and BullMQ would wait for it.
    close: () => current.end(running === 0 && current.isAway()),
  };
}
