import { inProcessQueue } from "../../adapters/in_process/queue.ts";
import { hashedNgrams } from "../../adapters/hashed_ngrams/embedder.ts";
import { modelOff } from "../../adapters/model_off/language_model.ts";
import { pgliteServer } from "../../adapters/pglite/server.ts";
import { connectPostgres, type Sql } from "../../adapters/postgres/connect.ts";
import { postgresDirectory } from "../../adapters/postgres/directory.ts";
import { postgresJobFeed } from "../../adapters/postgres/job_feed.ts";
import { migrate } from "../../adapters/postgres/migrate.ts";
import { searchInProcess } from "../../adapters/postgres/search_in_process.ts";
import { postgresUnitOfWork } from "../../adapters/postgres/unit_of_work.ts";
import type { VectorSearch } from "../../adapters/postgres/vector_search.ts";
import { systemClock } from "../../adapters/system/clock.ts";
import { randomIds } from "../../adapters/system/ids.ts";
import type { Deps } from "../../ports/deps.ts";
import { buryJob } from "../../src/events/use_cases/bury_job.ts";
import { MIGRATIONS } from "../../src/main/compose.ts";
import { handleJob } from "../../src/main/handle_job.ts";
import { type Relay, startRelay } from "../../src/main/relay.ts";

/** A storage with the service's workers on it, as the service itself puts them together. */
export interface Stage {
  readonly name: string;
  readonly settings: string;
  readonly deps: Deps;
  /** As the owner of the tables: row security aside. */
  readonly sql: Sql;
  close(): Promise<void>;
}

export async function openEmbedded(): Promise<Stage> {
  const folder = await Deno.makeTempDir({ prefix: "balance-bench-" });
  const server = await pgliteServer(folder);
  await migrate(server.sql, MIGRATIONS);
  return stageOn("embedded", server.sql, {
    concurrency: 1,
    search: searchInProcess(),
  }, async () => {
    await server.close();
    await Deno.remove(folder, { recursive: true });
  });
}

/** On a PostgreSQL with fsync on: DURABLE_DATABASE_URL, or one that the project's script starts. */
export async function openDurablePostgres(): Promise<Stage> {
  const admin = Deno.env.get("DURABLE_DATABASE_URL") ?? await startDurable();
  const name = `balance_bench_${crypto.randomUUID().replaceAll("-", "")}`;
  const adminSql = connectPostgres(admin, { max: 1 });
  await adminSql`create database ${adminSql(name)}`;
  const url = new URL(admin);
  url.pathname = `/${name}`;
  const sql = connectPostgres(url.href, { max: 8 });
  await migrate(sql, MIGRATIONS);
  return stageOn("postgres", sql, { concurrency: 2 }, async () => {
    await sql.end();
    await adminSql`drop database ${adminSql(name)} with (force)`;
    await adminSql.end();
  });
}

async function startDurable(): Promise<string> {
  const script = new URL("../../tests/tools/services.sh", import.meta.url);
  const { success, stdout } = await new Deno.Command("bash", {
    args: [script.pathname, "up", "--durable"],
    stderr: "inherit",
  }).output();
  const url = /^DURABLE_DATABASE_URL=(.+)$/m
    .exec(new TextDecoder().decode(stdout))?.[1];
  if (!success || !url) throw new Error("no PostgreSQL with fsync on");
  return url;
}

async function stageOn(
  name: string,
  sql: Sql,
  { concurrency, ...search }: {
    readonly concurrency: number;
    readonly search?: VectorSearch;
  },
  closeStorage: () => Promise<void>,
): Promise<Stage> {
  const clock = systemClock();
  let relay: Relay | null = null;
  const deps: Deps = {
    clock,
    ids: randomIds(),
    uow: postgresUnitOfWork(sql, {
      clock,
      onJobs: () => relay?.wake(),
      ...search,
    }),
    directory: postgresDirectory(sql),
    embedder: hashedNgrams(),
    model: modelOff(),
  };
  const onError = (error: unknown) => console.error(error);
  const queue = inProcessQueue({ concurrency, onError });
  queue.work("records:process", handleJob(deps), async (lost) => {
    console.error(`given up: ${lost.reason}`);
    await buryJob(deps, lost);
  });
  relay = startRelay({
    feed: postgresJobFeed(sql),
    queue,
    clock,
    pollMs: 500,
    leaseMs: 600_000,
    alone: true,
    onError,
  });
  const [row] = await sql`
    select current_setting('server_version') as version, current_setting('fsync') as fsync,
      current_setting('synchronous_commit') as commit`;
  return {
    name,
    settings: `PostgreSQL ${row!.version}, fsync ${
      row!.fsync
    }, synchronous_commit ${
      row!.commit
    }, ${concurrency} job(s) at once, one process`,
    deps,
    sql,
    async close() {
      await relay?.close();
      await queue.close();
      await closeStorage();
    },
  };
}
