import type { Item } from "./reviewed_company.ts";

/** What a person looks at of an item that waits. */
type Seen = Pick<Item, "alikeKey" | "truth">;

/** What a person settled at once, and how many decisions that took. */
export interface Settled<T extends Seen> {
  readonly settled: readonly T[];
  readonly cost: number;
}

/** How many alike items a person is shown at once. */
const SHOWN_MAX = 50;

/**
 * A person's decision on `first`. With `others`, those alike are shown along with it: the ones that are of another
 * category are taken out, each of which counts as a decision as well though it still waits afterwards, and the rest is
 * settled by one. Where more would be taken out than be settled along, only `first` is decided.
 */
export function decide<T extends Seen>(
  first: T,
  others: Iterable<T> | null,
): Settled<T> {
  if (others === null) return { settled: [first], cost: 1 };
  const along: T[] = [];
  let out = 0;
  for (const other of others) {
    if (along.length + out >= SHOWN_MAX - 1) break;
    if (other === first || other.alikeKey !== first.alikeKey) continue;
    if (other.truth === first.truth) along.push(other);
    else out++;
  }
  return out > along.length
    ? { settled: [first], cost: 1 }
    : { settled: [first, ...along], cost: 1 + out };
}
