import type { Decisions } from "../../ports/decisions.ts";
import type { Decision, DecisionItem } from "../../src/approvals/decision.ts";
import { instantOf, jsonb } from "./columns.ts";
import type { Transaction } from "./connect.ts";

interface ItemRow extends Omit<DecisionItem, "undone"> {
  readonly undoneAt: Date | null;
  readonly undoneBy: string | null;
}

/** A tenant's decisions; every method but `add` is one statement. */
export function postgresDecisions(sql: Transaction): Decisions {
  const columns = sql`
    decision_id as "decisionId", approval_id as "approvalId", record_id as "recordId",
    record_version as "recordVersion", before, undone_at as "undoneAt", undone_by as "undoneBy"`;

  return {
    async add({ id, at, by }, items) {
      await sql`
        insert into decisions (id, at, by) values (${id}, ${at}, ${by})`;
      await sql`
        insert into decision_items (decision_id, approval_id, record_id, record_version, before)
        select "decisionId", "approvalId", "recordId", "recordVersion", before
        from jsonb_to_recordset(${jsonb(sql, items)}) as given (
          "decisionId" text, "approvalId" text, "recordId" text, "recordVersion" integer, before jsonb)
        order by "approvalId"`;
    },
    async find(id) {
      const [row] = await sql<(Omit<Decision, "at"> & { at: Date })[]>`
        select id, at, by from decisions where id = ${id}`;
      return row && { ...row, at: instantOf(row.at) };
    },
    async items(id) {
      const rows = await sql<ItemRow[]>`
        select ${columns} from decision_items where decision_id = ${id}
        order by approval_id for update`;
      return rows.map(itemOf);
    },
    async latestOf(approvalId) {
      const [row] = await sql<ItemRow[]>`
        select ${columns} from decision_items
        where approval_id = ${approvalId} and undone_at is null
        order by decision_id desc limit 1 for update`;
      return row && itemOf(row);
    },
    async undo(items, { at, by }) {
      if (items.length === 0) return;
      await sql`
        update decision_items kept set undone_at = ${at}, undone_by = ${by}
        from jsonb_to_recordset(${jsonb(sql, items)}) as given (
          "decisionId" text, "approvalId" text)
        where kept.decision_id = given."decisionId" and kept.approval_id = given."approvalId"`;
    },
  };
}

function itemOf({ undoneAt, undoneBy, ...row }: ItemRow): DecisionItem {
  return {
    ...row,
    undone: undoneAt === null
      ? null
      : { at: instantOf(undoneAt), by: undoneBy! },
  };
}
