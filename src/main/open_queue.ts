import { bullBoard } from "../../adapters/bull_board/board.ts";
import { bullmqQueue } from "../../adapters/bullmq/queue.ts";
import { BOARD_PATH, type QueueBoard } from "../../adapters/hono/board.ts";
import { inProcessQueue } from "../../adapters/in_process/queue.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Queue } from "../../ports/queue.ts";
import type { Config } from "./config.ts";

/** The queue, and how its consumers in this process do. */
export interface OpenedQueue {
  readonly queue: Queue;
  /** Milliseconds for which jobs have waited although a consumer here is free; 0 while all is well. */
  idleMs(): number;
  /** Consumers that had stopped and were started anew. */
  revivals(): number;
  /** Shows the jobs in Redis; absent where there is none. */
  readonly board?: () => QueueBoard;
}

/** The first retry of a job comes within this. */
const BACKOFF_MS = 200;

/** BullMQ where a Redis is configured; else a queue in this process. */
export function openQueue(
  { redis, storage, work }: Pick<Config, "redis" | "storage" | "work">,
  clock: Clock,
  onError: (error: unknown) => void,
): OpenedQueue {
  const settings = {
    clock,
    // One connection serves an embedded database: a second job would only wait for it.
    concurrency: storage.kind === "embedded" ? 1 : work.concurrency,
    attemptsMax: work.attemptsMax,
    backoffMs: BACKOFF_MS,
    rates: work.rates,
    onError,
  };
  if (redis) {
    const queue = bullmqQueue({
      ...settings,
      url: redis.url.reveal(),
      prefix: redis.prefix,
    });
    return {
      queue,
      idleMs: queue.idleMs,
      revivals: queue.revivals,
      board: () => bullBoard(queue.boards, BOARD_PATH),
    };
  }
  return {
    queue: inProcessQueue(settings),
    idleMs: () => 0,
    revivals: () => 0,
  };
}
