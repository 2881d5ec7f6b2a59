import type { Sql } from "../../adapters/postgres/connect.ts";

const SHOWN = 30;
const LETTERS = 110;

/** Begins to count anew what pg_stat_statements counts; false where it is not loaded. */
export async function countStatements(sql: Sql): Promise<boolean> {
  const [row] = await sql`
    select current_setting('shared_preload_libraries') like '%pg_stat_statements%' as loaded`;
  if (!row!.loaded) return false;
  await sql`create extension if not exists pg_stat_statements`;
  await sql`select pg_stat_statements_reset()`;
  return true;
}

/** Prints what took most of the server's time since, a line each: milliseconds in all, calls, milliseconds a call. */
export async function printStatements(sql: Sql): Promise<void> {
  const rows = await sql<
    { ms: number; calls: string; rows: string; query: string }[]
  >`
    select total_exec_time as ms, calls, rows, regexp_replace(query, '\\s+', ' ', 'g') as query
    from pg_stat_statements
    where dbid = (select oid from pg_database where datname = current_database())
    order by total_exec_time desc limit ${SHOWN}`;
  for (const { ms, calls, rows: count, query } of rows) {
    console.log(
      `    ${ms.toFixed(0).padStart(7)} ms ${calls.padStart(7)} calls ${
        (ms / Number(calls)).toFixed(3).padStart(8)
      } ms each ${count.padStart(8)} rows  ${query.trim().slice(0, LETTERS)}`,
    );
  }
}
