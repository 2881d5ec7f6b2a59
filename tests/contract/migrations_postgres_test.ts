import assert from "node:assert/strict";
import { connectPostgres } from "../../adapters/postgres/connect.ts";
import { migrate } from "../../adapters/postgres/migrate.ts";
import { freshPostgres, MIGRATIONS } from "../support/databases.ts";
import { migrationsContract } from "./migrations.ts";

migrationsContract("PostgreSQL", freshPostgres);

Deno.test("PostgreSQL migrations: of two migrators at once each file is applied by one", async () => {
  const { sql, url, drop } = await freshPostgres({ empty: true });
  const other = connectPostgres(url);
  try {
    const applied = await Promise.all([
      migrate(sql, MIGRATIONS),
      migrate(other, MIGRATIONS),
    ]);
    const files = [...Deno.readDirSync(MIGRATIONS)].map(({ name }) => name);
    assert.deepEqual(applied.flat().sort(), files.sort());
  } finally {
    await other.end();
    await drop();
  }
});

Deno.test("PostgreSQL migrations: two databases of one server can be migrated at once", async () => {
  const databases = await Promise.all([
    freshPostgres({ empty: true }),
    freshPostgres({ empty: true }),
  ]);
  try {
    const applied = await Promise.all(
      databases.map(({ sql }) => migrate(sql, MIGRATIONS)),
    );
    assert.deepEqual(applied[0], applied[1]);
    assert(applied[0]!.length > 0);
  } finally {
    await Promise.all(databases.map(({ drop }) => drop()));
  }
});
