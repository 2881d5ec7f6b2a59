import assert from "node:assert/strict";
import { connectPostgres } from "../../adapters/postgres/connect.ts";
import { migrate } from "../../adapters/postgres/migrate.ts";
import { freshPostgres, MIGRATIONS } from "../support/databases.ts";

/** A login that owns the database and is neither a superuser nor past row security, as a provider gives out. */
async function asOwner(
  work: (
    open: (files: (file: string) => boolean) => Promise<readonly string[]>,
    admin: Awaited<ReturnType<typeof freshPostgres>>["sql"],
  ) => Promise<void>,
): Promise<void> {
  const { sql: admin, url, drop } = await freshPostgres({ empty: true });
  const login = `owner_${crypto.randomUUID().replaceAll("-", "")}`;
  const database = new URL(url).pathname.slice(1);
  const folder = await Deno.makeTempDir();
  // Another database's migration made the roles, and this login is let into them, as one on its own server would be.
  await admin.unsafe(`
    create extension vector;
    create role ${login} login createrole password 'owner';
    do $$ begin create role balance_eraser nologin; exception when duplicate_object then null; end $$;
    grant balance_app, balance_relay, balance_directory, balance_eraser to ${login} with set true, inherit false;
    alter database ${database} owner to ${login};
    alter schema public owner to ${login}`);
  const address = new URL(url);
  address.username = login;
  address.password = "owner";
  const own = connectPostgres(address.href, { max: 1 });
  try {
    await work(async (wanted) => {
      for (const { name } of Deno.readDirSync(MIGRATIONS)) {
        if (!wanted(name)) continue;
        await Deno.copyFile(new URL(name, MIGRATIONS), `${folder}/${name}`);
      }
      return await migrate(own, folder);
    }, admin);
  } finally {
    await own.end();
    await drop();
    await Deno.remove(folder, { recursive: true });
    const { sql, drop: end } = await freshPostgres({ empty: true });
    await sql.unsafe(`drop role ${login}`);
    await end();
  }
}

Deno.test("an owner without privileges migrates rows of every tenant, and row security is forced again", async () => {
  await asOwner(async (migrateOwn, admin) => {
    await migrateOwn((file) => file < "0008");
    await admin`
      insert into tenants (id, version, name, settings, created_at) values
        ('ten_1', 1, 'Foxglove', '{"similarityThreshold": 0.875, "contextAttributes": []}', now()),
        ('ten_2', 1, 'Otter', '{"similarityThreshold": 0.9, "contextAttributes": []}', now())`;
    const applied = await migrateOwn((file) => file >= "0008");
    assert(applied.length > 7, applied.join());
    const settings = await admin`
      select settings->>'requireBacktest' as backtest, settings->>'targetPrecision' as precision,
        settings->'model'->>'enabled' as model
      from tenants order by id`;
    const given = { backtest: "false", precision: "0.95", model: "true" };
    assert.deepEqual([...settings], [given, given]);
    const unforced = await admin`
      select relname from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r' and not relforcerowsecurity`;
    assert.deepEqual(unforced.map(({ relname }) => relname), [
      "schema_migrations",
    ]);
  });
});
