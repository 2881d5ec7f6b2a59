import type { Instant } from "../../kernel/instant.ts";
import type { CombinerWeights } from "./combiner.ts";
import type { Classes } from "./evidence.ts";
import type { TextModel } from "./text_model.ts";
import type { Judged } from "./threshold.ts";

/** What was learned from a tenant's examples: how things that speak for a category weigh, and how far that can be trusted. */
export interface Learned {
  readonly version: number;
  readonly at: Instant;
  /** How many examples there were. */
  readonly examples: number;
  readonly classes: Classes;
  readonly text: TextModel;
  readonly weights: CombinerWeights;
  /** Proposals as they would have been made before each of the latest examples was known, in that order. */
  readonly judged: readonly JudgedAt[];
  /** What models proposed of the same, by the confidence that they told. */
  readonly answers: readonly JudgedAnswer[];
}

export interface JudgedAt extends Judged {
  /** When the person decided. */
  readonly at: Instant;
}

export interface JudgedAnswer extends JudgedAt {
  /** Which model with which prompt (`proposed_of.ts`). */
  readonly by: string;
}
