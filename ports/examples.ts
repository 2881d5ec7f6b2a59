import type { RecordId } from "../src/kernel/ids.ts";
import type { Example, NearText, Vote } from "../src/processing/example.ts";

export interface TextToEmbed {
  readonly textKey: string;
  readonly text: string;
}

export interface Examples {
  /** Keeps examples; one of the same record replaces the earlier one. */
  remember(examples: readonly Example[]): Promise<void>;
  forget(recordIds: readonly RecordId[]): Promise<void>;
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
