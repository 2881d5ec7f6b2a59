import { connectPostgres } from "../../adapters/postgres/connect.ts";
import { migrate } from "../../adapters/postgres/migrate.ts";
import { MIGRATIONS } from "./open_storage.ts";
import { argsOrExit } from "./args.ts";
import { configOrExit, exitWith } from "./environment.ts";

/** `deno task migrate`: brings the database at DATABASE_URL up to date. Needs the right to create roles and tables. */
argsOrExit("Usage: deno task migrate", { options: {} });
const { storage } = configOrExit();
if (storage.kind === "embedded") {
  console.log("An embedded folder is migrated when it is opened.");
} else {
  const sql = connectPostgres(storage.url.reveal(), { max: 1 });
  try {
    const applied = await migrate(sql, MIGRATIONS);
    for (const name of applied) console.log(`applied ${name}`);
    console.log(applied.length === 0 ? "Up to date." : "Done.");
  } catch (error) {
    exitWith(error);
  } finally {
    await sql.end();
  }
}
