import type { NearText } from "../../src/processing/example.ts";

/** Half floats and another order of adding up: what is nearer than the last one wanted by less is as good. */
const TIE = 1e-3;

/** Of what is nearest, how much was found. */
export function recallOf(
  answers: readonly (readonly NearText[])[],
  truth: readonly (readonly NearText[])[],
): number {
  let [found, wanted] = [0, 0];
  for (const [i, nearest] of truth.entries()) {
    if (nearest.length === 0) continue;
    const least = nearest.at(-1)!.similarity - TIE;
    wanted += nearest.length;
    found += Math.min(
      nearest.length,
      answers[i]!.filter(({ similarity }) => similarity >= least).length,
    );
  }
  return found / wanted;
}
