import type postgres from "postgres";
import type { ReviewView } from "../../ports/review_work.ts";
import type { Transaction } from "./connect.ts";
import { isOverdue, waitingIn } from "./review_view.ts";

/** How much is looked at. */
export interface Reach {
  /** So many groups, those with most at stake, are weighed by how many of them were answered; null: all. */
  readonly groups: number | null;
  /** Where as many groups have a first one that is past due, none of their others is looked at. */
  readonly overdue: number;
}

/** Enough for most: what one person takes is free among them. */
export const NEAR: Reach = { groups: 2_048, overdue: 128 };
/** All groups: where others hold thousands. */
export const FAR: Reach = { groups: null, overdue: 4_096 };

/**
 * The first of all places in the order `uncertainty`, after all that is assigned to `assignee`, as CTEs of which `first`
 * is `(id, own, overdue, rank, priority)`: those that are certain to come before all others. Where `bounds` has rows,
 * what is left out may come after them as a group's first one, or past due. Of each group it needs what is at stake and
 * who comes first, and the index `approvals_alike` has one group after another. What else is past due, or the
 * assignee's, is ranked within its group alone.
 */
export function firstPlaces(
  sql: Transaction,
  view: ReviewView,
  assignee: string | null,
  reach: Reach,
): postgres.Fragment {
  const waiting = waitingIn(sql, view);
  const due = isOverdue(sql, view);
  const overdue = due ?? sql`false`;
  const own = sql`coalesce(a.assigned_to = ${assignee}, false)`;
  const key = sql`coalesce(a.alike_key, a.id) as key`;
  return sql`
    tops as materialized (
      select * from (
        select a.alike_key as key, sum(a.stake) as stake, min(reverse(a.id)) as lot, ${
    due === null
      ? sql`false`
      : sql`coalesce(min(reverse(a.id)) filter (where ${due}) = min(reverse(a.id)), false)`
  } as overdue
        from ${waiting} and a.alike_key is not null group by a.alike_key
        union all
        select a.id, a.stake, reverse(a.id), ${overdue} from ${waiting} and a.alike_key is null
      ) heads
      ${
    reach.groups === null
      ? sql``
      : sql`order by ${
        due === null ? sql`` : sql`overdue desc,`
      } stake desc limit ${reach.groups + 1}`
  }
    ),
    enough as materialized (select count(*) >= ${reach.overdue} as yes from tops where overdue),
    owned as materialized (select a.id, ${key} from ${waiting} and a.assigned_to = ${assignee}),
    groups as materialized (
      select key from owned ${
    due === null
      ? sql``
      : sql`union select ${key} from ${waiting} and ${due} and not (select yes from enough)`
  }
    ),
    ranked as materialized (
      select item.*, groups.key from groups cross join lateral (
        select a.id, ${own} as own, ${overdue} as overdue,
          (row_number() over (order by reverse(a.id)))::integer as rank, sum(a.stake) over () as stake
        from ${waiting} and a.alike_key = groups.key
        union all
        select a.id, ${own}, ${overdue}, 1, a.stake from ${waiting} and a.alike_key is null and a.id = groups.key
      ) item
      where own or overdue and rank > 1
    ),
    asked as (select key from tops union select key from ranked),
    answered as materialized (${
    reach.groups === null
      ? sql`
      select key, coalesce(count, 0) as answered from asked left join (
        select alike_key as key, count(*) from approvals where state = 'decided' and alike_key is not null group by alike_key
      ) done using (key)`
      : sql`
      select key, (select count(*) from approvals where state = 'decided' and alike_key = asked.key) as answered from asked`
  }),
    -- What does not come before these may come after something that was not looked at.
    bounds as materialized (
      select true as overdue, -1 as nth, -1 as stake from enough where yes ${
    reach.groups === null ? sql`` : sql`
      union all
      (select overdue, -1, stake from tops where (select count(*) > ${reach.groups} from tops)
        order by overdue, stake limit 1)`
  }
    ),
    first as (
      select id, own, overdue, rank, priority from (
        select id, own, overdue, rank, stake / (1 + answered) as priority
        from (
          select reverse(lot) as id, false as own, overdue, 1 as rank, key, stake from tops
          where reverse(lot) not in (select id from owned)
          union all select id, own, overdue, rank, key, stake from ranked
        ) placed join answered using (key)
      ) p
      where own or not exists (
        select from bounds b where (p.overdue, -p.rank, p.priority) <= (b.overdue, b.nth, b.stake))
    )`;
}
