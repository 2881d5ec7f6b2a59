import { sha256 } from "../../src/kernel/sha256.ts";
import type { Sql, Transaction } from "./connect.ts";
import { pastRowSecurity } from "./past_row_security.ts";

/** Any number, the same in every process: who migrates this database holds the lock of this name. */
const LOCK = 7_203_118_442;
const FILE = /^\d{4}_[a-z0-9_]+\.sql$/;

interface Migration {
  readonly file: string;
  readonly text: string;
  readonly checksum: string;
}

/**
 * Applies the files of `folder` (`0001_….sql`, in order) that this database lacks, each in a transaction of its
 * own, one migrator at a time; returns the names of those it applied. Throws, and names the file, when one that
 * was applied has changed since, or when a new one sorts before it.
 */
export async function migrate(
  sql: Sql,
  folder: string | URL,
): Promise<readonly string[]> {
  const applied: string[] = [];
  for (const migration of await readMigrations(folder)) {
    const done = await sql.begin((tx) => applyOnce(tx, migration));
    if (done) applied.push(migration.file);
  }
  return applied;
}

/** SHA-256 over all migrations of `folder`: names a schema. */
export async function schemaChecksum(folder: string | URL): Promise<string> {
  const migrations = await readMigrations(folder);
  return sha256(migrations.map(({ checksum }) => checksum).join("\n"));
}

async function readMigrations(folder: string | URL): Promise<Migration[]> {
  const files: string[] = [];
  for await (const { name } of Deno.readDir(folder)) {
    if (FILE.test(name)) files.push(name);
    else if (name.endsWith(".sql")) {
      throw new Error(`migration ${name}: want a name like 0001_what.sql`);
    }
  }
  return await Promise.all(
    files.sort().map(async (file) => {
      const path = folder instanceof URL
        ? new URL(file, folder.href.replace(/\/?$/, "/"))
        : `${folder}/${file}`;
      const text = await Deno.readTextFile(path);
      return { file, text, checksum: sha256(text) };
    }),
  );
}

async function applyOnce(
  tx: Transaction,
  { file, text, checksum }: Migration,
): Promise<boolean> {
  // Held until the transaction ends, however it ends.
  await tx`select pg_advisory_xact_lock(${LOCK})`;
  await tx.unsafe(
    `create table if not exists schema_migrations (
       file text collate "C" not null,
       checksum text not null,
       applied_at timestamptz not null default now(),
       constraint schema_migrations_pk primary key (file));
     comment on table schema_migrations is 'The files of migrations/ that this database has, as they were applied'`,
  );
  const [kept] = await tx<{ checksum: string }[]>`
    select checksum from schema_migrations where file = ${file}`;
  if (kept?.checksum === checksum) return false;
  if (kept) {
    throw new Error(
      `migration ${file} was changed after it had been applied; restore it and write a new one`,
    );
  }
  const [later] = await tx<{ file: string }[]>`
    select file from schema_migrations where file > ${file} order by file limit 1`;
  if (later) {
    throw new Error(
      `migration ${file} sorts before ${later.file}, which has been applied; give it a later number`,
    );
  }
  try {
    await pastRowSecurity(tx, () => tx.unsafe(text));
  } catch (cause) {
    throw new Error(`migration ${file} failed: ${(cause as Error).message}`, {
      cause,
    });
  }
  await tx`insert into schema_migrations (file, checksum) values (${file}, ${checksum})`;
  return true;
}

/** The files of `folder` that this database lacks, in order. Changes nothing. */
export async function pendingMigrations(
  sql: Sql,
  folder: string | URL,
): Promise<readonly string[]> {
  const files = (await readMigrations(folder)).map(({ file }) => file);
  const [table] = await sql<{ there: boolean }[]>`
    select to_regclass('schema_migrations') is not null as there`;
  if (!table?.there) return files;
  // The login itself may read nothing; a database of before there were roles has none to take.
  const applied = await sql.begin(async (tx) => {
    await tx`
      select set_config('role', 'balance_app', true)
      where has_table_privilege('balance_app', 'schema_migrations', 'select')
        and pg_has_role(current_user, 'balance_app', 'SET')`;
    return await tx<{ file: string }[]>`select file from schema_migrations`;
  });
  const known = new Set(applied.map(({ file }) => file));
  return files.filter((file) => !known.has(file));
}

/** The roles of the schema that this login may not take, of those that the service works in. */
export async function missingRoles(sql: Sql): Promise<readonly string[]> {
  const rows = await sql<{ role: string }[]>`
    select rolname as role from pg_roles
    where rolname in ('balance_app', 'balance_relay', 'balance_directory', 'balance_eraser')
      and not pg_has_role(current_user, rolname, 'SET')
    order by 1`;
  return rows.map(({ role }) => role);
}
