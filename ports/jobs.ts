import type { DeadLetter } from "../src/events/job.ts";

export interface Jobs {
  /**
   * Takes the job out of the outbox, in the transaction of its effect: true just once per job.
   * False means that another delivery of it did the work, or does it now.
   */
  settle(jobId: string): Promise<boolean>;
  /** Keeps a job that was given up, once per job id. */
  bury(letter: DeadLetter): Promise<void>;
  /** The latest dead letters first. */
  dead(limit: number): Promise<readonly DeadLetter[]>;
}
