import { postgresDirectory } from "../../adapters/postgres/directory.ts";
import { postgresJobFeed } from "../../adapters/postgres/job_feed.ts";
import { postgresKeyUses } from "../../adapters/postgres/key_uses.ts";
import { postgresUnitOfWork } from "../../adapters/postgres/unit_of_work.ts";
import { emptiedPostgres } from "../support/emptied_postgres.ts";
import { testsOn } from "./tests_on.ts";

/** Tests of a service on a PostgreSQL server. */
export const onPostgres = testsOn("PostgreSQL", async () => {
  const { sql, drop } = await emptiedPostgres();
  return {
    at: (clock) => ({
      uow: postgresUnitOfWork(sql, { clock }),
      feed: postgresJobFeed(sql),
      directory: postgresDirectory(sql),
      keyUses: postgresKeyUses(sql),
    }),
    close: drop,
  };
});
