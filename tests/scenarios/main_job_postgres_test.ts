import { postgresDirectory } from "../../adapters/postgres/directory.ts";
import { postgresJobFeed } from "../../adapters/postgres/job_feed.ts";
import { postgresUnitOfWork } from "../../adapters/postgres/unit_of_work.ts";
import { systemClock } from "../../adapters/system/clock.ts";
import { freshPostgres } from "../support/databases.ts";
import { mainJobScenario } from "./main_job.ts";

mainJobScenario("PostgreSQL", async () => {
  const { sql, drop } = await freshPostgres();
  return {
    uow: postgresUnitOfWork(sql, { clock: systemClock() }),
    feed: postgresJobFeed(sql),
    directory: postgresDirectory(sql),
    close: drop,
  };
});
