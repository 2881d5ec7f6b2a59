import assert from "node:assert/strict";
import { UnrecoverableError, Worker } from "bullmq";
import { workerConnection } from "../../adapters/bullmq/connections.ts";
import { consume } from "../../adapters/bullmq/consumer.ts";
import { stalledTooOften, TryAgain } from "../../adapters/bullmq/processor.ts";
import {
  type BullmqOptions,
  bullmqQueue,
} from "../../adapters/bullmq/queue.ts";
import { systemClock } from "../../adapters/system/clock.ts";
import type { Job } from "../../src/events/job.ts";
import { ok } from "../../src/kernel/result.ts";
import { type FreshRedis, freshRedis } from "../support/redis.ts";
import { queueContract, RATED, sampleJob } from "./queue.ts";

const SETTINGS = {
  clock: systemClock(),
  concurrency: 2,
  attemptsMax: 3,
  backoffMs: 1,
  rates: {},
  onError: (error: unknown) => {
    throw error;
  },
};

/** A database of its own, and queues on it, all closed at the end. */
async function onRedis(
  body: (
    open: (given?: Partial<BullmqOptions>) => ReturnType<typeof bullmqQueue>,
    redis: FreshRedis,
  ) => Promise<void>,
): Promise<void> {
  const redis = freshRedis();
  const { url, prefix } = redis;
  const opened: ReturnType<typeof bullmqQueue>[] = [];
  try {
    await body((given) => {
      const queue = bullmqQueue({ ...SETTINGS, url, prefix, ...given });
      opened.push(queue);
      return queue;
    }, redis);
  } finally {
    for (const queue of opened) await queue.close();
    await redis.drop();
  }
}

queueContract("BullMQ", {
  async open(clock) {
    const { url, prefix, drop } = freshRedis();
    const queue = bullmqQueue({
      ...SETTINGS,
      clock,
      url,
      prefix,
      rates: RATED,
    });
    return {
      ...queue,
      async close(graceMs) {
        await queue.close(graceMs);
        if (graceMs === undefined) await drop();
      },
    };
  },
  attemptsMax: 3,
});

Deno.test("bullmqQueue() carries jobs from one process to another, each to one of several workers", async () => {
  await onRedis(async (open) => {
    const seen: Job[] = [];
    for (const worker of [open(), open()]) {
      worker.work("records:ingest", (job) => {
        seen.push(job);
        return Promise.resolve(ok(null));
      }, () => assert.fail("given up"));
    }
    const jobs = Array.from({ length: 40 }, () => sampleJob());
    const senders = [open(), open()];
    await Promise.all(senders.map((sender) => sender.add(jobs)));
    await senders[0]!.idle();
    const ids = (of: readonly Job[]) => of.map(({ id }) => id).toSorted();
    // Added by both while it waits or runs, a job is carried once; one that was done in between, twice.
    assert.deepEqual([...new Set(ids(seen))], ids(jobs));
  });
});

Deno.test("bullmqQueue() tells of a new generation when Redis was emptied", async () => {
  await onRedis(async (open, { client, prefix }) => {
    const [one, two] = [open(), open()];
    const before = await one.generation();
    assert.equal(await two.generation(), before);
    await client((redis) => redis.del(`${prefix}:generation`));
    const after = await one.generation();
    assert.notEqual(after, before);
    assert.equal(await two.generation(), after);
  });
});

Deno.test("bullmqQueue() gives up a job that is no job of ours, and goes on", async () => {
  await onRedis(async (open) => {
    const queue = open();
    await queue.boards[0]!.add("strange", { job: { id: 7 } }, { jobId: "x" });
    const good = sampleJob();
    await queue.add([good]);
    const seen: Job[] = [];
    const lost: string[] = [];
    queue.work("records:ingest", (job) => {
      seen.push(job);
      return Promise.resolve(ok(null));
    }, ({ errorClass }) => Promise.resolve(void lost.push(errorClass)));
    await queue.idle();
    assert.deepEqual(seen, [good]);
    assert.deepEqual(lost, ["job.malformed"]);
  });
});

