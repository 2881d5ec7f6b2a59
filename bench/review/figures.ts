import {
  decisionsTo,
  decisionsToUnseen,
  ratioOf,
  summed,
  unseenAt,
} from "./effort.ts";
import { type Mode, MODES } from "./modes.ts";
import type { WorkedOff } from "./work_off.ts";

/** Of all records, the part that is right; the first is the one that the goal is held against. */
export const TARGETS = [0.9, 0.85, 0.8] as const;
/** Of what the unseen come to where the oldest come first and the first target is reached. */
export const UNSEEN_PART = 0.95;

export const MODE_NAMES = Object.keys(MODES) as Mode[];

/** What each mode made of each backlog, in the same order. */
export type ByMode = Readonly<Record<Mode, readonly WorkedOff[]>>;

/** How many decisions a mode took, all backlogs together, and their part of those one by one, the oldest first. */
export interface Effort {
  /** Null: one backlog at least never came to that. */
  readonly decisions: number | null;
  readonly ratio: number | null;
}

export type EffortByMode = Readonly<Record<Mode, Effort>>;

/** What is told of one data set. */
export interface SetFigures {
  readonly backlogs: number;
  readonly fifo_decisions: number | null;
  readonly ordered_decisions: number | null;
  readonly ratio: number | null;
  readonly ordered_groups_decisions: number | null;
  readonly ratio_groups: number | null;
  /** The greatest ratio of a single backlog, `ordered` at the first target. */
  readonly ratio_worst: number | null;
  /** By target. */
  readonly book: Readonly<Record<string, EffortByMode>>;
  /** Until the unseen come to `UNSEEN_PART` of their level. */
  readonly unseen: EffortByMode;
  /** What the unseen come to when the book has the first target, a mean. */
  readonly unseen_at_target: Readonly<Record<Mode, number | null>>;
  /** At every so many decisions the book's accuracy, a mean; 1 is not shown: a run ends before. */
  readonly curve:
    & { readonly every: number }
    & Readonly<
      Record<Mode, readonly number[]>
    >;
}

const CURVE_EVERY = 100;

export function figuresOf(runs: ByMode): SetFigures {
  const [target] = TARGETS;
  const book = Object.fromEntries(
    TARGETS.map((one) => [one, efforts(runs, (run) => decisionsTo(one, run))]),
  );
  const { fifo, ordered, ordered_groups } = book[target]!;
  const levels = runs.fifo.map((run) => unseenAt(target, run));
  const worst = runs.ordered.map((run, i) =>
    ratioOf(decisionsTo(target, run), decisionsTo(target, runs.fifo[i]!))
  );
  return {
    backlogs: runs.fifo.length,
    fifo_decisions: fifo.decisions,
    ordered_decisions: ordered.decisions,
    ratio: ordered.ratio,
    ordered_groups_decisions: ordered_groups.decisions,
    ratio_groups: ordered_groups.ratio,
    ratio_worst: worst.reduce(
      (most, one) => most === null || one === null ? null : Math.max(most, one),
      0,
    ),
    book,
    unseen: efforts(runs, (run, i) => {
      const level = levels[i]!;
      return level === null
        ? null
        : decisionsToUnseen(UNSEEN_PART * level, run);
    }),
    unseen_at_target: byMode((mode) =>
      mean(runs[mode].map((run) => unseenAt(target, run)))
    ),
    curve: { every: CURVE_EVERY, ...byMode((mode) => curveOf(runs[mode])) },
  };
}

function efforts(
  runs: ByMode,
  of: (run: WorkedOff, i: number) => number | null,
): EffortByMode {
  const fifo = summed(runs.fifo.map(of));
  return byMode((mode) => {
    const decisions = summed(runs[mode].map(of));
    return { decisions, ratio: ratioOf(decisions, fifo) };
  });
}

/** As far as every backlog goes. */
function curveOf(runs: readonly WorkedOff[]): readonly number[] {
  const shortest = Math.min(...runs.map(({ book }) => book.length));
  return Array.from(
    { length: Math.floor(shortest / CURVE_EVERY) },
    (_, i) => mean(runs.map(({ book }) => book[(i + 1) * CURVE_EVERY - 1]!))!,
  );
}

function mean(all: readonly (number | null)[]): number | null {
  const sum = summed(all);
  return sum === null ? null : Number((sum / all.length).toFixed(4));
}

/** What `of` tells of each mode. */
export function byMode<T>(of: (mode: Mode) => T): Readonly<Record<Mode, T>> {
  return Object.fromEntries(
    MODE_NAMES.map((mode) => [mode, of(mode)]),
  ) as Record<Mode, T>;
}
