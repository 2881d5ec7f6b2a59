import type { Deps } from "../../ports/deps.ts";
import type { FeedLag, LogProgress } from "../../ports/log_progress.ts";
import { queueAllPushes } from "./queue_all_pushes.ts";

/** How often feeds are looked for that lack events. */
const EVERY_MS = 500;
/** Much that is appended together is looked for once. */
const NUDGE_MS = 50;
/** How often it is counted how far they are behind. */
const COUNT_EVERY_MS = 10_000;

/** Looks for feeds that lack events, and has these pushed. */
export interface PushRounds {
  /** This process appended to a log: looks in a moment. */
  nudge(): void;
  /** As last counted; null before the first time. */
  lag(): FeedLag | null;
  close(): Promise<void>;
}

/** Starts it. Several processes may: what one has queued the others do not find. */
export function startPushRounds(
  deps: Pick<Deps, "uow" | "clock">,
  logs: LogProgress,
  onError: (error: unknown) => void,
): PushRounds {
  let closed = false;
  let lag: FeedLag | null = null;
  let countedMs = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isNudged = false;
  let isRunning = false;
  let running = Promise.resolve();

  async function pass(): Promise<void> {
    isRunning = true;
    isNudged = false;
    try {
      const nowMs = performance.now();
      if (nowMs - countedMs >= COUNT_EVERY_MS) {
        lag = await logs.feedLag();
        countedMs = nowMs;
      }
      if (await queueAllPushes(deps, logs)) isNudged = true;
    } catch (error) {
      onError(error);
      isNudged = false;
    }
    isRunning = false;
    if (!closed) plan(isNudged ? NUDGE_MS : EVERY_MS);
  }

  function plan(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void (running = pass()), ms);
  }

  plan(0);
  return {
    lag: () => lag,
    nudge() {
      if (isNudged || closed) return;
      isNudged = true;
      if (!isRunning) plan(NUDGE_MS);
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await running;
    },
  };
}
