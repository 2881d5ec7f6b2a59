import type { Failure } from "../src/kernel/failure.ts";
import type { Instant } from "../src/kernel/instant.ts";
import type { Result } from "../src/kernel/result.ts";
import type { Trouble } from "../src/events/attempt_job.ts";
import type { Job, QueueName } from "../src/events/job.ts";

/**
 * Does one job. An `unavailable` failure is tried again, not before its fact `retry_after_s` in seconds, and so is an
 * outage that was thrown; any other failure is permanent. Any other throw is given up at once where the job has
 * several records, so that it can be split, and tried again where it has not. `attempts`: which try this is, from 1.
 */
export type JobHandler = (
  job: Job,
  attempts: number,
) => Promise<Result<unknown, Failure>>;

/** A job that will not be tried again, and why. */
export interface GivenUp extends Trouble {
  readonly job: Job;
  readonly attempts: number;
  readonly firstFailedAt: Instant;
  /** One of several records may be what cannot be processed. */
  readonly suspect: boolean;
}

/** Jobs of one queue, by what they do. */
export interface QueueCounts {
  readonly waiting: number;
  readonly active: number;
  /** Waiting for their next try. */
  readonly delayed: number;
}

/** At most `jobs` begin within `perMs`. */
export interface Rate {
  readonly jobs: number;
  readonly perMs: number;
}

/** What every queue can be told. */
export interface QueueSettings {
  /** How many jobs of one queue run at once. */
  readonly concurrency: number;
  /** How often a job is tried. */
  readonly attemptsMax: number;
  /** The first retry waits up to this long, each further one up to twice as long, 30 s at most: see `full_jitter.ts`. */
  readonly backoffMs: number;
  readonly rates: Readonly<Partial<Record<QueueName, Rate>>>;
  /** Told of what went wrong and will be tried again, by the queue or out of the outbox. */
  readonly onError: (error: unknown) => void;
}

/** Carries jobs to handlers, each at least once. It may forget: the outbox holds the truth. */
export interface Queue {
  /** Takes jobs; one that waits or runs already (by id) is not taken twice. Throws where it cannot, having taken none or some. */
  add(jobs: readonly Job[]): Promise<void>;
  /** Hands jobs of `queue` to `handler`, several at once, by priority and then first in, first out; `giveUp` gets those that failed for good. */
  work(
    queue: QueueName,
    handler: JobHandler,
    giveUp: (lost: GivenUp) => Promise<void>,
  ): void;
  counts(queue: QueueName): Promise<QueueCounts>;
  /** A text that is another one once the queue may have forgotten jobs. */
  generation(): Promise<string>;
  /** Ends once nothing waits or runs, scheduled retries included. */
  idle(): Promise<void>;
  /** Takes no more work, lets what runs finish for up to `graceMs` (default: as long as it takes), and ends. */
  close(graceMs?: number): Promise<void>;
}
