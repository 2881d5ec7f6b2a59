import type { Clock } from "../../ports/clock.ts";
import type { JobFeed } from "../../ports/job_feed.ts";
import type { Queue } from "../../ports/queue.ts";
import { type Instant, plusMs } from "../kernel/instant.ts";

/** Moves jobs from the outbox to the queue, at once when woken and otherwise every `pollMs`. */
export interface Relay {
  wake(): void;
  /** Wakes it in a moment: what ended may have made room, and much that ends together asks once. */
  nudge(): void;
  close(): Promise<void>;
}

export interface RelayOptions {
  readonly feed: JobFeed;
  readonly queue: Pick<Queue, "add" | "generation">;
  readonly clock: Clock;
  readonly pollMs: number;
  /** A job taken and not settled for this long is sent again: the queue may have forgotten it. */
  readonly leaseMs: number;
  /** Jobs of one tenant that may be in the queue at once, so that no tenant waits behind all of another's. */
  readonly share: number;
  /** No other process works on this storage, so that whatever was taken before the start is lost and goes out at once. */
  readonly alone: boolean;
  readonly onError: (error: unknown) => void;
}

const JOBS_AT_A_TIME = 100;
const NUDGE_MS = 10;
/** How often the queue is asked for its generation. */
const ASK_EVERY_MS = 500;

/** Starts a relay. Several may run on one storage. When the queue tells of a new generation, all jobs go out again. */
export function startRelay(
  { feed, queue, clock, pollMs, leaseMs, share, alone, onError }: RelayOptions,
): Relay {
  let closed = false;
  let woken = true;
  let rouse = () => {};
  let generation: string | null = null;
  let askAgainAt = clock.now();
  /** Jobs taken before this are lost, whatever their lease. */
  let lostBefore: Instant | null = alone ? clock.now() : null;

  async function pass(): Promise<void> {
    const now = clock.now();
    if (now >= askAgainAt) {
      const current = await queue.generation();
      if (generation !== null && generation !== current) lostBefore = now;
      generation = current;
      askAgainAt = plusMs(now, ASK_EVERY_MS);
    }
    const jobs = await feed.take({
      limit: JOBS_AT_A_TIME,
      share,
      now,
      takenBefore: lostBefore ?? plusMs(now, -leaseMs),
    }, (jobs) => queue.add(jobs));
    if (jobs.length === JOBS_AT_A_TIME) woken = true;
    else lostBefore = null;
  }

  async function run(): Promise<void> {
    while (!closed) {
      woken = false;
      try {
        await pass();
      } catch (error) {
        onError(error);
        woken = false;
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

  function wake(): void {
    woken = true;
    rouse();
  }

  let nudged: ReturnType<typeof setTimeout> | undefined;
  const running = run();
  return {
    wake,
    nudge() {
      nudged ??= setTimeout(() => {
        nudged = undefined;
        wake();
      }, NUDGE_MS);
    },
    async close() {
      closed = true;
      clearTimeout(nudged);
      rouse();
      await running;
    },
  };
}
