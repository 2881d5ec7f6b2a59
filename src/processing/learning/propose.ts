import type { CategoryId } from "../../kernel/ids.ts";
import type { Candidate, Evidence as Shown } from "../trace.ts";
import { combine, type CombinerWeights } from "./combiner.ts";
import {
  type Classes,
  type Evidence,
  LEVELS,
  levelWeight,
  SPELLING,
} from "./evidence.ts";

/** What the evidence of one record comes to. */
export interface Proposed {
  readonly proposal: CategoryId | null;
  /** 0 to 1; what it is worth, only judged proposals tell (`threshold.ts`). */
  readonly score: number;
  /** The best, best first. */
  readonly candidates: readonly Candidate[];
}

const CANDIDATES_MAX = 3;
const REASONS_MAX = 3;
/** The spelling's part in the score; the combined evidence has the rest. */
const SPELLING_PART = 0.4;

/**
 * Ranks the candidates by the combined evidence. The score is the geometric mean of that chance and of the chance by
 * spelling alone, which is slow to be sure where there are few examples. Candidates that are not `open` keep their part
 * of the weight and are never proposed.
 */
export function propose({ evidence, chances, classes, weights, open }: {
  readonly evidence: Evidence;
  readonly chances: Float64Array;
  readonly classes: Classes;
  readonly weights: CombinerWeights;
  readonly open: ReadonlySet<CategoryId>;
}): Proposed {
  const combined = combine(evidence, weights);
  const scoreOf = (i: number) => {
    const c = classes.index.get(evidence.candidates[i]!);
    const spelled = c === undefined ? 0 : chances[c]!;
    return combined[i]! ** (1 - SPELLING_PART) *
      Math.max(spelled, 1e-4) ** SPELLING_PART;
  };
  const best = [...evidence.candidates.keys()]
    .filter((i) => open.has(evidence.candidates[i]!))
    .sort((a, b) =>
      combined[b]! - combined[a]! ||
      (evidence.candidates[a]! < evidence.candidates[b]! ? -1 : 1)
    )
    .slice(0, CANDIDATES_MAX);
  const candidates = best.map((i, place) => ({
    category_id: evidence.candidates[i]!,
    score: scoreOf(i),
    because: becauseOf(evidence, i, best[place === 0 ? 1 : 0], weights),
  }));
  return {
    proposal: candidates[0]?.category_id ?? null,
    score: candidates[0]?.score ?? 0,
    candidates,
  };
}

/** What speaks most for a candidate against its rival, most first: the best candidate, or for that the next best. */
function becauseOf(
  { candidates, features, said }: Evidence,
  i: number,
  rival: number | undefined,
  weights: CombinerWeights,
): readonly Shown[] {
  const category = candidates[i]!;
  const row = features[i]!;
  // Without a rival it stands against none of the candidates.
  const other = features[rival ?? candidates.length]!;
  const shown: Shown[] = said.flatMap((votes, level) => {
    if (votes.length === 0) return [];
    return [{
      match: LEVELS[level]!,
      count: votes.find((vote) => vote.categoryId === category)?.count ?? 0,
      of: votes.reduce((sum, { count }) => sum + count, 0),
      weight: levelWeight(row, weights, level) -
        levelWeight(other, weights, level),
    }];
  });
  shown.push({
    match: "spelling",
    count: 0,
    of: 0,
    weight: (row[SPELLING]! - other[SPELLING]!) * weights[SPELLING]!,
  });
  return shown.filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight).slice(0, REASONS_MAX);
}
