import assert from "node:assert/strict";
import type { JobFeed } from "../../ports/job_feed.ts";
import type { Queue } from "../../ports/queue.ts";
import type { Job } from "../../src/events/job.ts";
import { plusMs } from "../../src/kernel/instant.ts";
import { startRelay } from "../../src/main/relay.ts";
import { take } from "../support/take.ts";
import { incoming, openTrial } from "../support/trial.ts";

/** A queue that only notes what it was given. */
function noting(): {
  queue: Queue;
  given: Job[];
  generation: { current: string };
} {
  const given: Job[] = [];
  const generation = { current: "one" };
  const queue: Queue = {
    add: (jobs) => Promise.resolve(void given.push(...jobs)),
    work: () => {},
    counts: () => Promise.resolve({ waiting: 0, active: 0, delayed: 0 }),
    generation: () => Promise.resolve(generation.current),
    idle: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
  return { queue, given, generation };
}

/** The feed, and a way to wait until it was asked once more. */
function watched(feed: JobFeed) {
  let asked = Promise.withResolvers<void>();
  return {
    feed: {
      take: async (...args) => {
        const jobs = await feed.take(...args);
        asked.resolve();
        asked = Promise.withResolvers<void>();
        return jobs;
      },
      census: (now) => feed.census(now),
      logs: feed.logs,
    } satisfies JobFeed,
    askedAgain: () => asked.promise,
  };
}

const POLL_NEVER_MS = 3_600_000;
const LEASE_MS = 60_000;
/** A relay that does nothing unless it is woken. */
const QUIET = {
  pollMs: POLL_NEVER_MS,
  leaseMs: LEASE_MS,
  share: 100,
  onError: (error: unknown) => {
    throw error;
  },
};

Deno.test("a relay sends a job at once when woken, and again only when its lease has run out", async () => {
  const trial = await openTrial();
  const { feed, askedAgain } = watched(trial.feed);
  const { queue, given } = noting();
  const first = askedAgain();
  const relay = startRelay({
    ...QUIET,
    feed,
    queue,
    clock: trial.clock,
    alone: false,
  });
  await first;
  await trial.send(incoming());
  const passes: number[] = [];
  for (const wait of [0, LEASE_MS - 1, 2]) {
    trial.clock.advance(wait);
    const again = askedAgain();
    relay.wake();
    await again;
    await Promise.resolve();
    passes.push(given.length);
  }
  await relay.close();
  assert.deepEqual(passes, [1, 1, 2]);
  assert.equal(given[0]!.id, given[1]!.id);
});

Deno.test("a relay that is alone sends at once what an earlier process had taken", async () => {
  const trial = await openTrial();
  await trial.send(incoming());
  const now = trial.clock.now();
  assert.equal((await take(trial.feed, 10, now, plusMs(now, -1))).length, 1);
  trial.clock.advance(1);
  const { feed, askedAgain } = watched(trial.feed);
  const { queue, given } = noting();
  const first = askedAgain();
  const relay = startRelay({
    ...QUIET,
    feed,
    queue,
    clock: trial.clock,
    alone: true,
  });
  await first;
  await relay.close();
  assert.equal(given.length, 1);
});

Deno.test("a relay sends everything again at once when the queue tells of a new generation", async () => {
  const trial = await openTrial();
  await trial.send(incoming());
  const { feed, askedAgain } = watched(trial.feed);
  const { queue, given, generation } = noting();
  const first = askedAgain();
  const relay = startRelay({
    ...QUIET,
    feed,
    queue,
    clock: trial.clock,
    alone: false,
  });
  await first;
  const counts = [given.length];
  for (const current of ["one", "two", "two"]) {
    trial.clock.advance(500);
    generation.current = current;
    const again = askedAgain();
    relay.wake();
    await again;
    counts.push(given.length);
  }
  await relay.close();
  assert.deepEqual(counts, [1, 1, 2, 2]);
});

Deno.test("a relay whose queue is away keeps the jobs, and sends them once it is back", async () => {
  const trial = await openTrial();
  await trial.send(incoming());
  const { queue, given } = noting();
  const told: unknown[] = [];
  const back = Promise.withResolvers<void>();
  let away = 2;
  const relay = startRelay({
    feed: trial.feed,
    queue: {
      ...queue,
      add: (jobs) => {
        if (away-- > 0) return Promise.reject(new Error("away"));
        back.resolve();
        return queue.add(jobs);
      },
    },
    clock: trial.clock,
    pollMs: 1,
    leaseMs: LEASE_MS,
    share: 100,
    alone: false,
    onError: (error) => void told.push(String(error)),
  });
  await back.promise;
  await relay.close();
  assert.equal(given.length, 1);
  assert.deepEqual(told, ["Error: away", "Error: away"]);
});
