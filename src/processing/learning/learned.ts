import type { Instant } from "../../kernel/instant.ts";
import type { Judged } from "./threshold.ts";

/** What was learned from a tenant's examples: how things that speak for a category weigh, and how far that can be trusted. */
export interface Learned {
  readonly version: number;
  readonly at: Instant;
  /** How many examples there were. */
  readonly examples: number;
  /** Proposals as they would have been made before each of the latest examples was known, in that order. */
  readonly judged: readonly Judged[];
}
