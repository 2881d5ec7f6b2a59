import { type Job, priorityOf } from "../../src/events/job.ts";
import type { Instant } from "../../src/kernel/instant.ts";
import type { GivenUp, JobHandler, Rate } from "../../ports/queue.ts";

/** A job in memory: it waits, runs, or sleeps until its next try. */
export interface Held {
  readonly job: Job;
  attempts: number;
  firstFailedAt: Instant | null;
}

/** Who does a line's jobs. */
export interface Worker {
  readonly handler: JobHandler;
  readonly giveUp: (lost: GivenUp) => Promise<void>;
}

/** One queue's jobs in memory. */
export interface Line {
  readonly waiting: Held[];
  running: number;
  sleeping: number;
  worker?: Worker;
  readonly pace: Pace;
}

export function openLine(rate: Rate | undefined): Line {
  return { waiting: [], running: 0, sleeping: 0, pace: openPace(rate) };
}

/** Puts a job behind those of its priority. */
export function queueUp({ waiting }: Line, held: Held): void {
  const priority = priorityOf(held.job.task);
  const place = waiting.findLastIndex(({ job }) =>
    priorityOf(job.task) <= priority
  );
  waiting.splice(place + 1, 0, held);
}

/** Counts what begins within a rate's window. */
export interface Pace {
  /** Milliseconds until one more may begin; 0: now. */
  waitMs(nowMs: number): number;
  begin(nowMs: number): void;
}

function openPace(rate: Rate | undefined): Pace {
  const begun: number[] = [];
  return {
    waitMs(nowMs) {
      if (!rate) return 0;
      while (begun.length > 0 && begun[0]! <= nowMs - rate.perMs) begun.shift();
      return begun.length < rate.jobs ? 0 : begun[0]! + rate.perMs - nowMs;
    },
    begin: (nowMs) => void (rate && begun.push(nowMs)),
  };
}
