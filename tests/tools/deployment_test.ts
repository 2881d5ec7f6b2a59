import assert from "node:assert/strict";
import { parse } from "yaml";
import { VARIABLES } from "../../src/main/config.ts";

const ROOT = new URL("../../", import.meta.url);
const read = (path: string) => Deno.readTextFile(new URL(path, ROOT));

interface ComposeService {
  readonly image?: string;
  readonly command?: readonly string[];
  readonly ports?: readonly string[];
  readonly profiles?: readonly string[];
  readonly healthcheck?: { readonly test: readonly string[] };
}

async function services(): Promise<Record<string, ComposeService>> {
  return parse(await read("compose.yaml")).services;
}

Deno.test("the service may read the variables that it is configured by, and no others", async () => {
  const { permissions } = JSON.parse(await read("deno.json"));
  const env = { allow: [...VARIABLES], ignore: true };
  assert.deepEqual(permissions.service.env, env);
  assert.deepEqual(permissions.migrate.env, env);
});

Deno.test("compose.yaml: images are pinned, ports stay on this machine, stores are watched", async () => {
  for (const [name, service] of Object.entries(await services())) {
    for (const port of service.ports ?? []) {
      assert.match(port, /^127\.0\.0\.1:/, name);
    }
    if (service.image === undefined) continue;
    assert.match(service.image, /^[a-z/]+:\d+(\.\d+)+(-[a-z0-9]+)?$/, name);
    assert(service.healthcheck?.test.length, `${name} has no health check`);
  }
});

Deno.test("compose.yaml listens where services.sh says", async () => {
  const script = await read("tests/tools/services.sh");
  const found = await services();
  for (
    const [service, variable, inside] of [
      ["postgres", "BALANCE_PG_PORT", 5432],
      ["postgres-durable", "BALANCE_DURABLE_PG_PORT", 5432],
      ["redis", "BALANCE_REDIS_PORT", 6379],
    ] as const
  ) {
    const port = script.match(new RegExp(`${variable}:-(\\d+)`))?.[1];
    assert(port, variable);
    assert.deepEqual(found[service]?.ports, [
      `127.0.0.1:\${${variable}:-${port}}:${inside}`,
    ]);
  }
});

Deno.test("compose.yaml: Redis never drops a job, and one PostgreSQL survives a power cut", async () => {
  const { redis, "postgres-durable": durable } = await services();
  const follows = (command: readonly string[] = [], name: string) =>
    command[command.indexOf(name) + 1];
  assert.equal(follows(redis?.command, "--maxmemory-policy"), "noeviction");
  assert.equal(follows(redis?.command, "--appendonly"), "yes");
  for (const name of ["fsync", "synchronous_commit", "full_page_writes"]) {
    assert(durable?.command?.includes(`${name}=on`), name);
  }
  assert.deepEqual(durable?.profiles, ["service", "bench"]);
});

Deno.test("Dockerfile: the same Deno as CI, what the lock file says, not as root, watched", async () => {
  const steps = (await read("Dockerfile")).replaceAll("\\\n", " ").split("\n");
  const [version] = (await read(".ci/run")).match(/deno@([\d.]+)/)!.slice(1);
  const froms = steps.filter((step) => step.startsWith("FROM "));
  assert(froms.length > 1);
  for (const from of froms) {
    assert.match(from, RegExp(`^FROM denoland/deno:${version}( AS \\w+)?$`));
  }
  assert.equal(version, Deno.version.deno);
  assert(steps.includes("RUN deno install --frozen"));
  assert(steps.lastIndexOf("USER deno") > steps.lastIndexOf(froms.at(-1)!));
  assert(steps.some((step) => /^HEALTHCHECK .*\/livez/.test(step)));
  assert.equal(steps.filter(Boolean).at(-1), 'CMD ["deno", "task", "start"]');
  const { tasks } = JSON.parse(await read("deno.json"));
  for (const step of steps) {
    const [, sources = ""] = step.match(/^COPY (?!--from)(.*) \S+$/) ?? [];
    for (const source of sources.split(" ").filter(Boolean)) {
      await Deno.stat(new URL(source, ROOT));
    }
  }
  assert(tasks.start.command.endsWith("src/main/start.ts"));
});
