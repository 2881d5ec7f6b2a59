import assert from "node:assert/strict";
import { columnsOf, REGISTER } from "../../src/privacy/personal_data.ts";
import { freshPostgres } from "../support/databases.ts";

Deno.test("the register of personal data has every column of every table, once", async () => {
  const { sql, drop } = await freshPostgres();
  try {
    const rows = await sql<{ table: string; columns: string[] }[]>`
      select c.relname as table, array_agg(a.attname::text order by a.attname::text collate "C") as columns
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      group by c.relname`;
    const found = Object.fromEntries(
      rows.map(({ table, columns }) => [table, columns]),
    );
    const known = Object.fromEntries(
      Object.keys(REGISTER).map((
        table,
      ) => [table, [...columnsOf(table)].sort()]),
    );
    assert.deepEqual(known, found);
  } finally {
    await drop();
  }
});
