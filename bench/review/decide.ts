import type { Waiting } from "./kept.ts";
import { alikeKey } from "./modes.ts";

/** What a person settled at once, and how many decisions that took. */
export interface Settled {
  readonly settled: readonly Waiting[];
  readonly cost: number;
}

/** How many alike items a person is shown at once. */
const SHOWN_MAX = 50;

/**
 * A person's decision on `first`. With `others`, those alike are shown along with it: the ones that are of another
 * category are taken out, each of which counts as a decision as well though it still waits afterwards, and the rest is
 * settled by one. Where more would be taken out than be settled along, only `first` is decided.
 */
export function decide(
  first: Waiting,
  others: Iterable<Waiting> | null,
): Settled {
  if (others === null) return { settled: [first], cost: 1 };
  const key = alikeKey(first);
  const along: Waiting[] = [];
  let out = 0;
  for (const other of others) {
    if (along.length + out >= SHOWN_MAX - 1) break;
    if (other === first || alikeKey(other) !== key) continue;
    if (other.record.truth === first.record.truth) along.push(other);
    else out++;
  }
  return out > along.length
    ? { settled: [first], cost: 1 }
    : { settled: [first, ...along], cost: 1 + out };
}
