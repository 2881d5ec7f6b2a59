import type { Failure } from "../src/kernel/failure.ts";
import type { Result } from "../src/kernel/result.ts";
import type { Job, QueueName } from "../src/events/job.ts";

/** Does one job. An `unavailable` failure or a throw is tried again; any other failure is permanent. */
export type JobHandler = (
  job: Job,
) => Promise<Result<unknown, Failure>>;

/** A job that will not be tried again, and why. */
export interface GivenUp {
  readonly job: Job;
  readonly reason: string;
  readonly attempts: number;
}

/** Carries jobs to handlers, each at least once. It may forget: the outbox holds the truth. */
export interface Queue {
  /** Takes jobs; one that waits or runs already (by id) is not taken twice. */
  add(jobs: readonly Job[]): Promise<void>;
  /** Hands jobs of `queue` to `handler`, several at once; `giveUp` gets those that failed for good. */
  work(
    queue: QueueName,
    handler: JobHandler,
    giveUp: (lost: GivenUp) => Promise<void>,
  ): void;
  /** Ends once nothing waits or runs, scheduled retries included. */
  idle(): Promise<void>;
  /** Takes no more work, lets what runs finish, and ends. */
  close(): Promise<void>;
}
