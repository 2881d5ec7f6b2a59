import { postgresDirectory } from "../../adapters/postgres/directory.ts";
import { postgresJobFeed } from "../../adapters/postgres/job_feed.ts";
import { searchInProcess } from "../../adapters/postgres/search_in_process.ts";
import { postgresKeyUses } from "../../adapters/postgres/key_uses.ts";
import { postgresUnitOfWork } from "../../adapters/postgres/unit_of_work.ts";
import { freshPglite } from "../support/databases.ts";
import { testsOn } from "./tests_on.ts";

/** Tests of a service on the embedded database. */
export const onEmbedded = testsOn("embedded", async () => {
  const { sql, drop } = await freshPglite();
  return {
    at: (clock) => ({
      uow: postgresUnitOfWork(sql, { clock, search: searchInProcess() }),
      feed: postgresJobFeed(sql),
      directory: postgresDirectory(sql),
      keyUses: postgresKeyUses(sql),
    }),
    close: drop,
  };
});
