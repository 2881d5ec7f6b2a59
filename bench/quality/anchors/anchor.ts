import type { Labelled } from "../stream.ts";

/** What an anchor says of one row. */
export interface Guess {
  /** Null where it knows nothing like it. */
  readonly label: string | null;
  readonly score: number;
}

/** A plain method on the same task, to be measured beside ours. */
export interface Anchor {
  readonly name: string;
  /** Learns anew from all rows so far, which begin with those of the last time. */
  learn(rows: readonly Labelled[]): void;
  propose(rows: readonly Labelled[]): readonly Guess[];
}

/** All that is said in words of a row. */
export function wordsOf({ description, counterparty }: Labelled): string {
  return counterparty === null || counterparty === description
    ? description
    : `${description} ${counterparty}`;
}
