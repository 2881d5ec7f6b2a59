/** Halvings of an interval of length 1: past what a double tells apart near 1. */
const HALVINGS = 50;
/** A term this much smaller than the sum no longer changes what is compared. */
const NEGLIGIBLE = 1e-17;

/**
 * The lower bound of a precision of which `right` of `tried` was seen, one-sided, wrong at most `risk` of the
 * time: the exact interval of Clopper & Pearson (Biometrika 26, 1934, 404–413). It never claims more than
 * its level, where Wilson's (1927), shorter on average, sometimes does.
 */
export function precisionBound(
  { right, tried }: Seen,
  risk: number,
): number {
  if (right === 0) return 0;
  if (right === tried) return risk ** (1 / tried);
  let [low, high] = [0, right / tried];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (chanceOfSoMany({ right, tried }, middle) < risk) low = middle;
    else high = middle;
  }
  return low;
}

/** How often something was right of how often it was tried. */
export type Seen = { readonly right: number; readonly tried: number };

/**
 * How likely at least `right` of `tried` are right where each is with probability `precision`: the upper
 * tail of the binomial distribution. `precision` is between 0 and 1, and below `right / tried`.
 */
export function chanceOfSoMany(
  { right, tried }: Seen,
  precision: number,
): number {
  const wrong = tried - right;
  const odds = precision / (1 - precision);
  // Fewer and fewer wrong ones: each term is smaller than the one before, down to none wrong.
  let [term, sum] = [1, 1];
  for (let i = wrong; i > 0 && term > sum * NEGLIGIBLE; i--) {
    term *= (i / (tried - i + 1)) * odds;
    sum += term;
  }
  const logFirst = logChoose(tried, wrong) + right * Math.log(precision) +
    wrong * Math.log1p(-precision);
  return Math.exp(logFirst) * sum;
}

/** The logarithm of how many ways there are to choose `few` of `many`. */
function logChoose(many: number, few: number): number {
  let log = 0;
  for (let i = 1; i <= few; i++) log += Math.log((many - few + i) / i);
  return log;
}
