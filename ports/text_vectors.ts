import type { EmbeddersInUse } from "../src/processing/embedders_in_use.ts";
import type { TextToEmbed } from "./examples.ts";

/** The vectors of a tenant's texts, by embedder, and which embedders' they are. */
export interface TextVectors {
  /** Null before the first text is embedded. `hold` keeps others from changing it, or from holding it at all, until the unit ends. */
  inUse(hold?: "unchanged" | "alone"): Promise<EmbeddersInUse | null>;
  /** Keeps `first`, unless something is kept already. */
  begin(first: EmbeddersInUse): Promise<void>;
  /** Replaces what is kept. */
  change(inUse: EmbeddersInUse): Promise<void>;
  /** The vectors that are kept of these texts, whether or not an example has them. */
  of(
    embedder: string,
    textKeys: readonly string[],
  ): Promise<ReadonlyMap<string, Float32Array>>;
  /** Texts that an example has and this embedder no vector for: the first `limit` after `after`, in the order of their keys. */
  missing(
    embedder: string,
    after: string,
    limit: number,
  ): Promise<readonly TextToEmbed[]>;
  /** Removes up to `limit` vectors of embedders that are not among `kept`; returns how many. */
  drop(kept: readonly string[], limit: number): Promise<number>;
  /** Removes vectors of this embedder whose texts no example has, but for the latest `kept`. */
  dropOldQueries(embedder: string, kept: number): Promise<void>;
}
