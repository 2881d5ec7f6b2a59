/** From this many examples on it is worth while. */
export const EXAMPLES_MIN = 100;
/** Anew when there are this much more. */
const GROWTH = 0.05;

/** Whether so many examples since the last time are worth learning anew; `before` is how many there were then. */
export function isTimeToLearn(
  since: number,
  before: { readonly examples: number } | null,
): boolean {
  return before === null
    ? since >= EXAMPLES_MIN
    : since >= Math.max(EXAMPLES_MIN / 2, GROWTH * before.examples);
}
