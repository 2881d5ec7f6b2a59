import type postgres from "postgres";
import type { ClaimRequest } from "../../ports/review_work.ts";
import type { Approval } from "../../src/approvals/approval.ts";
import {
  approvalColumns,
  approvalOf,
  type ApprovalRow,
} from "./approval_row.ts";
import { jsonb } from "./columns.ts";
import type { Transaction } from "./connect.ts";
import {
  answeredOf,
  inOrder,
  latestDue,
  placedItems,
  seenItems,
} from "./review_view.ts";

type Fragment = postgres.Fragment;

/**
 * So many more than asked for are looked at, for others who claim at the same moment: it keeps the database from sorting
 * all that waits. Where not enough of them are left, all are.
 */
const SPARE = 500;
/** Of so many groups, those with most at stake, it is looked up how many were answered. */
const GROUPS = 2_048;
/** Where more than so many are past due, all that waits is sorted. */
const LATE = 1_000;

/** Gives leases, as `ReviewWork.claim` promises. */
export async function claimApprovals(
  sql: Transaction,
  request: ClaimRequest,
): Promise<readonly Approval[]> {
  const found: Approval[] = [];
  const tries = [
    (rest: ClaimRequest) => claimHeads(sql, rest),
    (rest: ClaimRequest) => claimInOrder(sql, rest, rest.limit + SPARE),
    (rest: ClaimRequest) => claimInOrder(sql, rest, null),
  ];
  for (const attempt of tries) {
    const limit = request.limit - found.length;
    if (limit === 0) break;
    // What was found is passed over: it is the claimer's already.
    const except = [...request.except, ...found.map(({ id }) => id)];
    found.push(...await attempt({ ...request, except, limit }));
  }
  return found;
}

/** Gives the lease to the first of `nearest` that are still free, in its order. */
async function give(
  sql: Transaction,
  request: ClaimRequest,
  nearest: Fragment,
): Promise<readonly Approval[]> {
  const { lease: { by, until }, limit } = request;
  const order = (table: string) =>
    sql`${sql(table)}.own desc, ${inOrder(sql, request, table)}`;
  const rows = await sql<ApprovalRow[]>`
    with ${nearest},
    free as materialized (
      select n.* from nearest n join approvals a on a.id = n.id
      where a.state = 'waiting' and ${freeFor(sql, request)}
      order by ${order("n")}
      limit ${limit}
      for update of a skip locked
    ),
    numbered as (
      select free.id, row_number() over (order by ${
    order("free")
  }) as nth from free
    ),
    given as (
      update approvals a
      set version = a.version + 1, lease_by = ${by}, lease_until = ${until}, lease_token = a.lease_token + 1
      from numbered n
      where a.id = n.id
      returning ${approvalColumns(sql)}, n.nth::integer as nth
    )
    select * from given order by nth`;
  return rows.map(approvalOf);
}

/** Looks at `lookedAt` of what waits; null: at all of it. */
function claimInOrder(
  sql: Transaction,
  request: ClaimRequest,
  lookedAt: number | null,
): Promise<readonly Approval[]> {
  const { by } = request.lease;
  const isFree = sql`, ${
    freeFor(sql, request)
  } as free, coalesce(a.assigned_to = ${by}, false) as own`;
  const more = sql`, free, own`;
  return give(
    sql,
    request,
    sql`
    seen as (${seenItems(sql, request, isFree)}),
    placed as (${placedItems(sql, request, more)}),
    nearest as materialized (
      select p.* from placed p where p.free
      order by p.own desc, ${inOrder(sql, request, "p")}
      limit ${lookedAt}
    )`,
  );
}

/**
 * What is past due and the first of each group alone, of the groups with most at stake: where enough of them are free,
 * they are what `claimInOrder` finds, in a third of the time. Finds nothing where something else may come before them.
 */
async function claimHeads(
  sql: Transaction,
  request: ClaimRequest,
): Promise<readonly Approval[]> {
  const { from, order, lease: { by } } = request;
  if (order === "oldest" || from !== null) return [];
  return await give(
    sql,
    request,
    sql`
    largest as materialized (
      select alike_key, sum(stake) as stake from approvals
      where state = 'waiting' group by alike_key order by sum(stake) desc limit ${
      GROUPS + 1
    }
    ),
    late as materialized (${lateItems(sql, request)}),
    is_enough as materialized (
      select (select count(*) <= ${LATE} from late) and not exists (
        select from approvals where state = 'waiting' and (assigned_to = ${by} or alike_key is null)) as yes
    ),
    answered as materialized (
      select alike_key, stake / (1 + (${
      answeredOf(sql, "largest")
    })) as priority from largest where (select yes from is_enough)
    ),
    -- No group that was left out can come before these: what is at stake with it is at most the last one's.
    best as (
      select alike_key, priority from answered
      where priority > (select case when count(*) > ${GROUPS} then min(stake) else -1 end from largest)
      order by priority desc fetch first (${
      request.limit + SPARE
    }::integer) rows with ties
    ),
    nearest as materialized (
      select head.id, false as own, false as overdue, 1 as rank, best.priority
      from best cross join lateral (
        select id from approvals a where a.state = 'waiting' and a.alike_key = best.alike_key
        order by reverse(id) limit 1
      ) head
      where head.id not in (select id from late)
      union all
      select late.id, false, true, (
        select count(*) from approvals a
        where a.state = 'waiting' and a.alike_key = late.group_key and reverse(a.id) <= reverse(late.id)
      )::integer, (
        select sum(stake) from approvals a where a.state = 'waiting' and a.alike_key = late.group_key
      ) / (1 + (${
      answeredOf(sql, "late", "group_key")
    })) from late where (select yes from is_enough)
    )`,
  );
}

/** What is past due, one more than `LATE` at most. */
function lateItems(sql: Transaction, request: ClaimRequest): Fragment {
  const since = latestDue(request);
  return since === null
    ? sql`select null::text as id, null::text as group_key where false`
    : sql`
      select id, group_key from (${
      seenItems(sql, request, sql``, sql`and a.created_at <= ${since}`)
    }) seen where overdue limit ${LATE + 1}`;
}

/** Whether the claimer can have the item `a`. */
function freeFor(sql: Transaction, request: ClaimRequest) {
  const { lease: { by }, now, except, upTo, assigned, deciders } = request;
  const isAssigned = assigned === "any"
    ? sql``
    : assigned === "only"
    ? sql`and a.assigned_to = ${by}`
    : sql`and (a.assigned_to is null or a.assigned_to = ${by} or a.assigned_to <> all(${[
      ...deciders,
    ]}))`;
  const tooMuch = upTo.map(({ currency, minor }) =>
    sql`and (a.currency is distinct from ${currency} or abs(a.amount_minor) <= ${minor}::bigint)`
  );
  return sql`(a.lease_by is null or a.lease_by = ${by} or a.lease_until <= ${now})
    and not a.verdicts @> ${jsonb(sql, [{ by }])}
    ${except.length === 0 ? sql`` : sql`and a.id <> all(${[...except]})`} ${
    tooMuch.reduce((all, one) => sql`${all} ${one}`, sql``)
  } ${isAssigned}`;
}
