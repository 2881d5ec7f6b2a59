/** The middle one; of an even number, the upper of the two. */
export function median(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)]!;
}

/** The value that a part `share` (0 to 1) of the figures does not exceed. */
export function quantile(figures: readonly number[], share: number): number {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]!;
}

export function ratio(a: number, b: number): number {
  return Number((a / b).toFixed(3));
}

/** Runs `work` on each item, `width` at a time. */
export async function inParallel<T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  let next = 0;
  await Promise.all(Array.from({ length: width }, async () => {
    while (next < items.length) await work(items[next++]!);
  }));
}

/** Ends once `isTrue` says so; asks every `everyMs`. Throws after `limitMs`. */
export async function until(
  isTrue: () => Promise<boolean>,
  { everyMs = 25, limitMs = 300_000 } = {},
): Promise<void> {
  const begun = performance.now();
  while (!await isTrue()) {
    if (performance.now() - begun > limitMs) {
      throw new Error(`not done after ${limitMs} ms`);
    }
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
