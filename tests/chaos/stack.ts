import { connectPostgres } from "../../adapters/postgres/connect.ts";
import { migrate } from "../../adapters/postgres/migrate.ts";
import { MIGRATIONS } from "../support/databases.ts";
import { NoServers } from "./debian_folder.ts";
import { type Link, openLink } from "./link.ts";
import { killChildren } from "./logged_child.ts";
import { type ManagedProcess, managedProcess } from "./managed_process.ts";
import { freePort, type OwnServers, ownServers } from "./own_servers.ts";

/** One process of the service, and its two ways to the servers. */
export interface Node {
  readonly process: ManagedProcess;
  readonly postgres: Link;
  readonly redis: Link;
}

/** A whole service, each part of which can be broken by itself. */
export interface Stack {
  readonly servers: OwnServers;
  readonly apis: readonly Node[];
  readonly workers: readonly Node[];
  readonly nodes: readonly Node[];
  /** Where each API listens, whichever process is up there now. */
  readonly addresses: readonly string[];
  /** The servers themselves, not through a link. */
  readonly databaseUrl: string;
  readonly redisUrl: string;
  /** Where all logs are. */
  readonly logs: string;
  /**
   * Ends all of it, and returns what was wrong with the processes: those that ended by themselves, and those that did
   * not end well when asked to. The logs are removed when nothing was.
   */
  close(): Promise<readonly string[]>;
}

/** Starts two servers, two processes that serve and two that work; returns once all listen. Throws `NoServers`. */
export async function openStack(): Promise<Stack> {
  const logs = await Deno.makeTempDir({ prefix: "balance-chaos-" });
  try {
    return await stackOf(await ownServers(logs), logs);
  } catch (error) {
    killChildren();
    if (error instanceof NoServers) await Deno.remove(logs);
    throw error;
  }
}

async function stackOf(servers: OwnServers, logs: string): Promise<Stack> {
  const database = "/balance";
  const databaseUrl =
    `postgres://postgres@127.0.0.1:${servers.postgres.port}${database}`;
  await makeDatabase(databaseUrl);

  const node = (kind: "serve" | "work", name: string, port: number): Node => {
    const postgres = openLink(servers.postgres.port);
    const redis = openLink(servers.redis.port);
    const env = {
      DATABASE_URL: `postgres://postgres@127.0.0.1:${postgres.port}${database}`,
      REDIS_URL: `redis://127.0.0.1:${redis.port}`,
      BALANCE_PORT: `${port}`,
    };
    const process = managedProcess({ name, kind, env, logs });
    return { process, postgres, redis };
  };
  const ports = [freePort(), freePort()];
  const apis = ports.map((port, i) => node("serve", `api ${i + 1}`, port));
  const workers = [1, 2].map((i) => node("work", `worker ${i}`, freePort()));
  const nodes = [...apis, ...workers];
  await Promise.all(nodes.map(({ process }) => process.up));
  return {
    servers,
    apis,
    workers,
    nodes,
    addresses: ports.map((port) => `http://127.0.0.1:${port}`),
    databaseUrl,
    redisUrl: `redis://127.0.0.1:${servers.redis.port}`,
    logs,
    async close() {
      const wrong = (await Promise.all(nodes.map(endOf))).flat();
      await Promise.all(
        nodes.flatMap(({ postgres, redis }) => [postgres, redis])
          .map((link) => link.close()),
      );
      await servers.close();
      if (wrong.length === 0) await Deno.remove(logs, { recursive: true });
      return wrong;
    },
  };
}

async function endOf({ process }: Node): Promise<readonly string[]> {
  const code = await process.stop();
  return [
    ...process.crashes(),
    ...code === 0
      ? []
      : [`${process.name} was asked to end and did so with ${code}`],
  ];
}

async function makeDatabase(url: string): Promise<void> {
  const address = new URL(url);
  const name = address.pathname.slice(1);
  address.pathname = "/postgres";
  const admin = connectPostgres(address.href, { max: 1 });
  await admin`create database ${admin(name)}`;
  await admin.end();
  const sql = connectPostgres(url, { max: 1 });
  await migrate(sql, MIGRATIONS);
  await sql.end();
}
