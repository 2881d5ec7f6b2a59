import type { Approvals } from "../../ports/approvals.ts";
import { pageOf } from "../../src/kernel/page.ts";
import {
  approvalColumns,
  approvalOf,
  type ApprovalRow,
  approvalToRow,
} from "./approval_row.ts";
import { jsonb, looksLike } from "./columns.ts";
import type { Transaction } from "./connect.ts";
import { StaleVersion } from "./lost_race.ts";

/** A tenant's approvals. Rows are locked in the order of their ids, so that no two units block each other. */
export function postgresApprovals(sql: Transaction): Approvals {
  const columns = approvalColumns(sql);
  const recordset = sql`(
    id text, version integer, "recordId" text, suggestion text, because text, confidence double precision,
    inclusion double precision, state text, verdicts jsonb, verdict text, "categoryId" text, "decidedBy" text, note text,
    "decisionId" text, "endedAt" timestamptz, "leaseBy" text, "leaseUntil" timestamptz, "leaseToken" integer,
    "assignedTo" text, "alikeKey" text, "connectionId" text, "amountMinor" bigint, currency text,
    stake double precision, "shownBecause" text, "shownConfidence" double precision, "createdAt" timestamptz)`;

  return {
    async add(approvals) {
      if (approvals.length === 0) return;
      await sql`
        insert into approvals (
          id, version, record_id, suggestion, because, confidence, inclusion, state, verdicts, verdict, category_id,
          decided_by, note, decision_id, ended_at, lease_by, lease_until, lease_token, assigned_to, alike_key,
          connection_id, amount_minor, currency, stake, shown_because, shown_confidence, created_at)
        select
          id, version, "recordId", suggestion, because, confidence, inclusion, state, verdicts, verdict, "categoryId",
          "decidedBy", note, "decisionId", "endedAt", "leaseBy", "leaseUntil", "leaseToken", "assignedTo", "alikeKey",
          "connectionId", "amountMinor", currency, stake, "shownBecause", "shownConfidence", "createdAt"
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
          verdicts = given.verdicts,
          verdict = given.verdict,
          category_id = given."categoryId",
          decided_by = given."decidedBy",
          note = given.note,
          decision_id = given."decisionId",
          ended_at = given."endedAt",
          lease_by = given."leaseBy",
          lease_until = given."leaseUntil",
          lease_token = given."leaseToken",
          assigned_to = given."assignedTo",
          alike_key = given."alikeKey",
          connection_id = given."connectionId",
          amount_minor = given."amountMinor",
          currency = given.currency,
          stake = given.stake,
          shown_because = given."shownBecause",
          shown_confidence = given."shownConfidence",
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
    async latestDoubts(limit) {
      const rows = await sql<{ confidence: number }[]>`
        select confidence from approvals where because = 'not_sure_enough'
        order by id desc limit ${limit}`;
      return rows.map(({ confidence }) => confidence);
    },
  };
}
