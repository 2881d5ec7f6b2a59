import { type Job as BullJob, UnrecoverableError } from "bullmq";
import { attemptJob, triesAgain } from "../../src/events/attempt_job.ts";
import { fullJitterMs } from "../../src/events/full_jitter.ts";
import type { Job } from "../../src/events/job.ts";
import type { Instant } from "../../src/kernel/instant.ts";
import type { Clock } from "../../ports/clock.ts";
import type { GivenUp, JobHandler, QueueSettings } from "../../ports/queue.ts";

/** A job as Redis keeps it. */
export interface Carried {
  readonly job: Job;
  readonly firstFailedAt?: Instant;
}

/** Tells BullMQ to try again. Redis keeps its message, so it holds names only. */
export class TryAgain extends Error {
  override readonly name = "TryAgain";

  constructor(what: string, readonly afterMs: number) {
    super(what);
    delete this.stack;
  }
}

export interface ProcessorOptions
  extends Pick<QueueSettings, "attemptsMax" | "onError"> {
  readonly clock: Clock;
  readonly handler: JobHandler;
  readonly giveUp: (lost: GivenUp) => Promise<void>;
}

/** One try of a job. It returns when the job is done or was given up, and throws `TryAgain` when it is to come back. */
export function processor(
  { clock, handler, giveUp, attemptsMax, onError }: ProcessorOptions,
): (carried: BullJob<Carried>) => Promise<void> {
  return async (carried) => {
    const { job } = carried.data;
    const attempts = carried.attemptsMade + 1;
    const attempt = await attemptJob(
      job,
      (job) => handler(job, attempts),
    );
    if (attempt.kind === "done") return;
    const firstFailedAt = carried.data.firstFailedAt ?? clock.now();
    const { errorClass, reason, kind } = attempt;
    if (triesAgain(job, attempt, attempts, attemptsMax)) {
      if (!carried.data.firstFailedAt) {
        await carried.updateData({ job, firstFailedAt });
      }
      throw new TryAgain(errorClass, kind === "retry" ? attempt.afterMs : 0);
    }
    const suspect = kind === "suspect";
    const lost = { job, errorClass, reason, attempts, firstFailedAt, suspect };
    try {
      await giveUp(lost);
    } catch (error) {
      onError(error);
      throw new TryAgain("it could not be given up", 0);
    }
  };
}

/** What to give up when BullMQ itself failed a job: its workers died of it too often. Else undefined. */
export function stalledTooOften(
  carried: BullJob<Carried>,
  error: Error,
  clock: Clock,
): GivenUp | undefined {
  if (!(error instanceof UnrecoverableError)) return undefined;
  return {
    job: carried.data.job,
    errorClass: "job.stalled",
    reason: "job.stalled: the workers that did it ended in the middle of it",
    attempts: carried.attemptsMade,
    firstFailedAt: carried.data.firstFailedAt ?? clock.now(),
    suspect: true,
  };
}

/** Milliseconds until the next try. */
export function backoff(
  backoffMs: number,
): (attempts: number, type?: string, error?: Error) => number {
  return (attempts, _type, error) =>
    Math.ceil(Math.max(
      fullJitterMs(attempts, { baseMs: backoffMs, random: Math.random }),
      error instanceof TryAgain ? error.afterMs : 0,
    ));
}
