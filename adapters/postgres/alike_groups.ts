import type { AlikeGroup, ReviewWork } from "../../ports/review_work.ts";
import { instantOf } from "./columns.ts";
import type { Transaction } from "./connect.ts";
import { waitingIn } from "./review_view.ts";

/** In a sample of a group. */
const SAMPLE = 3;

type Asked = Parameters<ReviewWork["groups"]>;

/** What waits by what is alike, as `ReviewWork.groups` promises: all is counted, and the groups of one page looked at. */
export async function alikeGroups(
  sql: Transaction,
  ...[view, { atLeast, limit, after }]: Asked
): Promise<readonly AlikeGroup[]> {
  const waiting = waitingIn(sql, view);
  const isAfter = after === null
    ? sql``
    : sql`where (-count, key) > (${-after.count}, ${after.key})`;
  // What is like no other is a group of one.
  const singles = atLeast > 1 ? sql`false` : sql`a.alike_key is null`;
  const rows = await sql<
    (Omit<AlikeGroup, "oldestAt"> & { oldestAt: Date })[]
  >`
    with largest as materialized (
      select key, count from (
        select a.alike_key as key, count(*)::integer as count
        from ${waiting} and a.alike_key is not null group by a.alike_key having count(*) >= ${atLeast}
        union all
        select a.id, 1 from ${waiting} and ${singles}
      ) every ${isAfter}
      order by count desc, key limit ${limit}
    )
    select key, count, "oldestAt", sample, totals,
      (select case when shown_because = 'nothing_alike' then null else suggestion end
        from approvals where id = sample[1]) as suggestion
    from largest g
    cross join lateral (
      select array(
        select id from (
          select a.id from ${waiting} and a.alike_key = g.key
          union all
          select a.id from ${waiting} and ${singles} and a.id = g.key
        ) item order by reverse(id) limit ${SAMPLE}
      ) as sample
    ) first
    cross join lateral (
      select min(oldest_at) as "oldestAt",
        coalesce(
          jsonb_agg(jsonb_build_object('minor', total, 'currency', currency) order by currency)
            filter (where currency is not null), '[]') as totals
      from (
        select currency, sum(amount_minor)::text as total, min(created_at) as oldest_at
        from (
          select a.currency, a.amount_minor, a.created_at from ${waiting} and a.alike_key = g.key
          union all
          select a.currency, a.amount_minor, a.created_at from ${waiting} and ${singles} and a.id = g.key
        ) item
        group by currency
      ) each_currency
    ) sums
    order by count desc, key`;
  return rows.map((row) => ({ ...row, oldestAt: instantOf(row.oldestAt) }));
}
