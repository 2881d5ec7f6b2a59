import type { ApprovalHistory } from "../../ports/approval_history.ts";
import type { HistoryEntry } from "../../src/approvals/history_entry.ts";
import { instantOf, jsonb } from "./columns.ts";
import type { Transaction } from "./connect.ts";

/** What people did with a tenant's approvals; every method is one statement. */
export function postgresApprovalHistory(sql: Transaction): ApprovalHistory {
  return {
    async add(entries) {
      if (entries.length === 0) return;
      await sql`
        insert into approval_history (
          id, approval_id, record_id, kind, at, by, text, verdict, category_id, member_id, decision_id)
        select id, "approvalId", "recordId", kind, at, by, text, verdict, "categoryId", "memberId", "decisionId"
        from jsonb_to_recordset(${jsonb(sql, entries)}) as given (
          id text, "approvalId" text, "recordId" text, kind text, at timestamptz, by text, text text, verdict text,
          "categoryId" text, "memberId" text, "decisionId" text)
        order by at, id`;
    },
    async of(approvalId) {
      const rows = await sql<(Omit<HistoryEntry, "at"> & { at: Date })[]>`
        select id, approval_id as "approvalId", record_id as "recordId", kind, at, by, text, verdict,
          category_id as "categoryId", member_id as "memberId", decision_id as "decisionId"
        from approval_history where approval_id = ${approvalId} order by at, id`;
      return rows.map((row) => ({ ...row, at: instantOf(row.at) }));
    },
  };
}
