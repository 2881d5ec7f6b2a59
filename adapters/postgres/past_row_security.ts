import type { Transaction } from "./connect.ts";

/**
 * Runs `work` with every row in sight, for a migration that fills columns of all tenants. The owner of the tables is
 * held by forced row security as everybody is, and would see no row; who may pass it anyway needs nothing.
 */
export async function pastRowSecurity(
  tx: Transaction,
  work: () => Promise<unknown>,
): Promise<void> {
  const forced = await tx<{ name: string }[]>`
    select c.relname as name
    from pg_class c join pg_roles r on r.rolname = current_user
    where c.relnamespace = 'public'::regnamespace and c.relforcerowsecurity
      and not r.rolsuper and not r.rolbypassrls
    order by 1`;
  for (const { name } of forced) {
    await tx`alter table ${tx(name)} no force row level security`;
  }
  await work();
  const left = await tx<{ name: string }[]>`
    select tablename as name from pg_tables
    where schemaname = 'public' and tablename = any(${
    forced.map(({ name }) => name)
  }::text[])`;
  for (const { name } of left) {
    await tx`alter table ${tx(name)} force row level security`;
  }
}
