import type postgres from "postgres";
import type {
  AlikeGroup,
  ClaimRequest,
  NamedLease,
  QueueCount,
  ReviewWork,
  Waiting,
} from "../../ports/review_work.ts";
import type { Approval } from "../../src/approvals/approval.ts";
import type { AlikeKey, ApprovalId } from "../../src/kernel/ids.ts";
import {
  approvalColumns,
  approvalOf,
  type ApprovalRow,
} from "./approval_row.ts";
import { instantOf, jsonb } from "./columns.ts";
import type { Transaction } from "./connect.ts";
import { inOrder, placedItems, seenItems } from "./review_view.ts";

type WaitingRow = ApprovalRow & Omit<Waiting["place"], "id">;
type Fragment = postgres.Fragment;

/**
 * So many more than asked for are looked at, for others who claim at the same moment: it keeps the database from sorting
 * all that waits. Where not enough of them are left, all are.
 */
const SPARE = 500;

/** In a sample of a group. */
const SAMPLE = 3;

/** A tenant's waiting approvals: sorted where they are, each step in one statement. */
export function postgresReviewWork(sql: Transaction): ReviewWork {
  const columns = approvalColumns(sql);

  /** Gives the lease to the first of `nearest` that are still free, in its order. */
  async function give(
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
        returning ${columns}, n.nth::integer as nth
      )
      select * from given order by nth`;
    return rows.map(approvalOf);
  }

  /** Looks at `lookedAt` of what waits; null: at all of it. */
  function claim(
    request: ClaimRequest,
    lookedAt: number | null,
  ): Promise<readonly Approval[]> {
    const { by } = request.lease;
    const isFree = sql`, ${
      freeFor(sql, request)
    } as free, coalesce(a.assigned_to = ${by}, false) as own`;
    const more = sql`, free, own`;
    return give(
      request,
      sql`
      seen as (${seenItems(sql, request, isFree)}),
      placed as (${
        request.order === "oldest"
          ? sql`select id, overdue, 1 as rank, 0 as priority ${more} from seen`
          : placedItems(sql, more)
      }),
      nearest as materialized (
        select p.* from placed p where p.free
        order by p.own desc, ${inOrder(sql, request, "p")}
        limit ${lookedAt}
      )`,
    );
  }

  /**
   * The best of each group alone, of the groups with most at stake: where enough of them are free, they are what `claim`
   * finds, in a third of the time. Finds nothing where something else comes before them.
   */
  async function claimHeads(
    request: ClaimRequest,
  ): Promise<readonly Approval[]> {
    const { queues, from, order, lease: { by }, limit } = request;
    const mayBeOverdue = queues.some(({ slaHours }) => slaHours !== null);
    if (order === "oldest" || from !== null || mayBeOverdue) return [];
    return await give(
      request,
      sql`
      groups as (
        select alike_key, count(*) as alike, max(stake) as stake from approvals
        where state = 'waiting' group by alike_key
      ),
      best as materialized (
        select alike_key, stake * alike as priority from groups
        where not exists (
          select from approvals where state = 'waiting' and (assigned_to = ${by} or alike_key is null))
        order by stake * alike desc fetch first (${
        limit + SPARE
      }::integer) rows with ties
      ),
      nearest as materialized (
        select head.id, false as own, false as overdue, 1 as rank, best.priority
        from best cross join lateral (
          select id from approvals a where a.state = 'waiting' and a.alike_key = best.alike_key
          order by stake desc, id limit 1
        ) head
      )`,
    );
  }

  function held(leases: readonly NamedLease[], by: string, now: string) {
    return sql`
      from jsonb_to_recordset(${
      jsonb(sql, leases)
    }) as given ("approvalId" text, token integer)
      where a.id = given."approvalId" and a.lease_token = given.token and a.state = 'waiting'
        and a.lease_by = ${by} and a.lease_until > ${now}
      returning a.id`;
  }

  return {
    async claim(request) {
      const found: Approval[] = [];
      const tries = [
        claimHeads,
        (rest: ClaimRequest) => claim(rest, rest.limit + SPARE),
        (rest: ClaimRequest) => claim(rest, null),
      ];
      for (const attempt of tries) {
        const limit = request.limit - found.length;
        if (limit === 0) break;
        // What was found is passed over: it is the claimer's already.
        const except = [...request.except, ...found.map(({ id }) => id)];
        found.push(...await attempt({ ...request, except, limit }));
      }
      return found;
    },
    async renew(leases, { by, until }, now) {
      if (leases.length === 0) return [];
      const rows = await sql<{ id: ApprovalId }[]>`
        update approvals a set version = a.version + 1, lease_until = ${until} ${
        held(leases, by, now)
      }`;
      return rows.map(({ id }) => id).toSorted();
    },
    async release(leases, by, now) {
      if (leases.length === 0) return [];
      const rows = await sql<{ id: ApprovalId }[]>`
        update approvals a set version = a.version + 1, lease_by = null, lease_until = null ${
        held(leases, by, now)
      }`;
      return rows.map(({ id }) => id).toSorted();
    },
    async assign(ids, memberId) {
      if (ids.length === 0) return [];
      const rows = await sql<ApprovalRow[]>`
        update approvals a set version = a.version + 1, assigned_to = ${memberId}
        where a.id = any(${[...ids]}) and a.state = 'waiting'
        returning ${columns}`;
      return rows.map(approvalOf).toSorted((a, b) => a.id < b.id ? -1 : 1);
    },
    async waiting(view, { assignedTo, overdue, alikeKey }, { limit, after }) {
      const isAssignee = assignedTo === undefined
        ? sql``
        : view.deciders.includes(assignedTo)
        ? sql`and p.assigned_to = ${assignedTo}`
        : sql`and false`;
      const isAfter = after === null
        ? sql``
        : view.order === "oldest"
        ? sql`and p.id > ${after.id}`
        : sql`and (not p.overdue, p.rank, -p.priority, p.id)
          > (${!after.overdue}::boolean, ${after.rank}::integer, ${-after
          .priority}::double precision, ${after.id}::text)`;
      const rows = await sql<WaitingRow[]>`
        with seen as (${seenItems(sql, view, sql`, a.assigned_to`)}),
        placed as (${placedItems(sql, sql`, assigned_to, group_key`)})
        select ${columns}, p.overdue, p.rank, p.priority from (
          select p.* from placed p
          where true ${isAssignee} ${overdue ? sql`and p.overdue` : sql``} ${
        alikeKey === undefined ? sql`` : sql`and p.group_key = ${alikeKey}`
      } ${isAfter}
          order by ${inOrder(sql, view, "p")} limit ${limit}
        ) p join approvals a on a.id = p.id order by ${
        inOrder(sql, view, "p")
      }`;
      return rows.map(waitingOf);
    },
    async counts(view) {
      const rows = await sql<
        (Omit<QueueCount, "oldestAt"> & { oldestAt: Date })[]
      >`
        select queue, count(*)::integer as waiting, min(created_at) as "oldestAt",
          (count(*) filter (where overdue))::integer as overdue
        from (${seenItems(sql, view)}) seen group by queue`;
      return rows.map((row) => ({ ...row, oldestAt: instantOf(row.oldestAt) }));
    },
    async groups(view, { atLeast, limit, after }) {
      const isAfter = after === null
        ? sql``
        : sql`and (-count(*), group_key) > (${-after.count}, ${after.key})`;
      const rows = await sql<
        (Omit<AlikeGroup, "oldestAt"> & { oldestAt: Date })[]
      >`
        with seen as materialized (${
        seenItems(
          sql,
          view,
          sql`, a.suggestion, a.shown_because, a.amount_minor, a.currency`,
        )
      }),
        largest as materialized (
          select group_key, count(*)::integer as count, min(created_at) as oldest_at
          from seen group by group_key
          having count(*) >= ${atLeast} ${isAfter}
          order by count(*) desc, group_key limit ${limit}
        ),
        ranked as materialized (
          select s.*, row_number() over (partition by group_key order by stake desc, id) as nth
          from seen s where group_key in (select group_key from largest)
        ),
        best as (
          select group_key, array_agg(id order by nth) as sample,
            (array_agg(case when shown_because = 'nothing_alike' then null else suggestion end order by nth))[1]
              as suggestion
          from ranked where nth <= ${SAMPLE} group by group_key
        ),
        sums as (
          select group_key, jsonb_agg(jsonb_build_object('minor', total, 'currency', currency) order by currency) as totals
          from (
            select group_key, currency, sum(amount_minor)::text as total
            from ranked where currency is not null group by group_key, currency
          ) each_currency
          group by group_key
        )
        select g.group_key as key, g.count, g.oldest_at as "oldestAt", best.suggestion, best.sample,
          coalesce(sums.totals, '[]') as totals
        from largest g join best using (group_key) left join sums using (group_key)
        order by g.count desc, g.group_key`;
      return rows.map((row) => ({ ...row, oldestAt: instantOf(row.oldestAt) }));
    },
    async countAlike(keys) {
      if (keys.length === 0) return new Map();
      const rows = await sql<{ key: AlikeKey; alike: number }[]>`
        select a.alike_key as key, count(*)::integer as alike
        from unnest(${[...new Set(keys)]}::text[]) as asked (alike_key)
        join approvals a using (alike_key)
        where a.state = 'waiting' group by a.alike_key`;
      return new Map(rows.map(({ key, alike }) => [key, alike]));
    },
    async unkeyed(limit) {
      const rows = await sql<ApprovalRow[]>`
        select ${columns} from approvals a
        where a.state = 'waiting' and a.alike_key is null
        order by a.id limit ${limit} for update`;
      return rows.map(approvalOf);
    },
  };
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

function waitingOf(
  { overdue, rank, priority, ...row }: WaitingRow,
): Waiting {
  return {
    ...approvalOf(row),
    place: { id: row.id, overdue, rank, priority },
  };
}
