import type {
  AlikeGroup,
  NamedLease,
  QueueCount,
  ReviewWork,
  Waiting,
} from "../../ports/review_work.ts";
import type { AlikeKey, ApprovalId } from "../../src/kernel/ids.ts";
import {
  approvalColumns,
  approvalOf,
  type ApprovalRow,
} from "./approval_row.ts";
import { claimApprovals } from "./claim_approvals.ts";
import { instantOf, jsonb } from "./columns.ts";
import type { Transaction } from "./connect.ts";
import { inOrder, placedItems, seenItems } from "./review_view.ts";

type WaitingRow = ApprovalRow & Omit<Waiting["place"], "id">;

/** In a sample of a group. */
const SAMPLE = 3;

/** A tenant's waiting approvals: sorted where they are, each step in one statement. */
export function postgresReviewWork(sql: Transaction): ReviewWork {
  const columns = approvalColumns(sql);

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
    claim: (request) => claimApprovals(sql, request),
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
    async releaseAll(holders) {
      if (holders.length === 0) return;
      await sql`
        update approvals a set version = a.version + 1, lease_by = null, lease_until = null
        where a.state = 'waiting' and a.lease_by = any(${[...holders]})`;
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
        placed as (${placedItems(sql, view, sql`, assigned_to, group_key`)})
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
          select s.*, row_number() over (partition by group_key order by reverse(id)) as nth
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

function waitingOf(
  { overdue, rank, priority, ...row }: WaitingRow,
): Waiting {
  return {
    ...approvalOf(row),
    place: { id: row.id, overdue, rank, priority },
  };
}
