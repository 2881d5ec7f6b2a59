import { connectPostgres, type Sql } from "../../adapters/postgres/connect.ts";
import { migrate } from "../../adapters/postgres/migrate.ts";
import { MIGRATIONS } from "../../src/main/open_storage.ts";
import { until } from "./figures.ts";
import { startChild } from "./processes.ts";

/** A PostgreSQL that syncs to disk, and a Redis. */
export interface Servers {
  /** Of a user who may create databases and go round row security. */
  readonly postgresUrl: string;
  /** Without a database's number. */
  readonly redisUrl: string;
  /** For the header: how each keeps what it is told. */
  readonly settings: string;
  /** Null where Redis was not started here. */
  readonly redisPid: number | null;
  /** An empty database with the schema in it, dropped by `close`. */
  openDatabase(): Promise<Database>;
  close(): Promise<void>;
}

export interface Database {
  readonly url: string;
  /** As the owner of the tables: row security aside. */
  readonly sql: Sql;
  close(): Promise<void>;
}

const SCRIPT = new URL("../../tests/tools/services.sh", import.meta.url);
/** Where `services.sh` unpacked Debian's packages, if it did. */
const DEBIAN = `${
  Deno.env.get("BALANCE_SERVICES_DIR") ?? "/var/tmp/balance-services"
}/trixie`;

/**
 * PostgreSQL: DURABLE_DATABASE_URL, or what `services.sh up --durable` starts. Redis: one of its own with an
 * append-only file, from the same Debian folder; where there is none, the tests' Redis, without such a file.
 */
export async function openServers(): Promise<Servers> {
  const urls = await servicesUp();
  const admin = connectPostgres(urls.postgres, { max: 1 });
  const redis = await openRedis(urls.redis);
  const [row] = await admin`
    select current_setting('server_version') as version, current_setting('fsync') as fsync,
      current_setting('synchronous_commit') as commit, current_setting('full_page_writes') as pages,
      current_setting('shared_buffers') as buffers`;
  return {
    postgresUrl: urls.postgres,
    redisUrl: redis.url,
    redisPid: redis.pid,
    settings: `PostgreSQL ${row!.version}, fsync ${
      row!.fsync
    }, synchronous_commit ${row!.commit}, full_page_writes ${
      row!.pages
    }, shared_buffers ${row!.buffers}; ${redis.settings}`,
    async openDatabase() {
      const name = `balance_bench_${crypto.randomUUID().replaceAll("-", "")}`;
      await admin`create database ${admin(name)}`;
      const url = new URL(urls.postgres);
      url.pathname = `/${name}`;
      const sql = connectPostgres(url.href, { max: 4 });
      await migrate(sql, MIGRATIONS);
      return {
        url: url.href,
        sql,
        async close() {
          await sql.end();
          await admin`drop database ${admin(name)} with (force)`;
        },
      };
    },
    async close() {
      await admin.end();
      await redis.close();
    },
  };
}

async function servicesUp(): Promise<{ postgres: string; redis: string }> {
  const { success, stdout } = await new Deno.Command("bash", {
    args: [SCRIPT.pathname, "up", "--durable"],
    stderr: "inherit",
  }).output();
  const text = new TextDecoder().decode(stdout);
  const postgres = /^DURABLE_DATABASE_URL=(.+)$/m.exec(text)?.[1];
  const redis = /^REDIS_URL=(.+)$/m.exec(text)?.[1];
  if (!success || !postgres || !redis) {
    throw new Error("no PostgreSQL with fsync on, or no Redis");
  }
  return { postgres, redis };
}

async function openRedis(other: string) {
  const isOurs = await Deno.stat(`${DEBIAN}/usr/bin/redis-server`)
    .then(() => true, () => false);
  if (!isOurs || Deno.uid() !== 0) {
    return {
      url: other,
      pid: null,
      settings: "a Redis that was there, without an append-only file of ours",
      close: async () => {},
    };
  }
  const port = freePort();
  const folder = `/srv/redis-bench-${port}`;
  await Deno.mkdir(DEBIAN + folder);
  const child = startChild("chroot", [
    DEBIAN,
    ..."/usr/bin/redis-server --bind 127.0.0.1 --save --appendonly yes --port"
      .split(" ").flatMap((word) => word === "--save" ? [word, ""] : [word]),
    String(port),
    "--dir",
    folder,
  ]);
  await until(() => answers(port), { limitMs: 10_000 });
  return {
    url: `redis://127.0.0.1:${port}`,
    pid: child.pid,
    settings: "Redis with an append-only file, synced each second",
    async close() {
      await child.stop();
      await Deno.remove(DEBIAN + folder, { recursive: true });
    },
  };
}

async function answers(port: number): Promise<boolean> {
  try {
    (await Deno.connect({ hostname: "127.0.0.1", port })).close();
    return true;
  } catch {
    return false;
  }
}

/** A port that nothing listens on just now. */
function freePort(): number {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  listener.close();
  return port;
}
