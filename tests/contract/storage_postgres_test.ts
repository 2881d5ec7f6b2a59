import { postgresDirectory } from "../../adapters/postgres/directory.ts";
import { postgresJobFeed } from "../../adapters/postgres/job_feed.ts";
import { postgresKeyUses } from "../../adapters/postgres/key_uses.ts";
import { postgresUnitOfWork } from "../../adapters/postgres/unit_of_work.ts";
import { systemClock } from "../../adapters/system/clock.ts";
import { freshPostgres } from "../support/databases.ts";
import { aloneAtOnce } from "./alone_at_once.ts";
import { storageContract } from "./storage.ts";

storageContract("PostgreSQL", async () => {
  const { sql, drop } = await freshPostgres();
  return {
    uow: aloneAtOnce((pauses) =>
      postgresUnitOfWork(sql, { clock: systemClock(), ...pauses })
    ),
    feed: postgresJobFeed(sql),
    directory: postgresDirectory(sql),
    keyUses: postgresKeyUses(sql),
    close: drop,
  };
});
