import type {
  DeadLetter,
  DeadLetterFilter,
} from "../src/events/dead_letter.ts";
import type { Job, Task } from "../src/events/job.ts";
import type { Reaction } from "../src/events/reactions.ts";
import type { DeadLetterId } from "../src/kernel/ids.ts";
import type { Instant } from "../src/kernel/instant.ts";
import type { Page, PageRequest } from "../src/kernel/page.ts";

export interface Jobs {
  /**
   * Takes the job out of the outbox, in the transaction of its effect: true just once per job.
   * False means that another delivery of it did the work, or does it now.
   */
  settle(jobId: string): Promise<boolean>;
  /** The same for several at once; returns those that it was true of. */
  settleAll(jobIds: readonly string[]): Promise<readonly string[]>;
  /**
   * Jobs that process records, are due and were never taken, oldest first, up to a hundred with no more than `records`
   * records in all, for whoever is about to do the same work; they count as taken at `now`.
   */
  takeAlong(records: number, now: Instant): Promise<readonly Job[]>;
  /** Lets those be taken at once that were taken and not settled. */
  release(jobIds: readonly string[]): Promise<void>;
  /** Puts jobs into the outbox that follow from no fact, when the unit commits; one that is there already stays as it is. */
  later(jobs: readonly Reaction[]): Promise<void>;
  /** Lets jobs of these kinds that wait for a later time be done from `now` on. */
  hasten(kinds: readonly Task["kind"][], now: Instant): Promise<void>;
  /** Keeps a job that was given up. */
  bury(letter: DeadLetter): Promise<void>;
  /** The dead letters that `filter` lets through, the latest first; the cursor is an id. */
  dead(filter: DeadLetterFilter, page: PageRequest): Promise<Page<DeadLetter>>;
  /** Marks those of `ids` that were not replayed yet; returns which these were. Another unit that wants the same waits. */
  markReplayed(
    ids: readonly DeadLetterId[],
    at: Instant,
  ): Promise<readonly DeadLetterId[]>;
}
