import { type Counted, postmasterPid } from "./cpu.ts";
import { type Service, startService } from "./processes.ts";
import type { Database, Servers } from "./servers.ts";

/** A database with a service on it. */
export interface Bench {
  readonly database: Database;
  readonly service: Service;
  /** Without a database's number. */
  readonly redisUrl: string;
  /** The processes whose time is told, this one as the client. */
  readonly counted: Counted;
  /** Whether to print what the database server's time went into, where it counts that. */
  readonly profile: boolean;
  close(): Promise<void>;
}

/** Opens a database and starts the service on it; `redisNumber` is which of Redis's databases it takes. */
export async function openBench(
  servers: Servers,
  redisNumber: number,
  profile = false,
): Promise<Bench> {
  const database = await servers.openDatabase();
  const service = await startService({
    DATABASE_URL: database.url,
    REDIS_URL: `${servers.redisUrl}/${redisNumber}`,
  });
  const postgres = await postmasterPid(database.sql);
  return {
    database,
    service,
    profile,
    redisUrl: servers.redisUrl,
    counted: {
      pids: {
        ...service.pids,
        ...servers.redisPid !== null && { redis: servers.redisPid },
        client: Deno.pid,
      },
      parents: postgres === undefined ? {} : { postgres },
    },
    async close() {
      await service.stop();
      await database.close();
    },
  };
}
