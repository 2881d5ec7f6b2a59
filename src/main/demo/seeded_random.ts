/** Repeatable chance: the same seed gives the same draws on every machine. */
export interface SeededRandom {
  /** A number from 0 up to, not including, 1. */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** One of `from`, each as likely as its weight says. */
  weighted<T extends { readonly weight: number }>(from: readonly T[]): T;
}

/** A xorshift generator of 32 bits (Marsaglia 2003); good for demo data, not for secrets. */
export function seededRandom(seed: number): SeededRandom {
  // Zero is the one state that xorshift never leaves.
  let state = (Math.imul(seed, 0x9e3779b1) ^ 0x6a09e667) | 0 || 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  const between = (low: number, high: number): number =>
    low + Math.floor(next() * (high - low + 1));
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick: (from) => from[between(0, from.length - 1)]!,
    weighted: (from) => {
      const total = from.reduce((sum, { weight }) => sum + weight, 0);
      let left = next() * total;
      return from.find(({ weight }) => (left -= weight) < 0) ?? from.at(-1)!;
    },
  };
}
