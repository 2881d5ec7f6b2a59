import type postgres from "postgres";
import type { ReviewView } from "../../ports/review_work.ts";
import type { AlikeKey } from "../../src/kernel/ids.ts";
import type { Transaction } from "./connect.ts";
import { isOverdue, waitingIn } from "./review_view.ts";

type Fragment = postgres.Fragment;

/**
 * What waits in the view's queues at its places, as `placedInOrder` finds them:
 * `(id, group_key, assigned_to, amount_minor, currency, overdue, rank, priority)`. All of it is read, groups one after
 * another out of the index `approvals_alike`. With `alikeKey` just that group.
 */
export function placedItems(
  sql: Transaction,
  view: ReviewView,
  alikeKey?: AlikeKey,
): Fragment {
  const overdue = isOverdue(sql, view) ?? sql`false`;
  const columns = sql`
    a.id, coalesce(a.alike_key, a.id) as group_key, a.assigned_to, a.amount_minor, a.currency, ${overdue} as overdue`;
  // By age nobody asks for a rank.
  if (view.order === "oldest") {
    const isAsked = alikeKey === undefined
      ? sql``
      : sql`and coalesce(a.alike_key, a.id) = ${alikeKey}`;
    return sql`
      select ${columns}, 1 as rank, 0::double precision as priority
      from ${waitingIn(sql, view)} ${isAsked}`;
  }
  const isOf = (column: string) =>
    alikeKey === undefined ? sql`` : sql`and ${sql(column)} = ${alikeKey}`;
  return sql`
    select placed.*, total / (1 + coalesce(answered, 0)) as priority
    from (
      select ${columns}, (row_number() over (partition by a.alike_key order by reverse(a.id)))::integer as rank,
        sum(a.stake) over (partition by a.alike_key) as total
      from ${waitingIn(sql, view)} and a.alike_key is not null ${
    isOf("a.alike_key")
  }
      union all
      select ${columns}, 1, a.stake from ${
    waitingIn(sql, view)
  } and a.alike_key is null ${isOf("a.id")}
    ) placed
    left join (
      select alike_key as group_key, count(*) as answered
      from approvals a where state = 'decided' and alike_key is not null ${
    isOf("a.alike_key")
  } group by alike_key
    ) done using (group_key)`;
}

/** The order of items that have a place, which stands in `table`. */
export function inOrder(
  sql: Transaction,
  { order }: Pick<ReviewView, "order">,
  table: string,
): Fragment {
  const column = (name: string) => sql(`${table}.${name}`);
  return order === "oldest"
    ? sql`${column("id")}`
    : sql`${column("overdue")} desc, ${column("rank")}, ${
      column("priority")
    } desc, ${column("id")}`;
}
