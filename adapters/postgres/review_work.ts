import type {
  NamedLease,
  QueueCount,
  ReviewWork,
} from "../../ports/review_work.ts";
import { DEFAULT_QUEUE } from "../../src/approvals/review_queue.ts";
import type { AlikeKey, ApprovalId } from "../../src/kernel/ids.ts";
import { alikeGroups } from "./alike_groups.ts";
import {
  approvalColumns,
  approvalOf,
  type ApprovalRow,
} from "./approval_row.ts";
import { claimApprovals } from "./claim_approvals.ts";
import { instantOf, jsonb } from "./columns.ts";
import type { Transaction } from "./connect.ts";
import { dueSince, queuePlace, waitingIn } from "./review_view.ts";
import { waitingPage } from "./waiting_page.ts";

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
    waiting: (...asked) => waitingPage(sql, ...asked),
    async counts(view) {
      const { queues } = view;
      const rows = await sql<
        (Omit<QueueCount, "queue" | "oldestAt"> & {
          place: number;
          oldestAt: Date;
        })[]
      >`
        select place, count(*)::integer as waiting, min(created_at) as "oldestAt",
          (count(*) filter (where created_at <= (${
        dueSince(view)
      }::timestamptz[])[place]))::integer as overdue
        -- For the place to be found out once an item: else it is wherever it is named.
        from (select ${queuePlace(sql, view)} as place, a.created_at from ${
        waitingIn(sql, view)
      } offset 0) seen
        group by place`;
      return rows.map(({ place, ...row }) => ({
        ...row,
        queue: queues[place - 1]?.id ?? DEFAULT_QUEUE,
        oldestAt: instantOf(row.oldestAt),
      }));
    },
    groups: (view, page) => alikeGroups(sql, view, page),
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
