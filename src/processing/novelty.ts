import type { CueLevel } from "./cues.ts";
import type { Neighbour } from "./trace.ts";

/**
 * From which similarity a near text counts as the same supplier, written otherwise or at another cost centre. Measured
 * on two councils' spend (docs/model_budget.md).
 */
export const KNOWN_SIMILARITY = 0.65;

/** Keys that different suppliers share: two words and a size, or the cost centre alone. */
const NO_SUPPLIER: ReadonlySet<string> = new Set<CueLevel>([
  "head+size+context",
  "context",
]);

/**
 * Whether nothing approved is of the same supplier, so that a model's knowledge of the world is worth asking for. Of a
 * supplier that is known people have said what there is to say; where they disagree, one of them is asked. Where no
 * similarity is given, as in traces of before, all is novel.
 */
export function isNovel(
  neighbours: readonly Neighbour[],
  knownSimilarity?: number,
): boolean {
  if (knownSimilarity === undefined) return true;
  return neighbours.every(({ match, similarity }) =>
    match === "similar" ? similarity < knownSimilarity : NO_SUPPLIER.has(match)
  );
}
