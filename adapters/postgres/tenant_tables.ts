import type { Sql, Transaction } from "./connect.ts";

/** A table that holds rows of tenants. */
export interface TenantTable {
  readonly table: string;
  /** The columns of its primary key. */
  readonly key: string[];
  /** Rows of it refer to others of it. */
  readonly isOwnParent: boolean;
}

/** The tables that hold rows of tenants, as the catalogue knows them, each before those that it refers to. */
export async function tenantTables(
  sql: Sql | Transaction,
): Promise<readonly TenantTable[]> {
  const rows = await sql<{ table: string; parents: string[]; key: string[] }[]>`
    select c.relname as table, array(
      select distinct p.relname::text
      from pg_constraint k join pg_class p on p.oid = k.confrelid
      where k.conrelid = c.oid and k.contype = 'f'
    ) as parents, array(
      select a.attname::text from pg_constraint k
      cross join unnest(k.conkey) with ordinality as one (number, place)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = one.number
      where k.conrelid = c.oid and k.contype = 'p' order by one.place
    ) as key
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and exists (
        select from pg_policy where polrelid = c.oid and 'balance_app'::regrole = any(polroles)
      )
    order by c.relname collate "C"`;
  const left = new Map(rows.map(({ table, parents }) => [table, parents]));
  const found: TenantTable[] = [];
  while (left.size > 0) {
    const wanted = new Set(
      [...left].flatMap(([table, parents]) =>
        parents.filter((parent) => parent !== table)
      ),
    );
    const free = [...left].filter(([table]) => !wanted.has(table));
    if (free.length === 0) throw new Error("tables refer to one another");
    for (const [table, parents] of free) {
      const { key } = rows.find((row) => row.table === table)!;
      found.push({ table, key, isOwnParent: parents.includes(table) });
      left.delete(table);
    }
  }
  return found;
}
