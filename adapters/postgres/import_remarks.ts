import type { ImportRemarks } from "../../ports/import_remarks.ts";
import type { ImportRemark } from "../../src/imports/file_import.ts";
import { pageOf } from "../../src/kernel/page.ts";
import { json } from "./columns.ts";
import type { Transaction } from "./connect.ts";

/** What was said of the rows of files. */
export function postgresImportRemarks(sql: Transaction): ImportRemarks {
  return {
    async add(id, remarks) {
      if (remarks.length === 0) return;
      await sql`
        insert into import_remarks (import_id, place, line, kind, field, detail)
        select ${id}, place, line, kind, field, detail
        from json_to_recordset(${json(sql, remarks)}) as given (
          place integer, line integer, kind text, field text, detail text)`;
    },
    async list(id, { limit, cursor }) {
      const rows = await sql<ImportRemark[]>`
        select place, line, kind, field, detail from import_remarks
        where import_id = ${id} and place > ${Number(cursor ?? 0)}
        order by place limit ${limit + 1}`;
      return pageOf([...rows], limit, ({ place }) => String(place));
    },
  };
}
