import type { TenantId } from "../../src/kernel/ids.ts";
import type { JsonObject } from "../../src/kernel/json.ts";
import type { Sql } from "./connect.ts";
import { storageErrors } from "./storage_down.ts";
import { tenantTables } from "./tenant_tables.ts";

/** Rows that are read at a time. */
const ROWS_AT_A_TIME = 500;

/** A row of a tenant's, and the table that it stands in. */
export interface ExportedRow {
  readonly table: string;
  readonly row: JsonObject;
}

/**
 * Hands every row of a tenant to `write`, table by table, as it stood at one moment: it is one transaction that writes
 * nothing. Columns that `isSecret` names are left out.
 */
export async function exportTenant(
  sql: Sql,
  tenantId: TenantId,
  isSecret: (table: string, column: string) => boolean,
  write: (rows: readonly ExportedRow[]) => Promise<void>,
): Promise<void> {
  await storageErrors(() =>
    sql.begin("isolation level repeatable read read only", async (tx) => {
      await tx`
        select set_config('role', 'balance_eraser', true), set_config('app.tenant_id', ${tenantId}, true)`;
      for (const { table, key } of [...await tenantTables(tx)].reverse()) {
        const rows = tx<{ row: JsonObject }[]>`
          select to_jsonb(t) as row from ${tx(table)} t order by ${tx(key)}`
          .cursor(ROWS_AT_A_TIME);
        for await (const some of rows) {
          await write(some.map(({ row }) => ({
            table,
            row: Object.fromEntries(
              Object.entries(row).filter(([column]) =>
                !isSecret(table, column)
              ),
            ),
          })));
        }
      }
    })
  );
}
