import type { RecordId } from "../src/kernel/ids.ts";
import type { Instant } from "../src/kernel/instant.ts";
import type {
  Example,
  NearText,
  Rejection,
  SaidRejection,
  Vote,
} from "../src/processing/example.ts";

export interface TextToEmbed {
  readonly textKey: string;
  readonly text: string;
}

/** What an example says of its record. */
export type Said = Pick<Example, "recordId" | "categoryId" | "at">;

export interface Examples {
  /**
   * Keeps examples; one of the same record replaces the earlier one. As long as one gives a category to a text, it is not
   * rejected for it, unless that was later.
   */
  remember(examples: readonly Example[]): Promise<void>;
  forget(recordIds: readonly RecordId[]): Promise<void>;
  /** The examples of these records: what they say, and since when. */
  said(recordIds: readonly RecordId[]): Promise<readonly Said[]>;
  /** Keeps rejections as of `at`; a later one by the same record takes the place of the earlier. */
  reject(rejections: readonly SaidRejection[], at: Instant): Promise<void>;
  /** Since when each of these stands, in the order given; null where it does not. */
  rejectedAt(
    rejections: readonly SaidRejection[],
  ): Promise<readonly (Instant | null)[]>;
  /** Puts each back to what `rejectedAt` gave before. */
  restoreRejections(
    rejections: readonly (SaidRejection & { readonly at: Instant | null })[],
  ): Promise<void>;
  /** What was rejected for these texts after `since` and that no example has said since, in any order. */
  rejected(
    textKeys: readonly string[],
    since: Instant,
  ): Promise<readonly Rejection[]>;
  /** The votes of the latest `perKey` examples of each key, most votes first within a key. */
  votes(
    keys: readonly string[],
    perKey: number,
  ): Promise<readonly Vote[]>;
  /**
   * The `limit` nearest embedded texts that an example still has, of each vector, in the order given,
   * nearest first; none less alike than `atLeast` (-1 to 1; all, where left out). A vector of zeros is near to nothing.
   */
  nearest(
    embedder: string,
    vectors: readonly Float32Array[],
    limit: number,
    atLeast?: number,
  ): Promise<readonly (readonly NearText[])[]>;
  /** The distinct texts of these records' examples that this embedder has no vector for yet. */
  unembedded(
    embedder: string,
    recordIds: readonly RecordId[],
  ): Promise<readonly TextToEmbed[]>;
  /** Keeps vectors by text, in the order of `textKeys`; one that is there stays. */
  keepVectors(
    embedder: string,
    textKeys: readonly string[],
    vectors: readonly Float32Array[],
  ): Promise<void>;
}
