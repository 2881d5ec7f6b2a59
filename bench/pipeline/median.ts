/** The middle figure; of an even number the upper of the two. */
export function median(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)]!;
}

/** The median of each figure over the rounds. */
export function mediansOf<T extends { readonly [name in keyof T]: number }>(
  rounds: readonly T[],
): Record<keyof T, number> {
  const names = Object.keys(rounds[0]!) as (keyof T)[];
  return Object.fromEntries(
    names.map((name) => [name, median(rounds.map((round) => round[name]))]),
  ) as Record<keyof T, number>;
}

export function ratio(a: number, b: number): number {
  return Number((a / b).toFixed(3));
}
