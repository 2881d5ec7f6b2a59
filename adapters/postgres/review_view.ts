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

/**
 * What waits and is in the view's queues, as `queueOf` sorts it: `(id, group_key, stake, created_at, queue, overdue)`, and
 * `more` of a table called `a`; of those alone that `which` lets through. No wider than it must be: all of it is sorted, and what does not fit goes to the disk.
 */
export function seenItems(
  sql: Transaction,
  view: ReviewView,
  more: Fragment = sql``,
  which: Fragment = sql``,
) {
  const { queues, now, from } = view;
  const inQueue = from === null ? sql`` : sql`where queue = any(${[...from]})`;
  const overdue = queues.filter(({ slaHours }) => slaHours !== null)
    .map(({ id, slaHours }) =>
      sql`when queue = ${id} then created_at <= ${
        plusMs(now, -slaHours! * HOUR_MS)
      }`
    );
  return sql`
    select sorted.*, ${
    overdue.length === 0
      ? sql`false`
      : sql`case ${joined(sql, overdue, sql` `)} else false end`
  } as overdue
    from (
      select a.id, coalesce(a.alike_key, a.id) as group_key, a.stake, a.created_at, ${
    queueCase(sql, view)
  } as queue ${more}
      from approvals a where a.state = 'waiting' ${which}
    ) sorted ${inQueue}`;
}

/** From when on nothing can be past due: what came later has time left in every queue. Null: nothing ever is. */
export function latestDue({ queues, now }: ReviewView): Instant | null {
  const hours = queues.flatMap(({ slaHours }) => slaHours ?? []);
  return hours.length === 0 ? null : plusMs(now, -Math.min(...hours) * HOUR_MS);
}

/** How many were decided that are alike to a row of `table`. */
export function answeredOf(
  sql: Transaction,
  table: string,
  key = "alike_key",
): Fragment {
  return sql`
    select count(*) from approvals done
    where done.state = 'decided' and done.alike_key = ${
    sql(`${table}.${key}`)
  }`;
}

/** `seen` at its places, as `placedInOrder` finds them, and `more` of it. Groups are told apart by 64 bits of their keys: texts take twice as long to sort. */
export function placedItems(
  sql: Transaction,
  { order }: Pick<ReviewView, "order">,
  more: Fragment = sql``,
) {
  // By age nobody asks for a rank, and an index has the order.
  if (order === "oldest") {
    return sql`
      select id, overdue, 1 as rank, 0::double precision as priority ${more} from seen`;
  }
  return sql`
    select id, overdue, (row_number() over (alike order by reverse(id)))::integer as rank,
      (sum(stake) over alike) / (1 + coalesce(answered, 0)) as priority ${more}
    from (select seen.*, hashtextextended(group_key, 0) as kind from seen) seen
    left join (
      select hashtextextended(alike_key, 0) as kind, count(*) as answered
      from approvals where state = 'decided' and alike_key is not null group by alike_key
    ) done using (kind)
    window alike as (partition by kind)`;
}

/** The order of items that have a place, which stands in `table`. */
export function inOrder(
  sql: Transaction,
  { order }: Pick<ReviewView, "order">,
  table: string,
) {
  const column = (name: string) => sql(`${table}.${name}`);
  return order === "oldest"
    ? sql`${column("id")}`
    : sql`${column("overdue")} desc, ${column("rank")}, ${
      column("priority")
    } desc, ${column("id")}`;
}

function queueCase(
  sql: Transaction,
  { queues, now }: ReviewView,
): Fragment {
  if (queues.length === 0) return sql`${DEFAULT_QUEUE}::text`;
  const cases = queues.map((queue) =>
    sql`when ${conditionsOf(sql, queue, now)} then ${queue.id}`
  );
  return sql`case ${joined(sql, cases, sql` `)} else ${DEFAULT_QUEUE} end`;
}

function conditionsOf(
  sql: Transaction,
  { conditions }: ReviewQueue,
  now: ReviewView["now"],
): Fragment {
  const { categoryIds, amount, because, connectionIds, ageHours } = conditions;
  const all = [sql`true`];
  if (categoryIds) {
    all.push(
      sql`a.suggestion = any(${[
        ...categoryIds,
      ]}) and a.shown_because is distinct from 'nothing_alike'`,
    );
  }
  if (amount) {
    const { currency, min, max } = amount;
    all.push(sql`a.currency = ${currency}`);
    if (min !== null) all.push(sql`abs(a.amount_minor) >= ${min}::bigint`);
    if (max !== null) all.push(sql`abs(a.amount_minor) <= ${max}::bigint`);
  }
  if (because) {
    all.push(sql`coalesce(a.shown_because, a.because) = any(${[...because]})`);
  }
  if (connectionIds) {
    all.push(sql`a.connection_id = any(${[...connectionIds]})`);
  }
  if (ageHours !== null) {
    all.push(sql`a.created_at <= ${plusMs(now, -ageHours * HOUR_MS)}`);
  }
  return joined(sql, all, sql` and `);
}

type Fragment = postgres.Fragment;

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
