import type { Learned } from "../src/processing/learning/learned.ts";

/** What was learned last from the tenant's examples. */
export interface LearnedStore {
  current(): Promise<Learned | null>;
  /** Takes the place of what was there; a version that is not the next one makes the unit of work start over. */
  keep(learned: Learned): Promise<void>;
}
