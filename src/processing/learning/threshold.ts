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

/** Fewer proposals that were right than this promise nothing: 0.95^60 is 0.046. */
const RIGHT_MIN = 60;

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
 * that a group with nothing wrong is not taken for certain). Within a group that takes audited proposals for like those
 * that people were asked about. Where they are not, as after a change of habits, each counts for what it stands for
 * (Horvitz and Thompson 1952): that estimate must keep the target too, without a margin, as few audits tell it.
 *
 * The loosest threshold that passes is taken: stopping at the first that fails would have one wrong proposal at the top
 * stop everything. Where precision falls with the score, only the thresholds just past the true one can pass by luck: in
 * the test beside this less than one time in ten.
 * Simulated besides (600 runs each, target 0.95): 2 to 8 in 100 where precision falls with the score, and 12 where
 * 5 % audits carry its upper half, by 0.2 to 0.8 points; where it is 0.949 at any score one in five, by 0.1 points.
 *
 * One more that turns out wrong, among these or below them, raises every sum it counts in: a worse history never gives
 * a lower score.
 */
export function thresholdFor(
  judged: readonly Judged[],
  target: number,
): number | null {
  let loosest: number | null = null;
  let right = 0;
  let all = 0;
  let alike = 0;
  let variance = 0;
  let weighed = 0;
  for (const { score, n, k, stands, wrong } of groupsOf(judged)) {
    const e = (k + 0.5) / (n + 1);
    right += n - k;
    all += stands;
    alike += stands * k / n;
    variance += stands ** 2 * e * (1 - e) / n;
    weighed += wrong;
    const bound = Math.max(alike + QUANTILE * Math.sqrt(variance), weighed);
    if (right >= RIGHT_MIN && bound / all <= 1 - target) loosest = score;
  }
  return loosest;
}

interface Group {
  /** The lowest of a right one, in it or before it. */
  readonly score: number;
  /** How many were judged, and how many of them were wrong. */
  readonly n: number;
  readonly k: number;
  /** For how many these stand. */
  readonly stands: number;
  readonly wrong: number;
}

/** From the highest scores down; equal scores stay together, and what is left at the end is a group as well. */
function groupsOf(judged: readonly Judged[]): readonly Group[] {
  const sorted = judged.toSorted((a, b) => b.score - a.score);
  const size = Math.max(GROUP_MIN, Math.ceil(sorted.length / GROUPS));
  const groups: Group[] = [];
  let lowestRight = Infinity;
  let [n, k, stands, wrong] = [0, 0, 0, 0];
  sorted.forEach(({ score, right, inclusion }, i) => {
    const weight = 1 / inclusion;
    n++;
    stands += weight;
    if (right) lowestRight = score;
    else {
      k++;
      wrong += weight;
    }
    const next = sorted[i + 1]?.score;
    if (next !== undefined && (n < size || next === score)) return;
    groups.push({ score: lowestRight, n, k, stands, wrong });
    [n, k, stands, wrong] = [0, 0, 0, 0];
  });
  return groups;
}
