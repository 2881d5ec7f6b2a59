import type { Notices } from "../../ports/notices.ts";
import type { NoticeId } from "../../src/kernel/ids.ts";
import { json } from "./columns.ts";
import type { Transaction } from "./connect.ts";
import { NOTICE_COLUMNS } from "./notification_columns.ts";
import { rowStore } from "./row_store.ts";

/** A tenant's notices. */
export function postgresNotices(sql: Transaction): Notices {
  const store = rowStore(sql, "notices", NOTICE_COLUMNS);
  return {
    ...store,
    async latest(places) {
      if (places.length === 0) return [];
      const rows = await sql<{ id: NoticeId }[]>`
        select last.id
        from json_to_recordset(${
        json(sql, places)
      }) as given (kind text, key text)
        cross join lateral (
          select id from notices n
          where n.tenant_id = (select current_tenant())
            and n.kind = given.kind and n.incident_key = given.key
          order by n.occurrence desc limit 1
        ) as last`;
      return store.find(rows.map(({ id }) => id));
    },
  };
}
