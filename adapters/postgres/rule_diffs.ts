import type { RuleDiffs } from "../../ports/rule_diffs.ts";
import { pageOf } from "../../src/kernel/page.ts";
import type { RecordDiff } from "../../src/rules/history/plan.ts";
import { jsonb } from "./columns.ts";
import type { Transaction } from "./connect.ts";

/** A tenant's diffs; every method is one statement. */
export function postgresRuleDiffs(sql: Transaction): RuleDiffs {
  return {
    async put(owner, diffs) {
      if (diffs.length === 0) return;
      await sql`
        insert into rule_diffs (owner_id, record_id, record_version, becomes, changes, undo)
        select ${owner}, "recordId", "recordVersion", becomes, changes, nullif(undo, 'null')
        from jsonb_to_recordset(${jsonb(sql, diffs)}) as given (
          "recordId" text, "recordVersion" integer, becomes text, changes jsonb, undo jsonb)
        order by "recordId"
        on conflict on constraint rule_diffs_pk do update
        set record_version = excluded.record_version, becomes = excluded.becomes, changes = excluded.changes,
          undo = excluded.undo`;
    },
    async list(owner, { limit, cursor }) {
      const rows = await sql<RecordDiff[]>`
        select record_id as "recordId", record_version as "recordVersion", becomes, changes, undo
        from rule_diffs
        where owner_id = ${owner} ${
        cursor === null ? sql`` : sql`and record_id < ${cursor}`
      }
        order by record_id desc limit ${limit + 1}`;
      return pageOf(rows, limit, ({ recordId }) => recordId);
    },
    async find(owner, recordIds) {
      if (recordIds.length === 0) return [];
      return await sql<RecordDiff[]>`
        select record_id as "recordId", record_version as "recordVersion", becomes, changes, undo
        from rule_diffs
        where owner_id = ${owner} and record_id = any(${[...recordIds]})`;
    },
    async changedSince(owner) {
      const [row] = await sql<{ changed: number }[]>`
        select count(*)::integer as changed
        from rule_diffs d
        where d.owner_id = ${owner} and not exists (
          select from records r where r.id = d.record_id and r.version = d.record_version)`;
      return row!.changed;
    },
  };
}
