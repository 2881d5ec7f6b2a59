/** A proposal of which a person said whether it was right. */
export interface Judged {
  /** 0 to 1. */
  readonly score: number;
  readonly right: boolean;
  /** The chance that it had of being judged, above 0: 1 where people are asked about each. */
  readonly inclusion: number;
}

/** The normal quantile of a one-sided bound that holds with 95 % confidence. */
const QUANTILE = 1.645;

/** Proposals are compared in this many groups of neighbouring scores, unless that makes them smaller than this. */
const GROUPS = 40;
const GROUP_MIN = 20;

/** Fewer judged proposals than this promise nothing: 0.95^60 is 0.046. */
const JUDGED_MIN = 60;

/**
 * The lowest score from which proposals may settle records at `target` precision (0.5 to 0.999); null where too little
 * is known.
 *
 * In the manner of Learn then Test (Angelopoulos, Bates, Candès, Jordan, Lei 2021, arXiv 2110.01052), the null
 * hypothesis "too many are wrong" is tested for one threshold after the other, from the strictest. Of what was settled
 * without a person only an audit sample is judged, so each is a stratified estimate (Cochran 1977, chapter 5): in a group
 * h of neighbouring scores k of n judged proposals were wrong, and those stand for N = sum 1 / inclusion of them;
 *
 *     wrong = sum N k/n / sum N + 1.645 sqrt(sum N² e(1-e)/n) / sum N <= 1 - target,  e = (k + 1/2) / (n + 1)
 *
 * the sums over all groups from the threshold up: a one-sided 95 % bound for each threshold (e is Jeffreys' estimate, so
 * that a group with nothing wrong is not taken for certain). The loosest threshold that passes is taken. Where
 * precision falls with the score, only the thresholds just past the true one can pass by luck; how often any does is
 * measured in the test beside this: less than one time in ten.
 *
 * One more that turns out wrong raises every sum it counts in: a worse history never gives a lower score.
 */
export function thresholdFor(
  judged: readonly Judged[],
  target: number,
): number | null {
  let loosest: number | null = null;
  let count = 0;
  let all = 0;
  let wrong = 0;
  let variance = 0;
  for (const { score, n, k, stands } of groupsOf(judged)) {
    const e = (k + 0.5) / (n + 1);
    count += n;
    all += stands;
    wrong += stands * k / n;
    variance += stands ** 2 * e * (1 - e) / n;
    const bound = (wrong + QUANTILE * Math.sqrt(variance)) / all;
    if (count >= JUDGED_MIN && bound <= 1 - target) loosest = score;
  }
  return loosest;
}

interface Group {
  /** The lowest in it. */
  readonly score: number;
  /** How many were judged, how many of them were wrong, and for how many all of them stand. */
  readonly n: number;
  readonly k: number;
  readonly stands: number;
}

/** From the highest scores down; equal scores stay together, and what is left at the end is no group. */
function groupsOf(judged: readonly Judged[]): readonly Group[] {
  const sorted = judged.toSorted((a, b) => b.score - a.score);
  const size = Math.max(GROUP_MIN, Math.ceil(sorted.length / GROUPS));
  const groups: Group[] = [];
  let [n, k, stands] = [0, 0, 0];
  sorted.forEach(({ score, right, inclusion }, i) => {
    n++;
    if (!right) k++;
    stands += 1 / inclusion;
    if (n < size || sorted[i + 1]?.score === score) return;
    groups.push({ score, n, k, stands });
    [n, k, stands] = [0, 0, 0];
  });
  return groups;
}
