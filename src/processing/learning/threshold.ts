/** A proposal of which a person said whether it was right. */
export interface Judged {
  /** 0 to 1. */
  readonly score: number;
  readonly right: boolean;
  /** The chance that it had of being judged, above 0: 1 where people are asked about each. */
  readonly inclusion: number;
}

/** The chance that is taken of promising a precision which the proposals do not have. */
export const RISK = 0.1;

/** How many rungs begin a chain of their own. */
const CHAINS = 5;

/** Each rung has this many times the proposals of the one before. */
const RUNG = 1.15;

/**
 * The lowest score from which proposals may settle records at `target` precision (0.5 to 0.999); null where too little
 * is known. With chance `1 - RISK` over the judged proposals, the true precision from there on reaches the target.
 *
 * Learn then Test with multi-start fixed-sequence testing (Angelopoulos, Bates, Candès, Jordan, Lei 2021, arXiv
 * 2110.01052, section 3.2): a ladder of thresholds, chosen by how many proposals reach them and not by what became of
 * those, is climbed from the strictest; each rung's hypothesis "more than 1 - target of these are wrong" has the exact
 * binomial p-value P(Bin(n, 1 - target) <= wrong). Five rungs begin a chain with a fifth of the risk each (Bonferroni);
 * a chain goes on to looser rungs until one cannot be rejected.
 *
 * Of what was settled without a person only an audit sample is judged. Each of those stands for `1 / inclusion`
 * proposals, and all together count as Kish's effective sample size (sum w)^2 / sum w^2 (Kish 1965), which makes the test
 * exact where people judged everything and approximate where they judged a sample.
 * One proposal more that turns out wrong raises every p-value it counts in, so a worse history never gives a lower score.
 */
export function thresholdFor(
  judged: readonly Judged[],
  target: number,
): number | null {
  const sorted = judged.toSorted((a, b) => b.score - a.score);
  const rungs = rungsOf(sorted, target);
  const starts = startsOf(rungs.length);
  const risk = RISK / starts.size;
  let loosest: number | null = null;
  let climbing = false;
  for (const [i, { score, n, wrong }] of rungs.entries()) {
    if (!climbing && !starts.has(i)) continue;
    climbing = binomialAtMost(wrong, n, 1 - target) <= risk;
    if (climbing) loosest = score;
  }
  return loosest;
}

interface Rung {
  readonly score: number;
  /** How many proposals reach the score, and how many of them were wrong: the counts of an equally telling sample. */
  readonly n: number;
  readonly wrong: number;
}

/** Thresholds from the strictest that could pass with nothing wrong, each at a score that occurs. */
function rungsOf(sorted: readonly Judged[], target: number): readonly Rung[] {
  const rungs: Rung[] = [];
  let next = Math.log(RISK / CHAINS) / Math.log(target);
  let weights = 0;
  let squares = 0;
  let wrong = 0;
  sorted.forEach(({ score, right, inclusion }, i) => {
    const weight = 1 / inclusion;
    weights += weight;
    squares += weight ** 2;
    if (!right) wrong += weight;
    if (sorted[i + 1]?.score === score) return;
    const n = weights ** 2 / squares;
    if (n < next) return;
    // Rounded against the promise: fewer in all, more of them wrong.
    rungs.push({
      score,
      n: Math.floor(n),
      wrong: Math.ceil(n * wrong / weights - 1e-9),
    });
    next = n * RUNG;
  });
  return rungs;
}

/** The first rung, and others as evenly apart as they come. */
function startsOf(rungs: number): ReadonlySet<number> {
  const step = Math.max(1, rungs / CHAINS);
  return new Set(
    Array.from({ length: CHAINS }, (_, i) => Math.floor(i * step))
      .filter((i) => i < Math.max(1, rungs)),
  );
}

/** P(Bin(n, p) <= k). */
export function binomialAtMost(k: number, n: number, p: number): number {
  if (k >= n) return 1;
  // Term by term from the first, in logarithms: (1 - p)^n is too small to be a number.
  let term = n * Math.log1p(-p);
  let sum = Math.exp(term);
  for (let i = 1; i <= k; i++) {
    term += Math.log((n - i + 1) / i) + Math.log(p) - Math.log1p(-p);
    sum += Math.exp(term);
  }
  return Math.min(1, sum);
}
