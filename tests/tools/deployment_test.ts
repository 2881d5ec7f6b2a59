import assert from "node:assert/strict";
import { VARIABLES } from "../../src/main/variables.ts";
import { composeServices, read, ROOT } from "./deployment_files.ts";

/** What compose.yaml itself is configured by; the service never sees it. */
const OF_COMPOSE = [
  "BALANCE_API_PORT",
  "BALANCE_DURABLE_PG_PORT",
  "BALANCE_IMAGE",
  "BALANCE_PG_PORT",
  "BALANCE_REDIS_PORT",
  "BALANCE_WORKER_PROCESSES",
  "POSTGRES_PASSWORD",
  "POSTGRES_SERVICE_PASSWORD",
];
/** What Deno reads by itself, before any permission. */
const OF_DENO = [
  "OTEL_DENO",
  "OTEL_DENO_METRICS",
  "OTEL_EXPORTER_OTLP_ENDPOINT",
  "OTEL_SERVICE_NAME",
];
const READ = new Set<string>([...VARIABLES, ...OF_DENO]);
const KNOWN = new Set<string>([...READ, ...OF_COMPOSE]);

const unknown = (names: Iterable<string>, known: ReadonlySet<string>) =>
  [...names].filter((name) => !known.has(name));

Deno.test("the service may read the variables that it is configured by, and no others", async () => {
  const { permissions } = JSON.parse(await read("deno.json"));
  const env = { allow: [...VARIABLES], ignore: true };
  assert.deepEqual(permissions.service.env, env);
  assert.deepEqual(permissions.server.env, env);
});

/** Files are mounted in an override file; the rest is the image's own, or set in its place. */
const NOT_HANDED_ON =
  /_FILE$|^BALANCE_(DATA_DIR|REDIS_PREFIX|HOST|PORT|WORKERS)$|^OTEL_SERVICE_NAME$/;

Deno.test("compose.yaml hands on every variable that a process of a company reads", async () => {
  const { environment = {} } = (await composeServices()).get("worker") ?? {};
  const { environment: ofApi = {} } = (await composeServices()).get("api") ??
    {};
  const wanted = [...READ].filter((name) => !NOT_HANDED_ON.test(name));
  for (const handed of [environment, ofApi]) {
    assert.deepEqual(unknown(wanted, new Set(Object.keys(handed))), []);
  }
});

Deno.test("compose.yaml hands a process no variable that nothing reads", async () => {
  const services = await composeServices();
  for (const name of ["migrate", "api", "worker"]) {
    const { environment = {} } = services.get(name) ?? {};
    assert(environment.DATABASE_URL, name);
    assert.deepEqual(unknown(Object.keys(environment), READ), [], name);
  }
});

Deno.test(".env.example has every variable that compose.yaml takes, secrets first and empty", async () => {
  const example = await read(".env.example");
  const offered = new Map(
    [...example.matchAll(/^#?([A-Z0-9_]+)=(.*)$/gm)]
      .map(([, name, value]) => [name!, value!]),
  );
  assert.deepEqual(unknown(offered.keys(), KNOWN), []);
  const compose = await read("compose.yaml");
  const required = new Set(
    [...compose.matchAll(/\$\{([A-Z0-9_]+):\?/g)].map(([, name]) => name!),
  );
  assert.deepEqual([...required].sort(), [
    "BALANCE_OPERATOR_TOKEN",
    "POSTGRES_PASSWORD",
    "POSTGRES_SERVICE_PASSWORD",
  ]);
  assert.deepEqual(new Set([...offered.keys()].slice(0, 3)), required);
  for (const name of required) assert.equal(offered.get(name), "", name);
  const taken = [
    ...[...compose.matchAll(/\$\{([A-Z0-9_]+)/g)].map(([, name]) => name!),
    ...[...compose.matchAll(/^ +([A-Z0-9_]+):$/gm)].map(([, name]) => name!),
  ].filter((name) => !/_(PG|REDIS)_PORT$/.test(name));
  assert.deepEqual(unknown(taken, new Set(offered.keys())), []);
});

Deno.test(".env is neither committed nor copied into the image", async () => {
  assert((await read(".gitignore")).split("\n").includes(".env"));
  const [first, ...kept] = (await read(".dockerignore")).trim().split("\n")
    .filter((line) => !line.startsWith("#"));
  assert.equal(first, "*");
  assert(kept.every((line) => line.startsWith("!") && !line.includes(".env")));
});

Deno.test("docs/deployment.md tells what every variable is, and of none that nothing reads", async () => {
  const told = [
    ...(await read("docs/deployment.md")).matchAll(/^\| `([A-Z0-9_]+)` +\|/gm),
  ].map(([, name]) => name!);
  assert.deepEqual(unknown(told, KNOWN), []);
  assert.deepEqual(unknown(READ, new Set(told)), []);
});

Deno.test("the documents link to what is there", async () => {
  for (const page of ["docs/deployment.md", "docs/operations.md"]) {
    const links = [...(await read(page)).matchAll(/\]\(([^)#]+)(#[^)]*)?\)/g)];
    assert(links.length > 0, page);
    for (const [, path] of links) {
      await Deno.stat(new URL(path!, new URL(page, ROOT)));
    }
  }
});
