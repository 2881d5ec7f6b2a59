import { connectPostgres } from "../../adapters/postgres/connect.ts";
import { type FreshDatabase, freshPostgres } from "./databases.ts";

/** It, and where it is. */
type Database = FreshDatabase & { readonly url: string };

/** Those of this process that nobody has at present, emptied. */
const free: Database[] = [];

Deno.test.afterAll(async () => {
  for (const { drop } of free.splice(0)) await drop();
});

/**
 * A migrated database on the server of `DATABASE_URL` that nothing else uses, for tests that change rows and nothing
 * else: one that an earlier test of this process gave back, emptied, where there is one. A database is a thousand files:
 * to make and remove one takes longer than most tests.
 */
export async function emptiedPostgres(): Promise<Database> {
  const database = free.pop() ?? await freshPostgres();
  const sql = connectPostgres(database.url);
  return {
    sql,
    url: database.url,
    async drop() {
      await sql.end();
      await empty(database.url);
      free.push(database);
    },
  };
}

/** As the migrations leave it. Rows go without their triggers: what may never be changed goes too. */
async function empty(url: string): Promise<void> {
  const sql = connectPostgres(url, { max: 1 });
  await sql.unsafe(`
    do $$
    declare
      one regclass;
    begin
      set local session_replication_role = replica;
      for one in
        select oid from pg_class
         where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'schema_migrations'
      loop
        execute format('delete from %s', one);
      end loop;
      for one in
        select oid from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S'
      loop
        perform setval(one, 1, false);
      end loop;
    end
    $$`);
  await sql.end();
}
