import { hashedNgrams } from "../../adapters/hashed_ngrams/embedder.ts";
import { modelOff } from "../../adapters/model_off/language_model.ts";
import { connectPostgres, type Sql } from "../../adapters/postgres/connect.ts";
import { postgresDirectory } from "../../adapters/postgres/directory.ts";
import { migrate } from "../../adapters/postgres/migrate.ts";
import { postgresUnitOfWork } from "../../adapters/postgres/unit_of_work.ts";
import { systemClock } from "../../adapters/system/clock.ts";
import { randomIds } from "../../adapters/system/ids.ts";
import type { Deps } from "../../ports/deps.ts";
import { MIGRATIONS } from "../../src/main/open_storage.ts";
import { emptyBacklog } from "../../tests/support/empty_backlog.ts";
import { type FreshRedis, freshRedis } from "../../tests/support/redis.ts";
import {
  type ServiceProcess,
  startService,
} from "../../tests/support/service_process.ts";

/** Servers with a database and a part of a Redis that nothing else uses. */
export interface Stage {
  /** What the figures hold for. */
  readonly settings: string;
  readonly url: string;
  readonly redis: FreshRedis;
  /** As the owner of the tables: row security aside. */
  readonly sql: Sql;
  /** To prepare what is measured; jobs that follow are done by whoever works. */
  readonly deps: Deps;
  start(kind: "serve" | "work"): Promise<ServiceProcess>;
  close(): Promise<void>;
}

/** On a PostgreSQL with fsync on and a Redis: DURABLE_DATABASE_URL and REDIS_URL, or what the project's script starts. */
export async function openStage(): Promise<Stage> {
  const servers = await startServers();
  Deno.env.set("REDIS_URL", servers.redis);
  const name = `balance_bench_${crypto.randomUUID().replaceAll("-", "")}`;
  const admin = connectPostgres(servers.postgres, { max: 1 });
  await admin`create database ${admin(name)}`;
  const url = new URL(servers.postgres);
  url.pathname = `/${name}`;
  const sql = connectPostgres(url.href, { max: 8 });
  await migrate(sql, MIGRATIONS);
  const redis = freshRedis();
  const clock = systemClock();
  const [row] = await sql`
    select current_setting('server_version') as version, current_setting('fsync') as fsync,
      current_setting('synchronous_commit') as commit`;
  const [, append] = await redis.client((client) =>
    client.config("GET", "appendonly")
  ) as string[];
  return {
    settings: `PostgreSQL ${row!.version}, fsync ${
      row!.fsync
    }, synchronous_commit ${
      row!.commit
    }; Redis, appendonly ${append}; one process that serves, one that works (2 jobs at once), the client beside them`,
    url: url.href,
    redis,
    sql,
    deps: {
      clock,
      ids: randomIds(),
      uow: postgresUnitOfWork(sql, { clock }),
      directory: postgresDirectory(sql),
      embedder: hashedNgrams(),
      model: modelOff(),
      backlog: emptyBacklog(),
    },
    start: (kind) =>
      startService({
        DATABASE_URL: url.href,
        REDIS_URL: redis.url,
        BALANCE_REDIS_PREFIX: redis.prefix,
        BALANCE_TENANT_BACKLOG_MAX: "1000000",
      }, kind),
    async close() {
      await sql.end();
      await admin`drop database ${admin(name)} with (force)`;
      await admin.end();
      await redis.drop();
    },
  };
}

async function startServers(): Promise<{ postgres: string; redis: string }> {
  const script = new URL("../../tests/tools/services.sh", import.meta.url);
  const { success, stdout } = await new Deno.Command("bash", {
    args: [script.pathname, "up", "--durable"],
    stderr: "inherit",
  }).output();
  const said = new TextDecoder().decode(stdout);
  const postgres = /^DURABLE_DATABASE_URL=(.+)$/m.exec(said)?.[1];
  const redis = /^REDIS_URL=(.+)$/m.exec(said)?.[1];
  if (!success || !postgres || !redis) {
    throw new Error("no PostgreSQL with fsync on, or no Redis");
  }
  return { postgres, redis };
}
