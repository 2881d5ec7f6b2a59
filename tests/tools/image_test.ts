import assert from "node:assert/strict";
import { copiedFiles, dockerfile, ROOT, wordsOf } from "./deployment_files.ts";

/**
 * The image without a container engine: a folder stands for its file system. What needs a user or a network of its own
 * is left to the job `image` of the CI workflow.
 */
const file = await dockerfile();
const PROGRAMS = Deno.execPath().replace(/\/[^/]+$/, "");
/** Packages come from where this test's came from, so that nothing is fetched. */
const DENO_DIR: string = await denoDir();

async function denoDir(): Promise<string> {
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["info", "--json"],
  }).output();
  return JSON.parse(new TextDecoder().decode(stdout)).denoDir;
}

/** The environment of the image's last stage, on a port of this machine's loopback; nothing of this process's own. */
function environment(port: number): Record<string, string> {
  const own = file.getENVs().flatMap((step) => step.getProperties())
    .map((property) => [property.getName(), property.getValue()]);
  return {
    ...Object.fromEntries(own),
    PATH: `${PROGRAMS}:/usr/bin:/bin`,
    NO_COLOR: "1",
    DENO_DIR,
    BALANCE_HOST: "127.0.0.1",
    BALANCE_PORT: String(port),
  };
}

function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return listener.addr.port;
}

function command(words: readonly string[], cwd: string, port: number) {
  const [program, ...args] = words;
  return new Deno.Command(program!, {
    args,
    cwd,
    env: environment(port),
    clearEnv: true,
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  });
}

/** The words of an instruction in its list form, after `CMD`. */
function listed(text: string | null): readonly string[] {
  assert(text);
  return JSON.parse(text.slice(text.indexOf("[")));
}

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** Copies what the Dockerfile copies and makes the folder it makes; then runs its steps that fetch. */
async function build(app: string): Promise<void> {
  const sources = copiedFiles(file).map((path) => new URL(path, ROOT).pathname);
  const copying = await new Deno.Command("cp", {
    args: ["-R", ...sources, app],
  })
    .output();
  assert(copying.success, text(copying.stderr));
  const steps = file.getInstructions()
    .filter((step) => step.getKeyword() === "RUN").map(wordsOf);
  const others = steps.filter(([program]) => program !== "deno");
  assert.deepEqual(others.map((words) => words.join(" ")), [
    "mkdir -p .data/files && chown -R deno:deno .data",
  ]);
  await Deno.mkdir(`${app}/.data/files`, { recursive: true });
  for (const step of steps.filter(([program]) => program === "deno")) {
    const { success, stderr } = await command(step, app, 0).output();
    assert(success, `${step.join(" ")}: ${text(stderr)}`);
  }
}

/** Resolves once the process has said that it listens, to the end of what it says later. Rejects where it ends before. */
async function listening(
  output: ReadableStream<Uint8Array<ArrayBuffer>>,
): Promise<{ readonly end: Promise<void> }> {
  const reader = output.pipeThrough(new TextDecoderStream()).getReader();
  let said = "";
  while (!said.includes('"msg":"listening"')) {
    const { value, done } = await reader.read();
    if (done) assert.fail(`it ended: ${said}`);
    said += value;
  }
  const toTheEnd = async () => {
    while (!(await reader.read()).done);
  };
  return { end: toTheEnd() };
}

Deno.test("the image's files are enough: it starts, its health check passes, SIGTERM ends it with code 0", async () => {
  const app = await Deno.makeTempDir({ prefix: "balance-image-" });
  await build(app);
  const check = listed(file.getHEALTHCHECKs()[0]!.getRawArgumentsContent());
  const start = listed(file.getCMDs()[0]!.getRawArgumentsContent());
  const port = freePort();
  const health = async () => (await command(check, app, port).output()).code;

  assert.equal(await health(), 1, "nothing answers yet");
  const child = command(start, app, port).spawn();
  const errors = new Response(child.stderr).text();
  let output: Awaited<ReturnType<typeof listening>>;
  try {
    output = await listening(child.stdout);
    assert.equal(await health(), 0);
  } finally {
    child.kill("SIGTERM");
  }
  const { code } = await child.status;
  await output.end;
  assert.equal(code, 0, await errors);
  assert.equal(await health(), 1, "nothing answers any more");
  await Deno.remove(app, { recursive: true });
});
