import type { Approvals } from "../../ports/approvals.ts";
import { pageOf } from "../../src/kernel/page.ts";
import { approvalOf, type ApprovalRow, approvalToRow } from "./approval_row.ts";
import { jsonb, looksLike } from "./columns.ts";
import type { Transaction } from "./connect.ts";
import { StaleVersion } from "./lost_race.ts";

/** A tenant's approvals. Rows are locked in the order of their ids, so that no two units block each other. */
export function postgresApprovals(sql: Transaction): Approvals {
  const columns = sql`
    a.id, a.version, a.record_id as "recordId", a.suggestion, a.because, a.confidence, a.inclusion, a.state, a.verdict,
    a.category_id as "categoryId", a.decided_by as "decidedBy", a.note, a.ended_at as "endedAt",
    a.lease_by as "leaseBy", a.lease_until as "leaseUntil", a.created_at as "createdAt"`;
  const recordset = sql`(
    id text, version integer, "recordId" text, suggestion text, because text, confidence double precision,
    inclusion double precision, state text, verdict text, "categoryId" text, "decidedBy" text, note text, "endedAt" timestamptz,
    "leaseBy" text, "leaseUntil" timestamptz, "createdAt" timestamptz)`;

  return {
    async add(approvals) {
      if (approvals.length === 0) return;
      await sql`
        insert into approvals (
          id, version, record_id, suggestion, because, confidence, inclusion, state, verdict, category_id, decided_by, note,
          ended_at, lease_by, lease_until, created_at)
        select
          id, version, "recordId", suggestion, because, confidence, inclusion, state, verdict, "categoryId", "decidedBy", note,
          "endedAt", "leaseBy", "leaseUntil", "createdAt"
        from jsonb_to_recordset(${
        jsonb(sql, approvals.map(approvalToRow))
      }) as given ${recordset}
        order by "recordId"`;
    },
    async find(ids) {
      if (ids.length === 0) return [];
      const rows = await sql<ApprovalRow[]>`
        select ${columns}
        from unnest(${[...new Set(ids)]}::text[]) as asked (id)
        join approvals a using (id)
        where ${looksLike(sql, "asked.id", "apr")}
        order by a.id for update of a`;
      return rows.map(approvalOf);
    },
    async waitingFor(recordIds) {
      if (recordIds.length === 0) return [];
      const rows = await sql<ApprovalRow[]>`
        select ${columns}
        from unnest(${[...new Set(recordIds)]}::text[]) as asked (record_id)
        join approvals a using (record_id)
        where a.state = 'waiting' and ${
        looksLike(sql, "asked.record_id", "rec")
      }
        order by a.id for update of a`;
      return rows.map(approvalOf);
    },
    async save(approvals) {
      if (approvals.length === 0) return;
      const { count } = await sql`
        update approvals as kept
        set version = kept.version + 1,
          record_id = given."recordId",
          suggestion = given.suggestion,
          because = given.because,
          confidence = given.confidence,
          inclusion = given.inclusion,
          state = given.state,
          verdict = given.verdict,
          category_id = given."categoryId",
          decided_by = given."decidedBy",
          note = given.note,
          ended_at = given."endedAt",
          lease_by = given."leaseBy",
          lease_until = given."leaseUntil",
          created_at = given."createdAt"
        from jsonb_to_recordset(${
        jsonb(sql, approvals.map(approvalToRow))
      }) as given ${recordset}
        where kept.id = given.id and kept.version = given.version and ${
        looksLike(sql, "given.id", "apr")
      }`;
      if (count < approvals.length) {
        throw new StaleVersion("approvals were changed in the meantime");
      }
    },
    async claim({ by, until }, limit, now) {
      // A sub-select in the condition may run more than once, and then takes more than the limit.
      const rows = await sql<ApprovalRow[]>`
        with free as materialized (
          select id from approvals
          where state = 'waiting'
            and (lease_by is null or lease_by = ${by} or lease_until <= ${now})
          order by id limit ${limit}
          for update skip locked
        )
        update approvals a
        set version = a.version + 1, lease_by = ${by}, lease_until = ${until}
        from free
        where a.id = free.id
        returning ${columns}`;
      return rows.map(approvalOf)
        .sort((a, b) => a.id < b.id ? -1 : 1);
    },
    async list(state, { limit, cursor }) {
      const rows = await sql<ApprovalRow[]>`
        select ${columns} from approvals a
        where a.state = ${state} ${
        cursor === null ? sql`` : sql`and a.id > ${cursor}`
      }
        order by a.id limit ${limit + 1}`;
      return pageOf(rows.map(approvalOf), limit, ({ id }) => id);
    },
    async everAudited() {
      const [row] = await sql<{ audited: boolean }[]>`
        select exists (select from approvals where because = 'audit') as audited`;
      return row!.audited;
    },
    async countWaiting() {
      const [row] = await sql<{ waiting: number }[]>`
        select count(*)::integer as waiting from approvals where state = 'waiting'`;
      return row!.waiting;
    },
  };
}
