import { join } from "node:path";
import { debianFolder, output, succeeds } from "./debian_folder.ts";
import { type LoggedChild, loggedChild } from "./logged_child.ts";
import { until } from "./pause.ts";

/** A server that the suite may stop and start as it likes. */
export interface OwnServer {
  readonly port: number;
  /** Starts it; returns once it answers. */
  start(): Promise<void>;
  /** Ends it by a signal; returns once it is gone. */
  stop(signal: Deno.Signal): Promise<void>;
}

/** A PostgreSQL that syncs to disk and a Redis, which nobody else uses. */
export interface OwnServers {
  readonly postgres: OwnServer;
  readonly redis: OwnServer & {
    /** Runs one command of `redis-cli` and returns what it printed. Throws where it fails. */
    tell(...words: string[]): Promise<string>;
    /** Removes what `SAVE` wrote, so that the next start is an empty one. */
    forget(): Promise<void>;
  };
  /** Ends both and removes all they wrote, but for their logs. */
  close(): Promise<void>;
}

const PG_BIN = "/usr/lib/postgresql/17/bin";
const PG_SETTINGS = `listen_addresses='127.0.0.1'
unix_socket_directories=''
dynamic_shared_memory_type=mmap
max_connections=100
shared_buffers=256MB
max_wal_size=4GB
fsync=on
synchronous_commit=on
full_page_writes=on
`;
const START_MS_MAX = 60_000;

/** Makes both, in the folder of `tests/tools/services.sh`, and starts them. Throws `NoServers` where it cannot be made. */
export async function ownServers(logs: string): Promise<OwnServers> {
  const root = await debianFolder();
  const home = `/srv/chaos-${crypto.randomUUID().slice(0, 8)}`;
  const run = (args: readonly string[]) => output("chroot", [root, ...args]);
  const asPostgres = ["--userspec=postgres:postgres", root, "env", "-i"];
  const paths = ["PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8"];

  await Deno.mkdir(`${root}${home}/redis`, { recursive: true });
  await run(["chown", "postgres:postgres", home]);
  await output("chroot", [
    ...asPostgres,
    ...paths,
    ...`${PG_BIN}/initdb -D ${home}/pg -U postgres -A trust -E UTF8 --locale=C.UTF-8`
      .split(" "),
  ]);
  await Deno.writeTextFile(`${root}${home}/pg/postgresql.conf`, PG_SETTINGS, {
    append: true,
  });

  const pgPort = freePort();
  const postgres = server({
    port: pgPort,
    log: join(logs, "postgres.log"),
    args: [
      ...asPostgres,
      ...paths,
      ...`${PG_BIN}/postgres -D ${home}/pg -p ${pgPort}`.split(" "),
    ],
    answers: () =>
      succeeds("chroot", [
        root,
        ...`${PG_BIN}/pg_isready -q -h 127.0.0.1 -p ${pgPort}`.split(" "),
      ]),
  });
  const redisPort = freePort();
  const tell = (...words: string[]) =>
    run(["redis-cli", "-h", "127.0.0.1", "-p", `${redisPort}`, ...words]);
  const redis = server({
    port: redisPort,
    log: join(logs, "redis.log"),
    args: [
      root,
      ...`redis-server --bind 127.0.0.1 --port ${redisPort} --dir ${home}/redis`
        .split(" "),
      ..."--appendonly no --maxmemory-policy noeviction --save".split(" "),
      "",
    ],
    answers: async () =>
      await succeeds("chroot", [
        root,
        ...`redis-cli -e -h 127.0.0.1 -p ${redisPort} ping`.split(" "),
      ]),
  });
  await Promise.all([postgres.start(), redis.start()]);
  return {
    postgres,
    redis: {
      ...redis,
      tell,
      forget: () => removeIfThere(`${root}${home}/redis/dump.rdb`),
    },
    async close() {
      await Promise.all([postgres.stop("SIGINT"), redis.stop("SIGKILL")]);
      await Deno.remove(`${root}${home}`, { recursive: true });
    },
  };
}

function server({ port, log, args, answers }: {
  readonly port: number;
  readonly log: string;
  readonly args: readonly string[];
  readonly answers: () => Promise<boolean>;
}): OwnServer {
  let child: LoggedChild | null = null;
  return {
    port,
    async start() {
      child = loggedChild(
        new Deno.Command("chroot", {
          args: [...args],
          cwd: "/",
          stdin: "null",
          stdout: "piped",
          stderr: "piped",
        }),
        log,
      );
      if (!await until(answers, { everyMs: 50, limitMs: START_MS_MAX })) {
        throw new Error(`a server does not answer, see ${log}`);
      }
    },
    async stop(signal) {
      child?.signal(signal);
      await child?.ended;
      child = null;
    },
  };
}

async function removeIfThere(file: string): Promise<void> {
  try {
    await Deno.remove(file);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}

/** Below what systems give to whoever asks for any port, so that nobody gets it before it is listened on. */
const PORTS = { from: 20_000, to: 32_000 };
const given = new Set<number>();

/** A port that nobody listens on now, nor will by chance. */
export function freePort(): number {
  for (;;) {
    const spread = Math.random() * (PORTS.to - PORTS.from);
    const port = PORTS.from + Math.floor(spread);
    if (given.has(port)) continue;
    given.add(port);
    try {
      Deno.listen({ hostname: "127.0.0.1", port }).close();
      return port;
    } catch (error) {
      if (!(error instanceof Deno.errors.AddrInUse)) throw error;
    }
  }
}
