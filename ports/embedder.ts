/** Turns texts into unit vectors whose cosine tells how alike they are. */
export interface Embedder {
  /** Names model and version, e.g. `hashed-ngram-512@1`: vectors of different models never mix. */
  readonly id: string;
  readonly dimensions: number;
  /** Whether embedding costs more than looking a vector up, such as a call over the network: no text is given to it twice. */
  readonly costly: boolean;
  /** One vector per text, in order, of length 1 (or all zeros for a text without content). */
  embed(texts: readonly string[]): Promise<readonly Float32Array[]>;
}
