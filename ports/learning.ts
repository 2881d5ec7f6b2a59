import type { RecordId } from "../src/kernel/ids.ts";
import type { Instant } from "../src/kernel/instant.ts";
import type { Learned } from "../src/processing/learning/learned.ts";
import type { LabelledRecord } from "../src/processing/learning/replay_examples.ts";

/** An example's place in the order in which people decided. */
export interface ExamplePlace {
  readonly at: Instant;
  readonly recordId: RecordId;
}

/** What was learned from the tenant's examples, and the examples as what is learned from. */
export interface Learning {
  /** The same object as long as nothing new was learned. */
  current(): Promise<Learned | null>;
  /** Takes the place of what was there; a version that is not the next one makes the unit of work start over. */
  keep(learned: Learned): Promise<void>;
  /** Whether to begin to learn anew: true for the first that asks, until something is kept or an hour has passed. */
  claim(now: Instant): Promise<boolean>;
  /** How many examples people decided after `at`; of all, when null. */
  countSince(at: Instant | null): Promise<number>;
  /**
   * Of the `latest` examples, and records that people looked at and turned down, the first `limit` after a place (from the first on, when null), as
   * people decided them.
   */
  page(
    latest: number,
    after: ExamplePlace | null,
    limit: number,
  ): Promise<readonly LabelledRecord[]>;
}

/** After this a claim counts no more: whoever had it is gone. */
export const CLAIM_MS = 3_600_000;
