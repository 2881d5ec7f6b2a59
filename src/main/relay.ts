import type { Clock } from "../../ports/clock.ts";
import type { JobFeed } from "../../ports/job_feed.ts";
import type { Queue } from "../../ports/queue.ts";
import { plusMs } from "../kernel/instant.ts";

/** Moves jobs from the outbox to the queue, at once when woken and otherwise every `pollMs`. */
export interface Relay {
  wake(): void;
  close(): Promise<void>;
}

const JOBS_AT_A_TIME = 100;

/**
 * Starts a relay. A job taken and not settled within `leaseMs` is sent again: the queue may have forgotten it.
 * `alone` tells that no other process works on this storage, so that whatever was taken before the start is lost
 * and goes out at once.
 */
export function startRelay(
  { feed, queue, clock, pollMs, leaseMs, alone, onError }: {
    readonly feed: JobFeed;
    readonly queue: Queue;
    readonly clock: Clock;
    readonly pollMs: number;
    readonly leaseMs: number;
    readonly alone: boolean;
    readonly onError: (error: unknown) => void;
  },
): Relay {
  let closed = false;
  let woken = true;
  let rouse = () => {};
  let takenBefore = alone ? clock.now() : null;

  async function pass(): Promise<void> {
    const now = clock.now();
    const jobs = await feed.take(
      JOBS_AT_A_TIME,
      now,
      takenBefore ?? plusMs(now, -leaseMs),
    );
    await queue.add(jobs);
    if (jobs.length === JOBS_AT_A_TIME) woken = true;
    else takenBefore = null;
  }

  async function run(): Promise<void> {
    while (!closed) {
      woken = false;
      try {
        await pass();
      } catch (error) {
        onError(error);
      }
      if (!woken && !closed) await rest();
    }
  }

  function rest(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, pollMs);
      rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  const running = run();
  return {
    wake() {
      woken = true;
      rouse();
    },
    async close() {
      closed = true;
      rouse();
      await running;
    },
  };
}
