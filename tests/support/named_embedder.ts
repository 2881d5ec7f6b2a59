import { hashedNgrams } from "../../adapters/hashed_ngrams/embedder.ts";
import type { Embedder } from "../../ports/embedder.ts";

/** An embedder of that name that remembers which texts it was given. */
export function namedEmbedder(
  id: string,
  given: Partial<Embedder> = {},
): Embedder & { readonly asked: string[] } {
  const asked: string[] = [];
  const hashed = hashedNgrams();
  return {
    ...hashed,
    id,
    asked,
    embed(texts) {
      asked.push(...texts);
      return hashed.embed(texts);
    },
    ...given,
  };
}
