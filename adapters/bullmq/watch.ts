import type { QueueCounts } from "../../ports/queue.ts";
import type { QueueName } from "../../src/events/job.ts";
import type { Consumer } from "./consumer.ts";

const EVERY_MS = 5_000;
const STOPPED_MS = 20_000;

/** Watches that consumers consume: after Redis was away one can wait for ever, alive in every other respect. */
export interface Watch {
  /** Milliseconds for which jobs have waited although a consumer here is free; 0 while all is well. */
  idleMs(): number;
  /** Consumers that had stopped and were started anew. */
  revivals(): number;
  close(): Promise<void>;
}

export function watchConsumers(
  consumers: readonly Consumer[],
  { counts, limited, onError, everyMs = EVERY_MS, stoppedMs = STOPPED_MS }: {
    readonly counts: (queue: QueueName) => Promise<QueueCounts>;
    /** Whether the queue lets jobs wait now because of its rate. */
    readonly limited: (queue: QueueName) => Promise<boolean>;
    readonly onError: (error: unknown) => void;
    readonly everyMs?: number;
    /** A consumer that is free and lets jobs wait for this long has stopped. */
    readonly stoppedMs?: number;
  },
): Watch {
  const since = new Map<Consumer, number>();
  let revivals = 0;
  let looking: Promise<void> = Promise.resolve();

  async function look(): Promise<void> {
    for (const consumer of consumers) {
      if (await limited(consumer.queue)) {
        since.delete(consumer);
        continue;
      }
      const last = consumer.lastMs();
      const { waiting } = await counts(consumer.queue);
      const isFree = consumer.running() === 0 && consumer.lastMs() === last;
      if (waiting === 0 || !isFree) {
        since.delete(consumer);
        continue;
      }
      const now = performance.now();
      const begun = since.get(consumer) ?? now;
      since.set(consumer, begun);
      if (now - Math.max(begun, last) < stoppedMs) continue;
      revivals++;
      onError(new ConsumerStopped());
      // The old connection may never end: nothing waits for it.
      consumer.revive().catch(onError);
    }
  }

  const timer = setInterval(() => {
    // Redis that does not answer says nothing about the consumers.
    looking = look().catch(onError);
  }, everyMs);
  return {
    idleMs: () =>
      Math.max(0, ...[...since.values()].map((at) => performance.now() - at)),
    revivals: () => revivals,
    async close() {
      clearInterval(timer);
      await looking;
    },
  };
}

/** Jobs waited although a consumer was free; it was started anew. */
class ConsumerStopped extends Error {
  override readonly name = "ConsumerStopped";
}
