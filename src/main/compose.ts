import { match } from "ts-pattern";
import { hashedNgrams } from "../../adapters/hashed_ngrams/embedder.ts";
import { inProcessQueue } from "../../adapters/in_process/queue.ts";
import { modelOff } from "../../adapters/model_off/language_model.ts";
import { pgliteServer } from "../../adapters/pglite/server.ts";
import { connectPostgres, type Sql } from "../../adapters/postgres/connect.ts";
import { postgresDirectory } from "../../adapters/postgres/directory.ts";
import { postgresJobFeed } from "../../adapters/postgres/job_feed.ts";
import { migrate, pendingMigrations } from "../../adapters/postgres/migrate.ts";
import { searchInProcess } from "../../adapters/postgres/search_in_process.ts";
import { postgresUnitOfWork } from "../../adapters/postgres/unit_of_work.ts";
import type { VectorSearch } from "../../adapters/postgres/vector_search.ts";
import { systemClock } from "../../adapters/system/clock.ts";
import { randomIds } from "../../adapters/system/ids.ts";
import type { Deps } from "../../ports/deps.ts";
import { buryJob } from "../events/use_cases/bury_job.ts";
import { QUEUES } from "../events/job.ts";
import type { Config, StorageConfig } from "./config.ts";
import { handleJob } from "./handle_job.ts";
import { errorFacts, type Log } from "./log.ts";
import { type Relay, startRelay } from "./relay.ts";

/** The migrations, beside the code. */
export const MIGRATIONS = new URL("../../migrations/", import.meta.url);

const POLL_MS = 500;
const LEASE_MS = 60_000;

/** The service with everything behind its ports. */
export interface Service {
  readonly deps: Deps;
  /** Begins to do jobs; records that wait from before are taken up. */
  startWork(): void;
  /** Whether the storage answers. */
  ready(): Promise<boolean>;
  /** Lets what runs finish and closes everything, in the reverse order of opening. */
  close(): Promise<void>;
}

interface Opened {
  readonly sql: Sql;
  readonly search?: VectorSearch;
  close(): Promise<void>;
}

/** Opens the storage; an embedded one is brought up to date, a server must be already. */
async function openStorage(config: StorageConfig): Promise<Opened> {
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
      const sql = connectPostgres(url.reveal(), { max: poolMax });
      const close = () => sql.end({ timeout: 5 });
      try {
        const pending = await pendingMigrations(sql, MIGRATIONS);
        if (pending.length > 0) {
          throw new Error(
            `the database lacks ${pending.join(", ")}; run: deno task migrate`,
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

/** Puts the service together as `config` says. */
export async function compose(config: Config, log: Log): Promise<Service> {
  const clock = systemClock();
  const storage = await openStorage(config.storage);
  let relay: Relay | null = null;
  const deps: Deps = {
    clock,
    ids: randomIds(),
    uow: postgresUnitOfWork(storage.sql, {
      clock,
      onJobs: () => relay?.wake(),
      ...storage.search && { search: storage.search },
    }),
    directory: postgresDirectory(storage.sql),
    embedder: hashedNgrams(),
    model: modelOff(),
  };
  const onError = (error: unknown) =>
    log.error(errorFacts(error), "work went wrong and will be tried again");
  const embedded = config.storage.kind === "embedded";
  const queue = inProcessQueue({
    // One connection serves an embedded database: a second job would only wait for it.
    concurrency: embedded ? 1 : config.work.concurrency,
    attemptsMax: config.work.attemptsMax,
    onError,
  });
  const handle = handleJob(deps);

  return {
    deps,
    startWork() {
      for (const name of QUEUES) {
        queue.work(name, async (job) => {
          const begun = performance.now();
          const result = await handle(job);
          log.info({
            job: job.id,
            kind: job.task.kind,
            tenant: job.tenantId,
            ok: result.ok,
            ms: Math.round(performance.now() - begun),
          }, "job");
          return result;
        }, async (lost) => {
          const { job, reason, attempts } = lost;
          log.error(
            { job: job.id, tenant: job.tenantId, reason, attempts },
            "job given up",
          );
          await buryJob(deps, lost);
        });
      }
      relay = startRelay({
        feed: postgresJobFeed(storage.sql),
        queue,
        clock,
        pollMs: POLL_MS,
        leaseMs: LEASE_MS,
        alone: embedded,
        onError,
      });
    },
    async ready() {
      try {
        await storage.sql`select 1`;
        return true;
      } catch (error) {
        log.error(errorFacts(error), "the storage does not answer");
        return false;
      }
    },
    async close() {
      await relay?.close();
      await queue.close();
      await storage.close();
    },
  };
}
