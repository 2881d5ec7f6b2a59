/** What was proposed for one record, and what a person says it is. */
export interface Proposed {
  /** Null where nothing was proposed. */
  readonly label: string | null;
  /** How sure; only the order counts. */
  readonly score: number;
  readonly truth: string;
}

/** The measures of a stream of proposals. */
export interface Measures {
  readonly accuracy: number;
  readonly macro_f1: number;
  readonly cov95: number;
  readonly cov99: number;
}

export function measure(proposals: readonly Proposed[]): Measures {
  return {
    accuracy: accuracy(proposals),
    macro_f1: macroF1(proposals),
    cov95: coverageAt(0.95, proposals),
    cov99: coverageAt(0.99, proposals),
  };
}

/** The share of proposals that are right; none at all is wrong. */
export function accuracy(proposals: readonly Proposed[]): number {
  return share(
    proposals.filter(({ label, truth }) => label === truth).length,
    proposals.length,
  );
}

/** The mean over the true labels, rare and frequent alike, of F1 = 2 · right / (proposed + true). */
export function macroF1(proposals: readonly Proposed[]): number {
  const counts = new Map<
    string,
    { right: number; proposed: number; true: number }
  >();
  const of = (label: string) => {
    const count = counts.get(label) ?? { right: 0, proposed: 0, true: 0 };
    counts.set(label, count);
    return count;
  };
  for (const { label, truth } of proposals) {
    of(truth).true++;
    if (label === null) continue;
    of(label).proposed++;
    if (label === truth) of(label).right++;
  }
  const scores = [...counts.values()].filter((count) => count.true > 0)
    .map((count) => 2 * count.right / (count.proposed + count.true));
  return share(scores.reduce((sum, f1) => sum + f1, 0), scores.length);
}

/**
 * The largest share of all records that could be settled at `precision`: proposals are taken from the highest score
 * down, those of one score all or none.
 */
export function coverageAt(
  precision: number,
  proposals: readonly Proposed[],
): number {
  const sorted = proposals.filter(({ label }) => label !== null)
    .sort((a, b) => b.score - a.score);
  let right = 0;
  let covered = 0;
  sorted.forEach(({ label, truth, score }, i) => {
    if (label === truth) right++;
    if (sorted[i + 1]?.score === score) return;
    if (right / (i + 1) >= precision) covered = i + 1;
  });
  return share(covered, proposals.length);
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
