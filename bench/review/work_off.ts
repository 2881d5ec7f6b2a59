import type { RecordId } from "../../src/kernel/ids.ts";
import type { Labelled } from "../quality/stream.ts";
import { decide } from "./decide.ts";
import type { Kept, Waiting } from "./kept.ts";
import { alikeKey, type Mode, MODES } from "./modes.ts";
import { SortingService } from "./sorting_service.ts";

/** Records that all came at once and wait, and others that nobody is ever asked about. */
export interface Backlog {
  readonly waiting: readonly Labelled[];
  readonly unseen: readonly Labelled[];
}

/** How right everything is after so many decisions of people. */
export interface Point {
  readonly decisions: number;
  /** How many records people have settled: more than decisions where alike ones are decided at once. */
  readonly settled: number;
  /** Of all records that came, the part that is right: as people settled it, and as proposed for the others. */
  readonly book: number;
  /** The part of the unseen records for which the right category is proposed. */
  readonly unseen: number;
}

/** One working off of a backlog. */
export interface WorkedOff {
  /** The book after each decision, from the first on, and after what was learned of it. */
  readonly book: readonly number[];
  /** Each time that what waits was scored anew, and the end. */
  readonly points: readonly Point[];
}

/** How a backlog is worked off. */
export interface Terms {
  readonly mode: Mode;
  /** Where ids come from, and with them who of a group is asked about first, and the order of chance. */
  readonly seed: number;
  /** The book's accuracy at which it ends; above 1 everything is decided. */
  readonly until: number;
}

/** How many items a person takes at once; those left when records are scored anew are put back. */
const CLAIMED = 20;

/**
 * Has one person who always says the truth work off what waits, until the book is right enough or nothing waits.
 * Whenever the service has learned, what waits and the unseen are scored anew, the same for every mode.
 */
export async function workOff(
  { waiting, unseen }: Backlog,
  { mode, seed, until }: Terms,
): Promise<WorkedOff> {
  const { groups, rescored, inOrder } = MODES[mode];
  const service = await SortingService.open([...waiting, ...unseen], seed);
  const others = service.records.slice(waiting.length);
  const open = new Map<RecordId, Waiting>();
  const answered = new Map<string, number>();
  const book: number[] = [];
  const points: Point[] = [];
  let right = 0;
  let claimed: readonly Kept[] = service.records.slice(0, waiting.length);

  const settled = () => waiting.length - open.size;
  const bookNow = () => (settled() + right) / waiting.length;
  const score = (records: Iterable<Kept>) => {
    right = 0;
    for (const record of records) {
      const proposal = service.propose(record);
      if (proposal.category === record.truth) right++;
      const before = open.get(record.id);
      const shown = before && !rescored ? before.shown : proposal;
      open.set(record.id, { record, proposed: proposal.category, shown });
    }
  };
  const note = () =>
    points.push({
      decisions: book.length,
      settled: settled(),
      book: bookNow(),
      unseen: others.filter((other) =>
        service.propose(other).category === other.truth
      ).length / others.length,
    });

  score(claimed);
  note();
  claimed = [];
  while (open.size > 0 && bookNow() < until) {
    claimed = claimed.filter(({ id }) => open.has(id));
    if (claimed.length === 0) {
      claimed = inOrder([...open.values()], {
        answeredOf: (key) => answered.get(key) ?? 0,
      }).slice(0, CLAIMED);
    }
    const decision = decide(
      open.get(claimed[0]!.id)!,
      groups ? open.values() : null,
    );
    for (let i = 1; i < decision.cost; i++) book.push(bookNow());
    for (const one of decision.settled) {
      const key = alikeKey(one);
      answered.set(key, (answered.get(key) ?? 0) + 1);
      if (one.proposed === one.record.truth) right--;
      open.delete(one.record.id);
      service.answer(one.record, one.shown.category);
    }
    book.push(bookNow());
    if (service.learnIfDue()) {
      score([...open.values()].map(({ record }) => record));
      book[book.length - 1] = bookNow();
      note();
      claimed = [];
    }
  }
  note();
  return { book, points };
}
