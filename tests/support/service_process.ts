import { VARIABLES } from "../../src/main/variables.ts";

const ROOT = new URL("../../", import.meta.url).pathname;

type Env = Readonly<Record<string, string>>;

/** The service in a process of its own. */
export interface ServiceProcess {
  readonly address: string;
  /** All that it printed so far, on both channels. */
  output(): string;
  readonly pid: number;
  /** Ends it with SIGKILL, as a crash does; does nothing to one that has ended. */
  kill(): Promise<void>;
  /** Asks it to end with SIGTERM; returns its exit code. */
  stop(): Promise<number>;
}

/** Starts `src/main/start.ts` as the tasks `start`, `serve` and `work` do, on a free port; returns once it listens. */
export async function startService(
  env: Env,
  kind?: "serve" | "work",
): Promise<ServiceProcess> {
  const child = serviceCommand(["src/main/start.ts", ...kind ? [kind] : []], {
    BALANCE_PORT: "0",
    ...env,
  }).spawn();
  const said: string[] = [];
  const reader = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  const errors = (async () => {
    for await (
      const text of child.stderr.pipeThrough(new TextDecoderStream())
    ) said.push(text);
  })();
  let address: string | undefined;
  while (address === undefined) {
    const { value, done } = await reader.read();
    if (done) {
      await errors;
      throw new Error(`the service ended: ${said.join("")}`);
    }
    said.push(value);
    address = /"address":"([^"]+)"/.exec(said.join(""))?.[1];
  }
  // Read to the end, so that a full pipe never stops it.
  const drained = (async () => {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      said.push(value);
    }
  })();
  let over = false;
  child.status.then(() => over = true);
  const ended = async () => {
    const { code } = await child.status;
    await drained;
    await errors;
    return code;
  };
  return {
    address,
    output: () => said.join(""),
    pid: child.pid,
    async kill() {
      if (!over) child.kill("SIGKILL");
      await ended();
    },
    stop() {
      if (!over) child.kill("SIGTERM");
      return ended();
    },
  };
}

/** Runs one of the service's commands to its end. */
export async function runCommand(
  args: readonly string[],
  env: Env,
): Promise<{ code: number; stdout: string; stderr: string }> {
  const output = await serviceCommand(args, env).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return {
    code: output.code,
    stdout: text(output.stdout),
    stderr: text(output.stderr),
  };
}

/** Makes a tenant through the command line; returns its owner's key. */
export async function makeTenant(env: Env): Promise<string> {
  const { code, stdout, stderr } = await runCommand(
    [
      "src/main/create_tenant.ts",
      "--name",
      "Acme",
      "--email",
      "a@acme.example",
    ],
    env,
  );
  const key = /bal_[0-9A-Za-z]{49}/.exec(stdout)?.[0];
  if (code !== 0 || !key) throw new Error(`no tenant: ${stdout}${stderr}`);
  return key;
}

/** With the very permissions of the tasks, and none of this process's own settings. */
export function serviceCommand(
  args: readonly string[],
  env: Env,
): Deno.Command {
  const inherited = Deno.env.toObject();
  for (const name of VARIABLES) delete inherited[name];
  return new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-q",
      ["serve", "work"].includes(args[1] ?? "") ? "-P=server" : "-P=service",
      ...args,
    ],
    cwd: ROOT,
    clearEnv: true,
    // Tests send more in a moment than anybody else.
    env: { ...inherited, BALANCE_RATE_LIMITS: "off", ...env },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  });
}
