import { cp } from "node:fs/promises";
import { dirname, join } from "node:path";
import { connectPostgres, type Sql } from "../../adapters/postgres/connect.ts";
import { migrate, schemaChecksum } from "../../adapters/postgres/migrate.ts";
import { pgliteServer } from "../../adapters/pglite/server.ts";

export const MIGRATIONS = new URL("../../migrations/", import.meta.url);

/** Any number: who makes a template database holds the lock of this name. */
const TEMPLATE_LOCK = 5_519_023_871;

/** A migrated database that nothing else uses. */
export interface FreshDatabase {
  readonly sql: Sql;
  /** Ends the connections and removes the database. */
  drop(): Promise<void>;
}

/** On the server of `DATABASE_URL`, whose user may make databases. Throws where that is not set. */
export async function freshPostgres(
  { empty = false }: { readonly empty?: boolean } = {},
): Promise<FreshDatabase & { readonly url: string }> {
  const adminUrl = Deno.env.get("DATABASE_URL");
  if (!adminUrl) {
    throw new Error(
      "these tests need DATABASE_URL, an address of a PostgreSQL server with pgvector: postgres://user@host:port/database",
    );
  }
  const name = `balance_test_${crypto.randomUUID().replaceAll("-", "")}`;
  await administer(adminUrl, async (admin) => {
    const template = empty ? "template1" : await templateOf(admin, adminUrl);
    await admin`create database ${admin(name)} template ${admin(template)}`;
  });
  const url = urlOf(adminUrl, name);
  const sql = connectPostgres(url);
  return {
    sql,
    url,
    async drop() {
      await sql.end();
      await administer(
        adminUrl,
        (admin) => admin`drop database ${admin(name)} with (force)`,
      );
    },
  };
}

/** In memory, in a worker. */
export async function freshPglite(
  { empty = false }: { readonly empty?: boolean } = {},
): Promise<FreshDatabase> {
  const { sql, close } = await pgliteServer("memory", {
    template: await pgliteTemplate(empty),
  });
  return { sql, drop: close };
}

/**
 * A folder of its own for a service, with what its first start would make there: an empty database of the newest schema.
 * For tests of something else, since that takes longer than they do. Whoever asks removes it.
 */
export async function freshFolder(): Promise<string> {
  const template = await kept(`${await schemaName()}.folder`, async (path) => {
    const { sql, close } = await pgliteServer(path);
    await migrate(sql, MIGRATIONS);
    await close();
  });
  const folder = await Deno.makeTempDir({ prefix: "balance-" });
  await cp(template, folder, { recursive: true });
  return folder;
}

/** The schema's own database to copy from: migrating takes longer than copying. */
async function templateOf(admin: Sql, adminUrl: string): Promise<string> {
  const name = `balance_template_${await schemaName()}`;
  const building = `${name}_building`;
  await admin`select pg_advisory_lock(${TEMPLATE_LOCK})`;
  const [there] = await admin`
    select from pg_database where datname = ${name}`;
  if (!there) {
    await admin`drop database if exists ${admin(building)} with (force)`;
    await admin`create database ${admin(building)}`;
    const sql = connectPostgres(urlOf(adminUrl, building), { max: 1 });
    await migrate(sql, MIGRATIONS);
    await sql.end();
    await admin`alter database ${admin(building)} rename to ${admin(name)}`;
  }
  await admin`select pg_advisory_unlock(${TEMPLATE_LOCK})`;
  return name;
}

/** A dump of an empty or a migrated database. */
async function pgliteTemplate(empty: boolean): Promise<string> {
  return kept(`${empty ? "empty" : await schemaName()}.tar`, async (path) => {
    const server = await pgliteServer("memory");
    if (!empty) await migrate(server.sql, MIGRATIONS);
    await server.dump(path);
    await server.close();
  });
}

/** A path in the system's folder for temporary files; what is not there yet is made, once for all runs of this schema. */
async function kept(
  name: string,
  make: (path: string) => Promise<void>,
): Promise<string> {
  const configuration = await Deno.readTextFile(
    new URL("../../deno.json", import.meta.url),
  );
  const version = /pglite@([\d.]+)"/.exec(configuration)?.[1];
  const folder = await Deno.makeTempDir();
  const path = join(dirname(folder), `balance-pglite-${version}-${name}`);
  try {
    if (await exists(path)) return path;
    await make(join(folder, "made"));
    try {
      // Whole or not at all, whoever else makes it at the same time.
      await Deno.rename(join(folder, "made"), path);
    } catch (error) {
      // A folder takes the place of none that has something in it.
      if (!await exists(path)) throw error;
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
  return path;
}

async function exists(path: string): Promise<boolean> {
  try {
    await Deno.stat(path);
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

async function schemaName(): Promise<string> {
  return (await schemaChecksum(MIGRATIONS)).slice(0, 16);
}

async function administer<T>(
  adminUrl: string,
  work: (admin: Sql) => Promise<T>,
): Promise<T> {
  const admin = connectPostgres(adminUrl, { max: 1 });
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

function urlOf(adminUrl: string, database: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  return url.href;
}
