import type { Instant } from "../src/kernel/instant.ts";
import type { KeptAnswer } from "../src/processing/model/kept_answer.ts";

/** Answers of language models, kept so that none is paid for twice. */
export interface ModelAnswers {
  /** Those of `keys` that are there and no older than `since`, in any order. */
  find(
    keys: readonly string[],
    since: Instant,
  ): Promise<readonly KeptAnswer[]>;
  /** Keeps answers; one of the same key replaces the earlier one. */
  keep(answers: readonly KeptAnswer[]): Promise<void>;
}
