import type { CategoryId, RecordId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";

/** A person's answer, kept as memory. `keys` are what equal records share (see `cues.ts`). */
export interface Example {
  readonly recordId: RecordId;
  readonly categoryId: CategoryId;
  readonly keys: readonly string[];
  /** One of `keys`: stands for `text`, the text that is embedded. */
  readonly textKey: string;
  readonly text: string;
  readonly at: Instant;
}

/** A category that a person turned down for a text. */
export interface Rejection {
  readonly textKey: string;
  readonly categoryId: CategoryId;
}

/** One that was said of a record. */
export interface SaidRejection extends Rejection {
  readonly recordId: RecordId;
}

/** How many of the latest examples of a key spoke for a category, and the latest of them. */
export interface Vote {
  readonly key: string;
  readonly categoryId: CategoryId;
  readonly count: number;
  /** As `count`, but each counts less the more examples of the key came after it (`VOTE_DECAY` to the power of that). */
  readonly weight: number;
  /** How many examples of the key came after the latest of them: 0 where it is the latest of all. */
  readonly latest: number;
  readonly recordId: RecordId;
}

/** A text near to the one asked for; cosine similarity, at most 1. */
export interface NearText {
  readonly textKey: string;
  readonly similarity: number;
}
