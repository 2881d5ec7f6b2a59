import { join } from "node:path";
import { serviceCommand } from "../support/service_process.ts";
import { type LoggedChild, loggedChild } from "./logged_child.ts";
import { pause } from "./pause.ts";

/** A process of the service that is started anew whenever it ends, as by an orchestrator. */
export interface ManagedProcess {
  readonly name: string;
  /** Ends once it listens for the first time. */
  readonly up: Promise<void>;
  /** Ends it with SIGKILL, as a crash does; another one follows at once. */
  kill(): Promise<void>;
  /** SIGSTOP and SIGCONT. A process that is killed while it is stopped comes back running. */
  suspend(): void;
  resume(): void;
  /** How often it was started. */
  starts(): number;
  /** How it ended by itself after it had listened: nothing outside may do that to it. */
  crashes(): readonly string[];
  /** Asks it to end with SIGTERM; returns its exit code, or the signal that ended it. */
  stop(): Promise<number | string>;
}

/** One that ends before it listens (its database was down) is tried again after this long. */
const AGAIN_MS = 300;
/** After SIGTERM a process has this long. */
const STOP_MS_MAX = 60_000;

/** Starts `src/main/start.ts KIND`, with the permissions of the tasks, and keeps it up. All it says goes to a file in `logs`. */
export function managedProcess(
  { name, kind, env, logs }: {
    readonly name: string;
    readonly kind: "serve" | "work";
    readonly env: Readonly<Record<string, string>>;
    readonly logs: string;
  },
): ManagedProcess {
  const up = Promise.withResolvers<void>();
  const crashes: string[] = [];
  let child: LoggedChild | null = null;
  let starts = 0;
  let killed = false;
  let stopping = false;

  async function run(): Promise<number | string> {
    for (;;) {
      const ended = await live();
      if (stopping) return ended.signal ?? ended.code;
      if (!killed) await pause(AGAIN_MS);
    }
  }

  async function live(): Promise<Deno.CommandStatus> {
    let said = "";
    let listened = false;
    killed = false;
    starts++;
    child = loggedChild(
      serviceCommand(["src/main/start.ts", kind], env),
      join(logs, `${name}.log`),
      (text) => {
        said = (said + text).slice(-2_000);
        if (listened || !said.includes('"msg":"listening"')) return;
        listened = true;
        up.resolve();
      },
    );
    const status = await child.ended;
    if (!killed && !stopping && listened) {
      crashes.push(
        `${name} ended by itself (${status.signal ?? status.code}): ${said}`,
      );
    }
    return status;
  }

  const running = run();
  return {
    name,
    up: up.promise,
    async kill() {
      killed = true;
      const victim = child;
      victim?.signal("SIGKILL");
      await victim?.ended;
    },
    suspend: () => child?.signal("SIGSTOP"),
    resume: () => child?.signal("SIGCONT"),
    starts: () => starts,
    crashes: () => crashes,
    async stop() {
      stopping = true;
      child?.signal("SIGTERM");
      const timer = setTimeout(() => child?.signal("SIGKILL"), STOP_MS_MAX);
      try {
        return await running;
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
