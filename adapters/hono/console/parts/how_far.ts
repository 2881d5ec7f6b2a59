import { wholeText } from "./figures.tsx";

/** How far long work is. */
export interface HowFar {
  readonly done: number;
  /** Null: how much there is is not known yet. */
  readonly total: number | null;
  readonly isOver: boolean;
}

/** `40 of 200`. */
export function howFarText({ done, total }: HowFar): string {
  if (total !== null) return `${wholeText(done)} of ${wholeText(total)}`;
  return done === 0 ? "Starting" : `${wholeText(done)} so far`;
}
