import type { RuleId } from "../../kernel/ids.ts";

/** Of rules that stand in both orders: the fewest whose moves make the one of the other, in the new order. */
export function movedRules(
  before: readonly RuleId[],
  after: readonly RuleId[],
): readonly RuleId[] {
  const place = new Map(before.map((id, index) => [id, index]));
  const shared = after.filter((id) => place.has(id));
  const places = shared.map((id) => place.get(id)!);
  const still = longestRising(places);
  return shared.filter((_, index) => !still.has(index));
}

/** The indices of a longest rising subsequence (patience sorting). */
function longestRising(numbers: readonly number[]): ReadonlySet<number> {
  /** Of each length: the index of the least number that ends a rising subsequence so long. */
  const ends: number[] = [];
  const previous = new Map<number, number | undefined>();
  for (const [index, number] of numbers.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[ends[middle]!]! < number) low = middle + 1;
      else high = middle;
    }
    previous.set(index, ends[low - 1]);
    ends[low] = index;
  }
  const indices = new Set<number>();
  let at = ends.at(-1);
  while (at !== undefined) {
    indices.add(at);
    at = previous.get(at);
  }
  return indices;
}
