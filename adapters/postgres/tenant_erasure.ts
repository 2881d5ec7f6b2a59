import type { TenantErasure } from "../../ports/tenant_erasure.ts";
import { asEraser } from "./as_eraser.ts";
import type { Transaction } from "./connect.ts";
import { tenantTables } from "./tenant_tables.ts";

/** What stays of an erased tenant: its own row, and the chain. */
const KEPT: ReadonlySet<string> = new Set(["tenants", "events", "event_heads"]);

/** Empties a tenant's tables, those that others refer to last. */
export function postgresTenantErasure(sql: Transaction): TenantErasure {
  return {
    eraseRows: (keptJob, limit) =>
      asEraser(sql, async () => {
        for (const { table, isOwnParent } of await tenantTables(sql)) {
          if (KEPT.has(table)) continue;
          const kept = table === "outbox" ? sql`and id <> ${keptJob}` : sql``;
          // Rows of a table that refers to itself go together: the limit could leave one that refers to another.
          const { count } = isOwnParent
            ? await sql`delete from ${sql(table)} where true ${kept}`
            : await sql`
              delete from ${sql(table)} where ctid in (
                select ctid from ${
              sql(table)
            } where true ${kept} limit ${limit})`;
          if (count > 0) return count;
        }
        return 0;
      }),
    async eventsLeft(exceptTypes, limit) {
      const rows = await sql<{ seq: string }[]>`
        select seq from events
        where salt is not null and type <> all(${[...exceptTypes]})
        order by seq limit ${limit}`;
      return rows.map(({ seq }) => Number(seq));
    },
  };
}
