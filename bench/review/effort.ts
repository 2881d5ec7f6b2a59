import type { WorkedOff } from "./work_off.ts";

/** How many decisions it took until the book's accuracy reached `target` and stayed there; null where it never did. */
export function decisionsTo(
  target: number,
  { book }: Pick<WorkedOff, "book">,
): number | null {
  const below = book.findLastIndex((accuracy) => accuracy < target);
  return below === book.length - 1 ? null : below + 2;
}

/**
 * The same for the unseen records: they are looked at only when what waits is scored anew, so this is how many decisions
 * there were by the first of those times from which on they had reached `target`.
 */
export function decisionsToUnseen(
  target: number,
  { points }: Pick<WorkedOff, "points">,
): number | null {
  const below = points.findLastIndex(({ unseen }) => unseen < target);
  return points[below + 1]?.decisions ?? null;
}

/** The accuracy on the unseen when the book had reached `target`; null where it never did. */
export function unseenAt(target: number, run: WorkedOff): number | null {
  const by = decisionsTo(target, run);
  if (by === null) return null;
  return run.points.findLast(({ decisions }) => decisions <= by)?.unseen ??
    null;
}

/** The sum over backlogs; null where one is. */
export function summed(all: readonly (number | null)[]): number | null {
  return all.reduce(
    (sum, one) => sum === null || one === null ? null : sum + one,
    0,
  );
}

/** Which part of the decisions these are; null where either never got there. */
export function ratioOf(
  decisions: number | null,
  fifo: number | null,
): number | null {
  return decisions === null || fifo === null || fifo === 0
    ? null
    : Number((decisions / fifo).toFixed(3));
}