Deno.test("bullmqQueue() tries to give a job up again when that failed", async () => {
  const told: unknown[] = [];
  await onRedis(async (open) => {
    const queue = open({ onError: (error) => void told.push(error) });
    const boom = new Error("the dead letters are away");
    let tries = 0;
    queue.work(
      "records:ingest",
      () => {
        throw new Error("broken");
      },
      () => ++tries < 3 ? Promise.reject(boom) : Promise.resolve(),
    );
    await queue.add([sampleJob()]);
    await queue.idle();
    assert.equal(tries, 3);
    assert.deepEqual(told, [boom, boom]);
  });
});

Deno.test("bullmqQueue() keeps ids in Redis and no more, and nothing once a job is done", async () => {
  await onRedis(async (open, { client, prefix }) => {
    const queue = open();
    const job = sampleJob();
    await queue.add([job]);
    const key = `${prefix}:records.ingest:${job.id}`;
    const stored = await client((redis) => redis.hgetall(key));
    assert.deepEqual(JSON.parse(stored.data!), { job });
    queue.work(
      "records:ingest",
      () => Promise.resolve(ok(null)),
      () => assert.fail("given up"),
    );
    await queue.idle();
    assert.deepEqual(await client((redis) => redis.keys(`${key}*`)), []);
  });
});

Deno.test("bullmqQueue() takes a job from a worker that went silent, and does it", async () => {
  await onRedis(async (open, { url, prefix }) => {
    const queue = open({ lockMs: 200 });
    const job = sampleJob();
    const begun = Promise.withResolvers<void>();
    const go = Promise.withResolvers<void>();
    // A worker that does not renew its lock, as one that was stopped or killed does not.
    const silent = new Worker("records.ingest", async () => {
      begun.resolve();
      await go.promise;
    }, {
      connection: { url, maxRetriesPerRequest: null },
      prefix,
      lockDuration: 100,
      skipLockRenewal: true,
      skipStalledCheck: true,
    });
    // What it says when it finds its lock gone.
    silent.on("error", () => {});
    await silent.waitUntilReady();
    await queue.add([job]);
    await begun.promise;
    const seen = Promise.withResolvers<Job>();
    queue.work("records:ingest", (job) => {
      seen.resolve(job);
      return Promise.resolve(ok(null));
    }, () => assert.fail("given up"));
    assert.deepEqual(await seen.promise, job);
    await queue.idle();
    go.resolve();
    await silent.close();
  });
});

Deno.test("a job whose workers died of it too often is given up as one that may hold poison", () => {
  const job = sampleJob();
  const carried = { data: { job }, attemptsMade: 0 } as never;
  const clock = { now: () => "2026-03-01T00:00:00.000Z" as const };
  assert.deepEqual(
    stalledTooOften(carried, new UnrecoverableError("stalled"), clock),
    {
      job,
      errorClass: "job.stalled",
      reason: "job.stalled: the workers that did it ended in the middle of it",
      attempts: 0,
      firstFailedAt: "2026-03-01T00:00:00.000Z",
      suspect: true,
    },
  );
  assert.equal(
    stalledTooOften(carried, new TryAgain("down", 0), clock),
    undefined,
  );
});

Deno.test("a consumer that is opened anew goes on", async () => {
  await onRedis(async (open, { url, prefix }) => {
    const queue = open();
    const seen: Job[] = [];
    const consumer = consume("records:ingest", {
      ...SETTINGS,
      prefix,
      connect: () => workerConnection(url),
      handler: (job) => {
        seen.push(job);
        return Promise.resolve(ok(null));
      },
      giveUp: () => assert.fail("given up"),
    });
    const [one, two] = [sampleJob(), sampleJob()];
    await queue.add([one]);
    await queue.idle();
    await consumer.revive();
    await queue.add([two]);
    await queue.idle();
    await consumer.close();
    assert.deepEqual(seen, [one, two]);
  });
});
