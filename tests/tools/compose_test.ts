import assert from "node:assert/strict";
import {
  type ComposeService,
  composeServices,
  optionOf,
  read,
  ROOT,
  tasks,
} from "./deployment_files.ts";

const services = await composeServices();
const of = (name: string): ComposeService => {
  const service = services.get(name);
  assert(service, name);
  return service;
};
const inProfile = (profile: string) =>
  [...services.keys()].filter((name) => of(name).profiles?.includes(profile));

/** PostgreSQL's settings, given as `-c name=value`. */
const settings = (name: string): ReadonlyMap<string, string> =>
  new Map(
    (of(name).command ?? [])
      .filter((word) => /^\w+=/.test(word))
      .map((word) => word.split("=") as [string, string]),
  );

/** `90s`, `2m` in seconds. */
const seconds = (text = ""): number => {
  const [, count, unit] = /^(\d+)(s|m)$/.exec(text) ?? [];
  assert(count, `${text} is not a time`);
  return Number(count) * (unit === "m" ? 60 : 1);
};

Deno.test("compose.yaml: every service has one profile, and `service` is the whole of it", () => {
  assert.deepEqual(inProfile("service"), [
    "postgres",
    "redis",
    "migrate",
    "api",
    "worker",
  ]);
  assert.deepEqual(inProfile("tests"), ["test-postgres", "test-redis"]);
  assert.deepEqual(inProfile("bench"), ["bench-postgres"]);
  for (const [name, { profiles }] of services) {
    assert.equal(profiles?.length, 1, name);
  }
});

Deno.test("compose.yaml: images are pinned, ports stay on this machine, stores are watched", () => {
  for (const [name, service] of services) {
    for (const port of service.ports ?? []) {
      assert.match(port, /^127\.0\.0\.1:/, name);
    }
    if (service.build !== undefined) continue;
    assert.match(
      service.image ?? "",
      /^[a-z/]+:\d+(\.\d+)+(-[a-z0-9]+)?$/,
      name,
    );
    assert(service.healthcheck?.test?.length, `${name} has no health check`);
  }
});

Deno.test("compose.yaml listens where services.sh says", async () => {
  const script = await read("tests/tools/services.sh");
  for (
    const [name, variable, inside] of [
      ["test-postgres", "BALANCE_PG_PORT", 5432],
      ["bench-postgres", "BALANCE_DURABLE_PG_PORT", 5432],
      ["test-redis", "BALANCE_REDIS_PORT", 6379],
    ] as const
  ) {
    const port = script.match(new RegExp(`${variable}:-(\\d+)`))?.[1];
    assert(port, variable);
    assert(script.includes(`wanted+=(${name})`), name);
    assert.deepEqual(of(name).ports, [
      `127.0.0.1:\${${variable}:-${port}}:${inside}`,
    ]);
  }
});

Deno.test("compose.yaml: what is kept survives a power cut, and Redis drops no job", () => {
  for (const name of ["postgres", "bench-postgres"]) {
    for (const setting of ["fsync", "synchronous_commit", "full_page_writes"]) {
      assert.equal(settings(name).get(setting), "on", `${name} ${setting}`);
    }
    assert.match(of(name).volumes?.[0] ?? "", /:\/var\/lib\/postgresql\/data$/);
  }
  assert.equal(settings("test-postgres").get("fsync"), "off");
  for (const name of ["redis", "test-redis"]) {
    const { command } = of(name);
    assert.equal(optionOf(command, "--maxmemory-policy"), "noeviction", name);
  }
  const { command, volumes, mem_limit } = of("redis");
  assert.equal(optionOf(command, "--appendonly"), "yes");
  assert.deepEqual(volumes, ["redis:/data"]);
  // While it rewrites its file Redis needs room for what changes meanwhile.
  assert.equal(optionOf(command, "--maxmemory"), "512mb");
  assert.equal(mem_limit, "1g");
});

Deno.test("compose.yaml: the service's stores are reached from its own network alone, with a password", () => {
  for (const name of ["postgres", "redis"]) {
    assert.deepEqual(of(name).networks, ["stores"], name);
    assert.equal(of(name).ports, undefined, name);
  }
  assert.equal(
    of("postgres").environment?.POSTGRES_HOST_AUTH_METHOD,
    undefined,
  );
  const user = (name: string) =>
    /^postgres:\/\/(\w+):\$\{([A-Z_]+):\?/
      .exec(of(name).environment?.DATABASE_URL ?? "")?.slice(1);
  assert.deepEqual(user("migrate"), ["postgres", "POSTGRES_PASSWORD"]);
  for (const name of ["api", "worker"]) {
    assert.deepEqual(user(name), ["balance", "POSTGRES_SERVICE_PASSWORD"]);
  }
});

Deno.test("compose.yaml: the login of the processes may take the roles of the schema, and has no rights besides", async () => {
  const login = await read("deploy/login.sql");
  const schema = await read("migrations/0001_tenant_scope.sql");
  const roles = [...schema.matchAll(/\('(balance_\w+)', '/g)].map(([, r]) =>
    r!
  );
  roles.push("balance_eraser");
  assert.equal(roles.length, 4);
  assert.match(login, /^create role balance login noinherit password/m);
  for (const role of roles) {
    assert(login.includes(`create role ${role} nologin;`), role);
  }
  assert(login.includes(`grant ${roles.join(", ")} to balance;`));
  assert(
    of("postgres").volumes?.includes(
      "./deploy/login.sql:/docker-entrypoint-initdb.d/login.sql:ro",
    ),
  );
});

Deno.test("compose.yaml: nothing starts before what it needs", () => {
  assert.deepEqual(of("migrate").depends_on, {
    postgres: { condition: "service_healthy" },
  });
  for (const name of ["api", "worker"]) {
    assert.deepEqual(of(name).depends_on, {
      postgres: { condition: "service_healthy" },
      redis: { condition: "service_healthy" },
      migrate: { condition: "service_completed_successfully" },
    }, name);
  }
  assert.equal(of("migrate").restart, "no");
  assert.deepEqual(of("migrate").healthcheck, { disable: true });
});

Deno.test("compose.yaml: each process is a task of the one image, and keeps the image's health check", async () => {
  const all = await tasks();
  for (
    const [name, task] of [["migrate", "migrate"], ["api", "serve"], [
      "worker",
      "work",
    ]] as const
  ) {
    assert.deepEqual(of(name).command, ["deno", "task", task]);
    assert(all[task], task);
    assert.equal(of(name).build, ".");
    assert.equal(of(name).image, of("api").image);
    assert.equal(of(name).read_only, true);
    if (name !== "migrate") assert.equal(of(name).healthcheck, undefined);
  }
});

Deno.test("compose.yaml: what stays is started again, limited, and given the time to stop that it asks for", () => {
  for (const name of ["postgres", "redis", "api", "worker"]) {
    assert.equal(of(name).restart, "unless-stopped", name);
    assert.match(of(name).mem_limit ?? "", /^\d+[mg]$/, name);
  }
  for (const name of ["api", "worker"]) {
    const drain = Number(of(name).environment?.BALANCE_STOP_AFTER_S);
    assert(drain > 0, name);
    assert(seconds(of(name).stop_grace_period) >= drain + 10, name);
  }
  // A second worker could not publish the same port.
  assert.equal(of("worker").ports, undefined);
});

Deno.test("compose.yaml: the files it mounts are there", async () => {
  for (const [, { volumes = [] }] of services) {
    for (const volume of volumes.filter((text) => text.startsWith("./"))) {
      await Deno.stat(new URL(volume.split(":")[0]!, ROOT));
    }
  }
});
