import type { RecordConflicts } from "../../ports/record_conflicts.ts";
import type { ConflictId } from "../../src/kernel/ids.ts";
import { pageOf } from "../../src/kernel/page.ts";
import { json } from "./columns.ts";
import {
  conflictColumns,
  conflictOf,
  type ConflictRow,
} from "./conflict_row.ts";
import type { Transaction } from "./connect.ts";

/** The versions of a tenant's records that were kept aside. */
export function postgresRecordConflicts(sql: Transaction): RecordConflicts {
  const from = sql`
    from record_conflicts c join records r on r.id = c.record_id`;
  return {
    async find(ids) {
      const rows = await sql<ConflictRow[]>`
        select ${conflictColumns(sql)} ${from} where c.id = any(${[...ids]})`;
      return rows.map(conflictOf);
    },
    async list({ isOpen, connectionId }, { limit, cursor }) {
      const rows = await sql<ConflictRow[]>`
        select ${conflictColumns(sql)} ${from}
        where ${
        isOpen ? sql`c.resolved_at is null` : sql`c.resolved_at is not null`
      }
          ${cursor === null ? sql`` : sql`and c.id < ${cursor}`}
          ${
        connectionId === undefined
          ? sql``
          : sql`and r.connection_id = ${connectionId}`
      }
        order by c.id desc limit ${limit + 1}`;
      return pageOf(rows.map(conflictOf), limit, ({ id }) => id);
    },
    async resolve(conflicts) {
      const rows = await sql<{ id: ConflictId }[]>`
        update record_conflicts c
        set verdict = given.verdict, resolved_at = given.at, resolved_by = given.by,
          made_record_id = given."madeRecordId"
        from json_to_recordset(${
        json(
          sql,
          conflicts.map(({ id, resolution }) => ({ id, ...resolution })),
        )
      }) as given (id text, verdict text, at timestamptz, by text, "madeRecordId" text)
        where c.id = given.id and c.resolved_at is null
        returning c.id`;
      return rows.map(({ id }) => id);
    },
  };
}
