import type { CategoryId, RecordId } from "../../src/kernel/ids.ts";
import { sha256 } from "../../src/kernel/sha256.ts";
import type { Labelled } from "../quality/stream.ts";
import { decide } from "./decide.ts";
import { type Mode, MODES } from "./modes.ts";
import { type Item, openReviewed } from "./reviewed_company.ts";

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

/** How many items a person takes at once; those left when more was learned are put back. */
const CLAIMED = 20;
/** Until anything is learned, what is proposed changes with every answer: it is looked at after so many. */
const LOOKED_EVERY = 25;

/**
 * Has one person who always says the truth work off what waits, through the service's own use cases, until the book is
 * right enough or nothing waits. Whenever the service has learned, it is asked what it would propose now.
 */
export async function workOff(
  backlog: Backlog,
  { mode, seed, until }: Terms,
): Promise<WorkedOff> {
  const { groups, refreshes, order } = MODES[mode];
  const company = await openReviewed(backlog, { seed, refreshes });
  const open = new Map(company.items.map((item) => [item.id, item]));
  const book: number[] = [];
  const points: Point[] = [];
  let proposed = new Map<RecordId, CategoryId | null>();
  let right = 0;
  let learned = 0;
  let looked = 0;
  let claimed: readonly Item[] = [];

  const settled = () => company.items.length - open.size;
  const bookNow = () => (settled() + right) / company.items.length;
  const isRight = ({ recordId, truth }: Item) =>
    proposed.get(recordId) === truth;
  const look = async () => {
    const { waiting, unseenRight } = await company.propose();
    proposed = new Map(waiting);
    right = open.values().filter(isRight).toArray().length;
    return unseenRight;
  };
  const note = (unseen: number) =>
    points.push({
      decisions: book.length,
      settled: settled(),
      book: bookNow(),
      unseen,
    });
  const next = async () =>
    order === "chance"
      ? byChance([...open.values()]).slice(0, CLAIMED)
      : await company.claim(order, CLAIMED);

  note(await look());
  while (open.size > 0 && bookNow() < until) {
    if (claimed.length === 0) claimed = await next();
    const decision = decide(claimed[0]!, groups ? open.values() : null);
    for (let i = 1; i < decision.cost; i++) book.push(bookNow());
    await company.decide(decision.settled);
    for (const item of decision.settled) {
      if (isRight(item)) right--;
      open.delete(item.id);
    }
    book.push(bookNow());
    claimed = claimed.filter(({ id }) => open.has(id));
    const times = await company.timesLearned();
    const isSame = times > 0 || settled() - looked < LOOKED_EVERY;
    if (times === learned && isSame) continue;
    learned = times;
    looked = settled();
    await company.putBack();
    claimed = [];
    note(await look());
    book[book.length - 1] = bookNow();
  }
  note(await look());
  return { book, points };
}

/** By hashes of ids, which are the seed's. */
function byChance(items: readonly Item[]): readonly Item[] {
  return items.map((item) => ({ item, lot: sha256(item.recordId) }))
    .sort((a, b) => a.lot < b.lot ? -1 : 1)
    .map(({ item }) => item);
}
