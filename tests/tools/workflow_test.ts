import assert from "node:assert/strict";
import { parse } from "yaml";
import { composeServices, read, ROOT } from "./deployment_files.ts";

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly concurrency: { readonly group: string };
  readonly jobs: Readonly<
    Record<string, {
      readonly "runs-on": string;
      readonly "timeout-minutes": number;
      readonly permissions?: unknown;
      readonly env?: Readonly<Record<string, string>>;
      readonly steps: readonly Step[];
    }>
  >;
}

const workflow: Workflow = parse(await read(".github/workflows/ci.yml"));
const commandsOf = (job: string) =>
  workflow.jobs[job]!.steps.flatMap((step) => step.run ?? []);

Deno.test("CI workflow: the command of the README, then the image", async () => {
  assert.deepEqual(Object.keys(workflow.jobs), ["test", "image"]);
  assert.deepEqual(commandsOf("test"), ["bash .ci/run"]);
  const [, command] = (await read(".ci/run")).match(/^exec (npx .*)$/m)!;
  assert((await read("README.md")).includes(`\n${command} `));
  const image = commandsOf("image");
  const first = (start: string) =>
    image.findIndex((command) => command.startsWith(start));
  const steps = [
    first("for name in"),
    first("docker build "),
    first("docker compose --profile service up --wait"),
    first("bash .ci/smoke"),
  ];
  assert(!steps.includes(-1), steps.join());
  assert.deepEqual(steps, steps.toSorted((a, b) => a - b));
  const built = /--tag (\S+) \.$/.exec(image[steps[1]!]!)?.[1];
  const { image: wanted } = (await composeServices()).get("api")!;
  assert.equal(wanted, `\${BALANCE_IMAGE:-${built}}`);
});

Deno.test("CI workflow: gives the service every secret it asks for", async () => {
  const asked = [...(await read("compose.yaml")).matchAll(/\$\{(\w+):\?/g)]
    .map(([, name]) => name!);
  const [given] = commandsOf("image");
  for (const name of new Set(asked)) assert(given?.includes(name), name);
  assert.equal(workflow.jobs.image?.env?.COMPOSE_PROFILES, "service");
});

Deno.test("CI workflow: may read and nothing else, ends in time, and its actions cannot change under it", () => {
  assert.deepEqual(workflow.permissions, { contents: "read" });
  assert.match(workflow.concurrency.group, /github\.ref/);
  for (const [name, job] of Object.entries(workflow.jobs)) {
    assert.equal(job["runs-on"], "ubuntu-24.04", name);
    assert(job["timeout-minutes"] <= 60, name);
    assert.equal(job.permissions, undefined, name);
    for (const { uses, with: inputs } of job.steps) {
      if (uses === undefined) continue;
      assert.match(uses, /^[\w./-]+@[0-9a-f]{40}$/, name);
      assert.deepEqual(inputs, { "persist-credentials": false }, name);
    }
  }
});

Deno.test("CI workflow: what it runs is there", async () => {
  for (const command of Object.keys(workflow.jobs).flatMap(commandsOf)) {
    const script = /^bash (\S+)/.exec(command)?.[1];
    if (script) await Deno.stat(new URL(script, ROOT));
  }
});
