import { match } from "ts-pattern";
import { pgliteServer } from "../../adapters/pglite/server.ts";
import { connectPostgres, type Sql } from "../../adapters/postgres/connect.ts";
import {
  migrate,
  missingRoles,
  pendingMigrations,
} from "../../adapters/postgres/migrate.ts";
import { searchInProcess } from "../../adapters/postgres/search_in_process.ts";
import type { VectorSearch } from "../../adapters/postgres/vector_search.ts";
import type { StorageConfig } from "./config.ts";

/** The migrations, beside the code. */
export const MIGRATIONS = new URL("../../migrations/", import.meta.url);

/** No unit of work asks for anything that takes near as long. */
const SILENCE_MS = 30_000;

export interface Storage {
  readonly sql: Sql;
  readonly search?: VectorSearch;
  close(): Promise<void>;
}

/** Opens the storage; an embedded one is brought up to date, a server must be already. */
export async function openStorage(config: StorageConfig): Promise<Storage> {
  return await match(config)
    .with({ kind: "embedded" }, async ({ folder }) => {
      const server = await pgliteServer(folder);
      try {
        await migrate(server.sql, MIGRATIONS);
      } catch (error) {
        await server.close();
        throw error;
      }
      return { ...server, search: searchInProcess() };
    })
    .with({ kind: "postgres" }, async ({ url, poolMax }) => {
      const sql = connectPostgres(url.reveal(), {
        max: poolMax,
        silenceMs: SILENCE_MS,
      });
      const close = () => sql.end({ timeout: 5 });
      try {
        const pending = await pendingMigrations(sql, MIGRATIONS);
        if (pending.length > 0) {
          throw new Error(
            `the database lacks ${pending.join(", ")}; run: deno task migrate`,
          );
        }
        const roles = await missingRoles(sql);
        if (roles.length > 0) {
          throw new Error(
            `the login of DATABASE_URL may not take ${
              roles.join(", ")
            }; as the server's administrator: grant ${roles.join(", ")} to it`,
          );
        }
      } catch (error) {
        await close();
        throw error;
      }
      return { sql, close };
    })
    .exhaustive();
}
