import { Queue as BullQueue } from "bullmq";
import type { Clock } from "../../ports/clock.ts";
import type { Queue, QueueCounts, QueueSettings } from "../../ports/queue.ts";
import {
  type Job,
  priorityOf,
  type QueueName,
  queueOf,
  QUEUES,
} from "../../src/events/job.ts";
import {
  disconnect,
  producerConnection,
  redisError,
  whenReady,
  workerConnection,
} from "./connections.ts";
import { consume, type Consumer } from "./consumer.ts";
import { generations } from "./generation.ts";
import { bullName } from "./names.ts";
import type { Carried } from "./processor.ts";
import { watchConsumers } from "./watch.ts";

export interface BullmqOptions extends QueueSettings {
  /** `redis://user:password@host:port/database`. */
  readonly url: string;
  /** Every key begins with it: two services with prefixes of their own can share a database. */
  readonly prefix: string;
  readonly clock: Clock;
  /** A job is taken from a worker that said nothing for this long; 15 s unless told otherwise. */
  readonly lockMs?: number;
}

/** A queue in Redis, and how its consumers do. */
export interface BullmqQueue extends Queue {
  /** BullMQ's own view, for a board. */
  readonly boards: readonly BullQueue[];
  /** See `Watch`. */
  idleMs(): number;
  revivals(): number;
}

const POLL_MS = 20;

/** Jobs in Redis, carried by BullMQ between processes. Redis holds ids, and nothing that could not be lost. */
export function bullmqQueue(
  { url, prefix, clock, lockMs, ...settings }: BullmqOptions,
): BullmqQueue {
  const { attemptsMax, rates } = settings;
  const onError = (error: unknown) => settings.onError(redisError(error));
  const redis = producerConnection(url);
  redis.on("error", onError);
  const open = (queue: QueueName) => {
    const bull = new BullQueue<Carried>(bullName(queue), {
      connection: redis,
      prefix,
      // What it asks at its beginning could fail once and would then have failed for good.
      skipVersionCheck: true,
      skipMetasUpdate: true,
      defaultJobOptions: {
        attempts: attemptsMax + SPARE_ATTEMPTS,
        backoff: { type: "custom" },
        removeOnComplete: true,
        removeOnFail: true,
        stackTraceLimit: 0,
      },
    });
    bull.on("error", onError);
    return bull;
  };
  const bulls = new Map(QUEUES.map((name) => [name, open(name)]));
  const consumers: Consumer[] = [];
  /** Asks Redis when it is there; what goes wrong is named as its error. */
  const ask = async <T>(what: () => Promise<T>): Promise<T> => {
    try {
      await whenReady(redis);
      return await what();
    } catch (error) {
      throw redisError(error);
    }
  };
  const counts = async (queue: QueueName): Promise<QueueCounts> => {
    const found = await ask(() =>
      bulls.get(queue)!.getJobCounts(
        "waiting",
        "prioritized",
        "active",
        "delayed",
      )
    );
    return {
      waiting: found.waiting! + found.prioritized!,
      active: found.active!,
      delayed: found.delayed!,
    };
  };
  const generation = generations(redis, prefix);
  const watch = watchConsumers(consumers, {
    counts,
    limited: async (queue) => {
      const rate = rates[queue];
      if (!rate) return false;
      return await ask(() => bulls.get(queue)!.getRateLimitTtl(rate.jobs)) > 0;
    },
    onError,
  });

  return {
    boards: [...bulls.values()],
    idleMs: watch.idleMs,
    revivals: watch.revivals,
    async add(jobs) {
      const ofQueue = Map.groupBy(
        jobs,
        ({ task }) => queueOf(task) as QueueName | undefined,
      );
      await ask(() =>
        Promise.all(
          [...ofQueue].map(([queue, jobs]) =>
            queue
              ? bulls.get(queue)!.addBulk(jobs.map(carried))
              : onError(new Error(`no queue carries ${JSON.stringify(jobs)}`))
          ),
        )
      );
    },
    work(queue, handler, giveUp) {
      if (consumers.some((one) => one.queue === queue)) {
        throw new Error(`${queue} has a worker already`);
      }
      consumers.push(consume(queue, {
        ...settings,
        prefix,
        ...lockMs !== undefined && { lockMs },
        clock,
        handler,
        giveUp,
        connect: () => workerConnection(url),
      }));
    },
    counts,
    generation: () => ask(generation),
    async idle() {
      for (;;) {
        const all = await Promise.all(QUEUES.map(counts));
        if (
          all.every((one) => one.waiting + one.active + one.delayed === 0)
        ) return;
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      }
    },
    async close(graceMs) {
      await watch.close();
      const drained = Promise.all(consumers.map((one) => one.close()));
      if (graceMs === undefined) await drained;
      else {
        const limit = Promise.withResolvers<void>();
        const timer = setTimeout(limit.resolve, graceMs);
        await Promise.race([drained, limit.promise]);
        clearTimeout(timer);
      }
      // BullMQ would wait for a Redis that is away; what it closes besides ends with the connection.
      if (redis.status === "ready") {
        await Promise.all([...bulls.values()].map((bull) => bull.close()));
      }
      await disconnect(redis);
    },
  };
}

/** BullMQ's own count must not end before ours: giving a job up can fail too, and is tried again. */
const SPARE_ATTEMPTS = 10;

function carried(job: Job) {
  return {
    name: job.task.kind,
    data: { job },
    opts: { jobId: job.id, priority: priorityOf(job.task) },
  };
}
