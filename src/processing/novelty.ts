import type { Neighbour } from "./trace.ts";

/**
 * From which similarity a near text counts as the same supplier, written otherwise or at another cost centre. Measured
 * on two councils' spend (docs/model_budget.md).
 */
export const KNOWN_SIMILARITY = 0.65;

/** A key that different suppliers share: two words, and a size. */
const NO_SUPPLIER = "head+size+context";

/**
 * Whether nothing approved is of the same supplier, so that a model's knowledge of the world is worth asking for. Of a
 * supplier that is known people have said what there is to say; where they disagree, one of them is asked. Where no similarity is given, as
 * in traces of before, all is novel.
 */
export function isNovel(
  neighbours: readonly Neighbour[],
  knownSimilarity?: number,
): boolean {
  if (knownSimilarity === undefined) return true;
  return neighbours.every(({ match, similarity }) =>
    match === "similar" ? similarity < knownSimilarity : match === NO_SUPPLIER
  );
}
