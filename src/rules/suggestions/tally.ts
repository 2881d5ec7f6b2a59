import type { CategoryId } from "../../kernel/ids.ts";
import type { Seen } from "./precision_bound.ts";

/** How people labelled some records: the category most of them got, and how many got one. */
export type Tally = Seen & {
  readonly categoryId: CategoryId;
  /** How many different ones they got. */
  readonly categories: number;
};

/** Null where nobody labelled any of `members`. Of equals the category that sorts first. */
export function tallyOf(
  members: readonly number[],
  labels: readonly (CategoryId | null)[],
): Tally | null {
  const counts = new Map<CategoryId, number>();
  let tried = 0;
  for (const i of members) {
    const label = labels[i] ?? null;
    if (label === null) continue;
    tried++;
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  let best: readonly [CategoryId, number] | null = null;
  for (const [id, count] of counts) {
    const better = best === null || count > best[1] ||
      (count === best[1] && id < best[0]);
    if (better) best = [id, count];
  }
  return best &&
    { categoryId: best[0], right: best[1], tried, categories: counts.size };
}
