import assert from "node:assert/strict";
import { makeClientProject } from "../support/client_project.ts";
import { makeTenant, startService } from "../support/service_process.ts";

const PROGRAM = new URL("client_program.mjs", import.meta.url);
/** As what the program imports the client while it lies here, so that it can be checked. */
const HERE = "../../adapters/client/node/balance.js";

const RUNTIMES = {
  node: ["node"],
  deno: [Deno.execPath(), "run", "-q", "--allow-net", "--allow-env"],
} as const;

Deno.test("the client's folder works in a project of somebody else's, in Node and in Deno, against a service that is served", async () => {
  const folder = await Deno.makeTempDir({ prefix: "balance-client-" });
  const project = `${folder}/app`;
  await makeClientProject(project);
  const program = await Deno.readTextFile(PROGRAM);
  assert(program.includes(`from "${HERE}"`));
  await Deno.writeTextFile(
    `${project}/program.mjs`,
    program.replace(HERE, "@balance/client"),
  );
  const env = { BALANCE_DATA_DIR: `${folder}/data` };
  const key = await makeTenant(env);
  const programs = Object.values(RUNTIMES).map((words) =>
    startProgram(words, project)
  );
  const ports = await Promise.all(programs.map(({ line }) => line()));
  const service = await startService({
    ...env,
    BALANCE_OUTGOING_ALLOW: ports.map((port) => `127.0.0.1:${port}`).join(),
  });
  try {
    for (const [i, runtime] of Object.keys(RUNTIMES).entries()) {
      const { tell, line, ended } = programs[i]!;
      await tell(JSON.stringify({ baseUrl: service.address, apiKey: key }));
      const seen = await line();
      assert.deepEqual(
        [await ended(), seen && JSON.parse(seen)],
        [{ code: 0, errors: "" }, {
          runtime,
          accepted: 5,
          listed: [0, 1, 2, 3, 4].map((n) => `${runtime}-${n}`),
          imported: `${runtime}.csv`,
          refused: ["request.invalid", "/records/0/external_id"],
          tailed: "INGESTED",
          message: ["notice.test", true],
          forged: true,
        }],
      );
    }
  } finally {
    for (const { kill } of programs) await kill();
    await service.stop();
  }
  await Deno.remove(folder, { recursive: true });
});

/** A program that is talked to by lines. */
function startProgram([program, ...args]: readonly string[], cwd: string) {
  const child = new Deno.Command(program!, {
    args: [...args, "program.mjs"],
    cwd,
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const errors = new Response(child.stderr).text();
  const output = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  const input = child.stdin.getWriter();
  let begun = "";
  let isOver = false;
  child.status.then(() => isOver = true);
  async function ended() {
    while (!(await output.read()).done);
    const { code } = await child.status;
    await input.close().catch((error) => {
      if (!isOver) throw error;
    });
    return { code, errors: await errors };
  }
  return {
    ended,
    tell: (text: string) => input.write(new TextEncoder().encode(`${text}\n`)),
    async line(): Promise<string> {
      while (!begun.includes("\n")) {
        const { value, done } = await output.read();
        if (done) return begun;
        begun += value;
      }
      const [line, ...rest] = begun.split("\n");
      begun = rest.join("\n");
      return line!;
    },
    async kill() {
      if (!isOver) child.kill("SIGKILL");
      await ended();
    },
  };
}
