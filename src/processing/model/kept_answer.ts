import type { CategoryId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { Usage } from "../trace.ts";

/** An answer that was paid for once. `key` stands for all that it depends on: see `answer_key.ts`. */
export interface KeptAnswer {
  readonly key: string;
  /** Null: none of the labels fits. */
  readonly categoryId: CategoryId | null;
  readonly rationale: string;
  readonly rawConfidence: number;
  /** The record's share of what the call used. */
  readonly usage: Usage;
  readonly at: Instant;
}
