import type postgres from "postgres";
import type { ReviewView } from "../../ports/review_work.ts";
import {
  DEFAULT_QUEUE,
  type ReviewQueue,
} from "../../src/approvals/review_queue.ts";
import { type Instant, plusMs } from "../../src/kernel/instant.ts";
import type { Transaction } from "./connect.ts";
import type { Columns } from "./row_store.ts";

export const REVIEW_QUEUE_COLUMNS: Columns<ReviewQueue> = {
  id: "id",
  version: "version",
  name: "name",
  position: "position",
  conditions: "conditions",
  assignees: "assignees",
  slaHours: "sla_hours",
  createdAt: "created_at",
  removedAt: "removed_at",
};

const HOUR_MS = 3_600_000;

type Fragment = postgres.Fragment;
type View = Pick<ReviewView, "queues" | "now">;

/** What waits and is in the view's queues, as `queueOf` sorts it: the table `a`, and all that follows `from`. */
export function waitingIn(sql: Transaction, view: ReviewView): Fragment {
  return sql`approvals a where a.state = 'waiting' ${inQueues(sql, view)}`;
}

/** Whether the item `a` is past due; null: nothing ever is. */
export function isOverdue(sql: Transaction, view: View): Fragment | null {
  const { queues, now } = view;
  const since = (hours: number): Instant => plusMs(now, -hours * HOUR_MS);
  const hours = queues.flatMap(({ slaHours }) => slaHours ?? []);
  if (hours.length === 0) return null;
  // What came later has time left in every queue: no more is asked about it.
  return sql`(a.created_at <= ${since(Math.min(...hours))} and ${
    byQueue(
      sql,
      view,
      ({ slaHours }) => slaHours,
      (slaHours) => sql`a.created_at <= ${since(slaHours)}`,
    )
  })`;
}

/** Since when items of each queue are past due, by place; null: they never are. */
export function dueSince({ queues, now }: View): readonly (Instant | null)[] {
  return queues.map(({ slaHours }) =>
    slaHours === null ? null : plusMs(now, -slaHours * HOUR_MS)
  );
}

/** The place of the queue that the item `a` is in, from 1 on; that of `default` comes after all. */
export function queuePlace(sql: Transaction, view: View): Fragment {
  const { queues } = view;
  const place = (number: number) => sql`${number}::integer`;
  return byQueue(
    sql,
    view,
    (queue) => queues.indexOf(queue) + 1,
    place,
    place(queues.length + 1),
  );
}

/**
 * Whether an item is in the view's queues. Its queues are asked for or all others, whichever `default` is not among; at
 * first in no order, since most items are in none of them, and then no more is asked.
 */
function inQueues(sql: Transaction, view: ReviewView): Fragment {
  const { queues, now, from } = view;
  if (from === null) return sql``;
  const isRest = from.includes(DEFAULT_QUEUE);
  const asked = queues.filter(({ id }) => from.includes(id) !== isRest);
  if (asked.length === 0) return isRest ? sql`` : sql`and false`;
  const isAsked = sql`(${anyOf(sql, asked, now)} and ${
    byQueue(
      sql,
      view,
      (queue) => asked.includes(queue) || null,
      () => sql`true`,
    )
  })`;
  return isRest ? sql`and ${isAsked} is not true` : sql`and ${isAsked}`;
}

/**
 * What `valueOf` makes of what an item's queue has, and `otherwise` where it has null or there is none. Queues in a row
 * that have the same are one case: an item is held against each queue once at most.
 */
function byQueue<T>(
  sql: Transaction,
  { queues, now }: View,
  has: (queue: ReviewQueue) => T | null,
  valueOf: (had: T) => Fragment,
  otherwise: Fragment = sql`false`,
): Fragment {
  const last = queues.findLastIndex((queue) => has(queue) !== null);
  const cases = runsOf(queues.slice(0, last + 1), has)
    .map(([had, run]) =>
      sql`when ${anyOf(sql, run, now)} then ${
        had === null ? otherwise : valueOf(had)
      }`
    );
  return cases.length === 0
    ? otherwise
    : sql`case ${joined(sql, cases, sql` `)} else ${otherwise} end`;
}

/** Neighbours that have the same, together. */
function runsOf<T>(
  queues: readonly ReviewQueue[],
  has: (queue: ReviewQueue) => T,
): readonly (readonly [had: T, run: readonly ReviewQueue[]])[] {
  const runs: [T, ReviewQueue[]][] = [];
  for (const queue of queues) {
    const [had, run] = runs.at(-1) ?? [];
    if (run && had === has(queue)) run.push(queue);
    else runs.push([has(queue), [queue]]);
  }
  return runs;
}

function anyOf(
  sql: Transaction,
  queues: readonly ReviewQueue[],
  now: Instant,
): Fragment {
  const conditions = queues.map((queue) => conditionsOf(sql, queue, now));
  return sql`(${joined(sql, conditions, sql` or `)})`;
}

function conditionsOf(
  sql: Transaction,
  { conditions }: ReviewQueue,
  now: Instant,
): Fragment {
  const { categoryIds, amount, because, connectionIds, ageHours } = conditions;
  const all: Fragment[] = [];
  if (categoryIds) {
    all.push(
      oneOf(sql, sql`a.suggestion`, categoryIds),
      sql`a.shown_because is distinct from 'nothing_alike'`,
    );
  }
  if (amount) {
    const { currency, min, max } = amount;
    all.push(sql`a.currency = ${currency}`);
    if (min !== null) all.push(sql`abs(a.amount_minor) >= ${min}::bigint`);
    if (max !== null) all.push(sql`abs(a.amount_minor) <= ${max}::bigint`);
  }
  if (because) {
    all.push(oneOf(sql, sql`coalesce(a.shown_because, a.because)`, because));
  }
  if (connectionIds) {
    all.push(oneOf(sql, sql`a.connection_id`, connectionIds));
  }
  if (ageHours !== null) {
    all.push(sql`a.created_at <= ${plusMs(now, -ageHours * HOUR_MS)}`);
  }
  if (all.length === 0) return sql`true`;
  return sql`(${joined(sql, all, sql` and `)})`;
}

/** A list is taken apart for each item: of a single one the database compares texts. */
function oneOf(
  sql: Transaction,
  column: Fragment,
  [first, ...rest]: readonly string[],
): Fragment {
  return first !== undefined && rest.length === 0
    ? sql`${column} = ${first}`
    : sql`${column} = any(${first === undefined ? [] : [first, ...rest]})`;
}

function joined(
  sql: Transaction,
  [first, ...rest]: readonly Fragment[],
  between: Fragment,
): Fragment {
  return rest.reduce(
    (all, one) => sql`${all}${between}${one}`,
    first ?? sql``,
  );
}
