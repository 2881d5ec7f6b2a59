import { VARIABLES } from "../../src/main/variables.ts";

const ROOT = new URL("../../", import.meta.url).pathname;

/** A process that the benchmark started, and ends by its id. */
export interface Child {
  readonly pid: number;
  /** The address it said it listens on. Throws when it ended before it said so. */
  address(): Promise<string>;
  /** SIGTERM, and waits for its end. */
  stop(): Promise<void>;
}

/** Starts a program whose lines on standard output are read, and dropped after its address. */
export function startChild(
  program: string,
  args: readonly string[],
  env?: Readonly<Record<string, string>>,
): Child {
  const child = new Deno.Command(program, {
    args: [...args],
    cwd: ROOT,
    ...env && { clearEnv: true, env: { ...env } },
    stdin: "null",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const found = Promise.withResolvers<string | null>();
  let said = "";
  const drained = (async () => {
    for await (
      const text of child.stdout.pipeThrough(new TextDecoderStream())
    ) {
      if (said.length < 100_000) {
        said += text;
        const address = /"address":"([^"]+)"/.exec(said)?.[1];
        if (address) found.resolve(address);
      }
      for (const line of text.split("\n")) {
        if (/"level":(50|60)/.test(line)) console.error(line);
      }
    }
    found.resolve(null);
  })();
  return {
    pid: child.pid,
    async address() {
      const address = await found.promise;
      if (address === null) {
        throw new Error(`${args.join(" ")} ended: ${said}`);
      }
      return address;
    },
    async stop() {
      child.kill("SIGTERM");
      await child.status;
      await drained;
    },
  };
}

/** A Deno program with a permission set of `deno.json`, and none of this process's own settings. */
export function startDeno(
  permissions: "server" | "bench",
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Child {
  const inherited = Deno.env.toObject();
  for (const name of VARIABLES) delete inherited[name];
  return startChild(
    Deno.execPath(),
    ["run", "-q", `-P=${permissions}`, ...args],
    { ...inherited, ...env },
  );
}

/** A service of one API and one worker process. */
export interface Service {
  readonly address: string;
  /** Process ids by what they are. */
  readonly pids: Readonly<Record<string, number>>;
  stopWorker(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts `deno task serve` and `deno task work` on one database and one Redis database. */
export async function startService(
  env: { readonly DATABASE_URL: string; readonly REDIS_URL: string },
): Promise<Service> {
  const start = (kind: string) =>
    startDeno("server", ["src/main/start.ts", kind], {
      ...env,
      BALANCE_PORT: "0",
      // What is measured is how fast it is, not when it refuses.
      BALANCE_TENANT_BACKLOG_MAX: "100000000",
      BALANCE_BACKLOG_MAX: "100000000",
      BALANCE_RATE_LIMITS: "off",
    });
  const api = start("serve");
  const worker = start("work");
  let isWorking = true;
  const address = await api.address();
  await worker.address();
  const stopWorker = async () => {
    if (isWorking) await worker.stop();
    isWorking = false;
  };
  return {
    address,
    pids: { api: api.pid, worker: worker.pid },
    stopWorker,
    async stop() {
      await stopWorker();
      await api.stop();
    },
  };
}
