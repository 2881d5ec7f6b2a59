/**
 * Chooses the candidate that is worth most, then of the rest the one that is worth most beside those chosen,
 * up to `count`. `worth` sees which records are new in a candidate, and is null where they are not worth it:
 * then they never will be, since there are only fewer of them later. Of equals the first wins.
 */
export function greedyCover<T extends { readonly members: readonly number[] }>(
  candidates: readonly T[],
  { count, covered, worth }: {
    readonly count: number;
    /** Records that are covered from the beginning. */
    readonly covered: Iterable<number>;
    readonly worth: (candidate: T, fresh: readonly number[]) => number | null;
  },
): readonly T[] {
  const seen = new Set(covered);
  const chosen: T[] = [];
  let left = candidates;
  while (chosen.length < count) {
    const scored = left.flatMap((candidate) => {
      const fresh = candidate.members.filter((i) => !seen.has(i));
      const score = worth(candidate, fresh);
      return score === null ? [] : [{ candidate, fresh, score }];
    });
    if (scored.length === 0) break;
    const best = scored.reduce((a, b) => b.score > a.score ? b : a);
    chosen.push(best.candidate);
    for (const i of best.fresh) seen.add(i);
    left = scored.flatMap(({ candidate }) =>
      candidate === best.candidate ? [] : [candidate]
    );
  }
  return chosen;
}
