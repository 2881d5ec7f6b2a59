import type {
  AlikeGroup,
  ClaimRequest,
  NamedLease,
  QueueCount,
  ReviewWork,
  Waiting,
} from "../../ports/review_work.ts";
import type { ApprovalId } from "../../src/kernel/ids.ts";
import {
  approvalColumns,
  approvalOf,
  type ApprovalRow,
} from "./approval_row.ts";
import { instantOf, jsonb } from "./columns.ts";
import type { Transaction } from "./connect.ts";
import { inOrder, placedItems, seenItems } from "./review_view.ts";

type WaitingRow = ApprovalRow & Omit<Waiting["place"], "id"> & {
  readonly alike: number;
};

/**
 * So many more than asked for are looked at, for others who claim at the same moment: it keeps the database from sorting
 * all that waits. Where not enough of them are left, all are.
 */
const SPARE = 500;

/** A tenant's waiting approvals: sorted where they are, each step in one statement. */
export function postgresReviewWork(sql: Transaction): ReviewWork {
  const columns = approvalColumns(sql);

  async function claim(
    request: ClaimRequest,
    lookedAt: number | null,
  ): Promise<readonly Waiting[]> {
    const { lease: { by, until }, limit } = request;
    const isFree = freeFor(sql, request);
    const own = (table: string) =>
      sql`coalesce(${sql(table)}.assigned_to = ${by}, false) desc`;
    const rows = await sql<(WaitingRow & { nth: number })[]>`
      with seen as (${seenItems(sql, request)}),
      placed as (${placedItems(sql)}),
      nearest as materialized (
        select a.id, a.assigned_to, a.overdue, a.alike, a.rank, a.priority from placed a
        where ${isFree}
        order by ${own("a")}, ${inOrder(sql, request, "a")}
        limit ${lookedAt}
      ),
      free as materialized (
        select a.id, n.overdue, n.alike, n.rank, n.priority, n.assigned_to
        from nearest n join approvals a on a.id = n.id
        where a.state = 'waiting' and ${isFree}
        order by ${own("n")}, ${inOrder(sql, request, "n")}
        limit ${limit}
        for update of a skip locked
      ),
      numbered as (
        select free.*, row_number() over (order by ${own("free")}, ${
      inOrder(sql, request, "free")
    }) as nth from free
      ),
      given as (
        update approvals a
        set version = a.version + 1, lease_by = ${by}, lease_until = ${until}, lease_token = a.lease_token + 1
        from numbered n
        where a.id = n.id
        returning ${columns}, n.overdue, n.alike, n.rank, n.priority, n.nth::integer as nth
      )
      select * from given order by nth`;
    return rows.map(waitingOf);
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
      const found = await claim(request, request.limit + SPARE);
      const missing = request.limit - found.length;
      if (missing === 0) return found;
      // What was found is passed over: it is the claimer's already.
      const except = [...request.except, ...found.map(({ id }) => id)];
      const rest = await claim({ ...request, except, limit: missing }, null);
      return [...found, ...rest];
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
        with seen as (${seenItems(sql, view)}),
        placed as (${placedItems(sql)})
        select ${columns}, a.overdue, a.alike, a.rank, a.priority from (
          select p.* from placed p
          where true ${isAssignee} ${overdue ? sql`and p.overdue` : sql``} ${
        alikeKey === undefined ? sql`` : sql`and p.group_key = ${alikeKey}`
      } ${isAfter}
          order by ${inOrder(sql, view, "p")} limit ${limit}
        ) a order by ${inOrder(sql, view, "a")}`;
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
        with seen as (${seenItems(sql, view)}),
        largest as (
          select group_key, count(*)::integer as count, min(created_at) as oldest_at
          from seen group by group_key
          having count(*) >= ${atLeast} ${isAfter}
          order by count(*) desc, group_key limit ${limit}
        )
        select g.group_key as key, g.count, g.oldest_at as "oldestAt", best.suggestion, best.sample,
          coalesce(sums.totals, '[]') as totals
        from largest g
        cross join lateral (
          select array_agg(id order by stake desc, id) as sample, (array_agg(
            case when shown_because = 'nothing_alike' then null else suggestion end order by stake desc, id))[1] as suggestion
          from (select * from seen s where s.group_key = g.group_key order by stake desc, id limit 3) three
        ) best
        left join lateral (
          select jsonb_agg(jsonb_build_object('minor', total, 'currency', currency) order by currency) as totals
          from (
            select currency, sum(amount_minor)::text as total from seen s
            where s.group_key = g.group_key and currency is not null group by currency
          ) each_currency
        ) sums on true
        order by g.count desc, g.group_key`;
      return rows.map((row) => ({ ...row, oldestAt: instantOf(row.oldestAt) }));
    },
    async countAlike(alikeKey) {
      const [row] = await sql<{ alike: number }[]>`
        select count(*)::integer as alike from approvals
        where state = 'waiting' and alike_key = ${alikeKey}`;
      return row!.alike;
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
  { alike, overdue, rank, priority, ...row }: WaitingRow,
): Waiting {
  return {
    ...approvalOf(row),
    alike,
    place: { id: row.id, overdue, rank, priority },
  };
}
