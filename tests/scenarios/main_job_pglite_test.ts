import { postgresDirectory } from "../../adapters/postgres/directory.ts";
import { postgresJobFeed } from "../../adapters/postgres/job_feed.ts";
import { searchInProcess } from "../../adapters/postgres/search_in_process.ts";
import { postgresUnitOfWork } from "../../adapters/postgres/unit_of_work.ts";
import { systemClock } from "../../adapters/system/clock.ts";
import { freshPglite } from "../support/databases.ts";
import { mainJobScenario } from "./main_job.ts";

mainJobScenario("embedded", async () => {
  const { sql, drop } = await freshPglite();
  return {
    uow: postgresUnitOfWork(sql, {
      clock: systemClock(),
      search: searchInProcess(),
    }),
    feed: postgresJobFeed(sql),
    directory: postgresDirectory(sql),
    close: drop,
  };
});
