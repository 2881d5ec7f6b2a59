import { postgresDirectory } from "../../adapters/postgres/directory.ts";
import { postgresJobFeed } from "../../adapters/postgres/job_feed.ts";
import { postgresKeyUses } from "../../adapters/postgres/key_uses.ts";
import { postgresUnitOfWork } from "../../adapters/postgres/unit_of_work.ts";
import { searchInProcess } from "../../adapters/postgres/search_in_process.ts";
import { systemClock } from "../../adapters/system/clock.ts";
import { freshPglite } from "../support/databases.ts";
import { aloneAtOnce } from "./alone_at_once.ts";
import { storageContract } from "./storage.ts";

storageContract("Embedded", async () => {
  const { sql, drop } = await freshPglite();
  return {
    uow: aloneAtOnce((pauses) =>
      postgresUnitOfWork(sql, {
        clock: systemClock(),
        search: searchInProcess(),
        ...pauses,
      })
    ),
    feed: postgresJobFeed(sql),
    directory: postgresDirectory(sql),
    keyUses: postgresKeyUses(sql),
    close: drop,
  };
});
