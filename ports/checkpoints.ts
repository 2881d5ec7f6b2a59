import type { Checkpoint } from "../src/events/checkpoint.ts";

/** Where a tenant's log stood, day by day: kept, and never changed. */
export interface Checkpoints {
  /** Keeps it; false where one of that `seq` is kept already. */
  keep(checkpoint: Checkpoint): Promise<boolean>;
  /** Up to `limit` with a `seq` below `before` (null: all), the latest first. */
  latest(limit: number, before: number | null): Promise<readonly Checkpoint[]>;
}
