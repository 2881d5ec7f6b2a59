import assert from "node:assert/strict";
import type { JobFeed } from "../../ports/job_feed.ts";
import type { Queue } from "../../ports/queue.ts";
import type { Job } from "../../src/events/job.ts";
import { plusMs } from "../../src/kernel/instant.ts";
import { startRelay } from "../../src/main/relay.ts";
import { incoming, openTrial } from "../support/trial.ts";

/** A queue that only notes what it was given. */
function noting(): { queue: Queue; given: Job[] } {
  const given: Job[] = [];
  const queue: Queue = {
    add: (jobs) => Promise.resolve(void given.push(...jobs)),
    work: () => {},
    idle: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
  return { queue, given };
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
    } satisfies JobFeed,
    askedAgain: () => asked.promise,
  };
}

const POLL_NEVER_MS = 3_600_000;
const LEASE_MS = 60_000;

Deno.test("a relay sends a job at once when woken, and again only when its lease has run out", async () => {
  const trial = await openTrial();
  const { feed, askedAgain } = watched(trial.feed);
  const { queue, given } = noting();
  const first = askedAgain();
  const relay = startRelay({
    feed,
    queue,
    clock: trial.clock,
    pollMs: POLL_NEVER_MS,
    leaseMs: LEASE_MS,
    alone: false,
    onError: (error) => {
      throw error;
    },
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
  assert.equal((await trial.feed.take(10, now, plusMs(now, -1))).length, 1);
  trial.clock.advance(1);
  const { feed, askedAgain } = watched(trial.feed);
  const { queue, given } = noting();
  const first = askedAgain();
  const relay = startRelay({
    feed,
    queue,
    clock: trial.clock,
    pollMs: POLL_NEVER_MS,
    leaseMs: LEASE_MS,
    alone: true,
    onError: (error) => {
      throw error;
    },
  });
  await first;
  await relay.close();
  assert.equal(given.length, 1);
});
