const GAP = 2 ** 20;

/**
 * Ascending positions for a list whose entries stood at `old` (undefined: new), changing as few as possible:
 * a longest ascending run of entries stays where it is, the others move between them.
 * All are numbered afresh, `2^20` apart, when a gap is used up.
 */
export function placeInOrder(
  old: readonly (number | undefined)[],
): readonly number[] {
  const stays = longestAscending(old);
  const placed: number[] = [];
  let low = 0;
  for (let i = 0; i < old.length;) {
    if (stays.has(i)) {
      placed.push(low = old[i++]!);
      continue;
    }
    let end = i;
    while (end < old.length && !stays.has(end)) end++;
    const between = end - i + 1;
    const high = end < old.length ? old[end]! : low + GAP * between;
    const step = Math.floor((high - low) / between);
    if (step < 1) return old.map((_, place) => (place + 1) * GAP);
    for (; i < end; i++) placed.push(low += step);
  }
  return placed;
}

/** The places of a longest strictly ascending subsequence, by patience sorting. */
function longestAscending(
  values: readonly (number | undefined)[],
): ReadonlySet<number> {
  /** `tails[n]`: the place of the smallest value that ends an ascent of n + 1. */
  const tails: number[] = [];
  const before = new Map<number, number | undefined>();
  values.forEach((value, place) => {
    if (value === undefined) return;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[tails[middle]!]! < value) low = middle + 1;
      else high = middle;
    }
    before.set(place, tails[low - 1]);
    tails[low] = place;
  });
  const ascent = new Set<number>();
  for (
    let place = tails.at(-1);
    place !== undefined;
    place = before.get(place)
  ) {
    ascent.add(place);
  }
  return ascent;
}
