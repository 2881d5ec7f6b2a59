import assert from "node:assert/strict";
import { connectPostgres } from "../../adapters/postgres/connect.ts";
import { openLink } from "../chaos/link.ts";
import { apiOf } from "../support/api_of.ts";
import { freshPostgres } from "../support/databases.ts";
import { freshRedis } from "../support/redis.ts";
import {
  makeTenant,
  runCommand,
  type ServiceProcess,
  startService,
} from "../support/service_process.ts";

type Env = Readonly<Record<string, string>>;

/** A database, a part of a Redis, a tenant's key, and processes that end with the test. */
async function onServers(
  body: (
    given: {
      readonly env: Env;
      readonly key: string;
      start(kind?: "serve" | "work", env?: Env): Promise<ServiceProcess>;
    },
  ) => Promise<void>,
): Promise<void> {
  const database = await freshPostgres();
  const redis = freshRedis();
  const env = {
    DATABASE_URL: database.url,
    REDIS_URL: redis.url,
    BALANCE_REDIS_PREFIX: redis.prefix,
  };
  const started: ServiceProcess[] = [];
  try {
    await body({
      env,
      key: await makeTenant(env),
      async start(kind, more = {}) {
        const process = await startService({ ...env, ...more }, kind);
        started.push(process);
        return process;
      },
    });
  } finally {
    for (const process of started) await process.kill();
    await redis.drop();
    await database.drop();
  }
}

const records = (count: number, name = "r") => ({
  records: Array.from({ length: count }, (_, i) => ({
    external_id: `${name}-${i}`,
    description: `Tallow & Reed ${i}`,
  })),
});

async function statuses(service: ServiceProcess, key: string) {
  const { data } = await apiOf(service, key).get("/records", {
    query: { limit: 200 },
  });
  return data.map(({ status }) => status);
}

async function until(what: () => Promise<boolean>): Promise<void> {
  while (!await what()) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const allProcessed = async (api: ServiceProcess, key: string) =>
  (await statuses(api, key)).every((status) => status === "processed");

Deno.test("a process that serves keeps records until one that works comes, and both end when told to", async () => {
  await onServers(async ({ key, start }) => {
    const api = await start("serve");
    await apiOf(api, key).post("/records", { body: records(3) });
    // Jobs are in Redis by now or soon, and nobody here does them.
    assert.deepEqual(await statuses(api, key), Array(3).fill("ingested"));
    const worker = await start("work");
    await until(() => allProcessed(api, key));
    const live = await fetch(`${worker.address}/livez`);
    assert.deepEqual(await live.json(), { status: "ok" });
    const refused = await fetch(`${worker.address}/api/v1/records`);
    assert.equal(refused.status, 404);
    await refused.body?.cancel();
    assert.equal(await worker.stop(), 0);
    assert.equal(await api.stop(), 0);
  });
});

Deno.test("what a killed worker had is done by another, once", async () => {
  await onServers(async ({ key, start }) => {
    const api = await start("serve");
    const client = apiOf(api, key);
    const first = await start("work");
    for (let i = 0; i < 8; i++) {
      await client.post("/records", { body: records(20, `k${i}`) });
    }
    await first.kill();
    await start("work");
    await until(() => allProcessed(api, key));
    assert.equal((await statuses(api, key)).length, 160);
    const { data } = await client.get("/events", {
      query: { type: ["PROCESSED"], limit: 200 },
    });
    assert.equal(data.length, 160);
  });
});

Deno.test("a worker that is told to stop finishes its job first", async () => {
  await onServers(async ({ key, start }) => {
    const api = await start("serve");
    const worker = await start("work");
    await apiOf(api, key).post("/records", { body: records(200) });
    const [code] = await Promise.all([
      worker.stop(),
      until(async () => (await statuses(api, key)).length === 200),
    ]);
    assert.equal(code, 0);
    // Whole or not at all: a job's records are all processed, or all wait.
    assert.equal(new Set(await statuses(api, key)).size, 1);
    await start("work");
    await until(() => allProcessed(api, key));
  });
});

Deno.test("one process alone can carry its jobs through Redis too", async () => {
  await onServers(async ({ key, start }) => {
    const service = await start();
    await apiOf(service, key).post("/records", { body: records(5) });
    await until(() => allProcessed(service, key));
    assert.equal(await service.stop(), 0);
  });
});

Deno.test("processes that start while Redis is away do their work once it is there", async () => {
  await onServers(async ({ env, key, start }) => {
    const address = new URL(env.REDIS_URL!);
    const link = openLink(Number(address.port));
    address.port = `${link.port}`;
    const mine = { REDIS_URL: address.href };
    link.cut();
    try {
      const api = await start("serve", mine);
      const worker = await start("work", mine);
      await apiOf(api, key).post("/records", { body: records(2) });
      assert.deepEqual(await statuses(api, key), ["ingested", "ingested"]);
      const metrics = await (await fetch(`${api.address}/metrics`)).text();
      assert(!metrics.includes("balance_queue_jobs{"), "Redis answered");
      link.restore();
      await until(() => allProcessed(api, key));
      await until(async () =>
        (await (await fetch(`${api.address}/metrics`)).text())
          .includes("balance_queue_jobs{")
      );
      assert.equal(await worker.stop(), 0);
      assert.equal(await api.stop(), 0);
    } finally {
      await link.close();
    }
  });
});

Deno.test("a login that may take the four roles, and has no right besides, is enough to serve and work", async () => {
  await onServers(async ({ env, key, start }) => {
    const login = `balance_login_${crypto.randomUUID().slice(0, 8)}`;
    const admin = connectPostgres(env.DATABASE_URL!, { max: 1 });
    await admin.unsafe(
      `create role ${login} login noinherit; grant balance_app, balance_relay, balance_directory, balance_eraser to ${login}`,
    );
    const url = new URL(env.DATABASE_URL!);
    url.username = login;
    try {
      const mine = { DATABASE_URL: url.href };
      const api = await start("serve", mine);
      await start("work", mine);
      await apiOf(api, key).post("/records", { body: records(2) });
      await until(() => allProcessed(api, key));
      assert.equal(await api.stop(), 0);
    } finally {
      await admin.unsafe(`drop role ${login}`);
      await admin.end();
    }
  });
});

Deno.test("a process that only serves or only works says what it lacks", async () => {
  for (const kind of ["serve", "work"]) {
    const { code, stderr } = await runCommand(["src/main/start.ts", kind], {
      DATABASE_URL: "postgres://127.0.0.1:1/none",
    });
    assert.equal(code, 2, stderr);
    assert.match(stderr, /REDIS_URL is missing/);
  }
  const { code, stderr } = await runCommand(["src/main/start.ts", "rest"], {});
  assert.deepEqual([code, stderr], [2, "Usage: start.ts [serve | work]\n"]);
});

Deno.test("a process that could never write files says so before it takes any", () =>
  onServers(async ({ env }) => {
    const { code, stderr } = await runCommand(["src/main/start.ts", "serve"], {
      ...env,
      BALANCE_FILES: "/elsewhere",
    });
    assert.equal(code, 1, stderr);
    assert.match(stderr, /BALANCE_FILES: this process may not write to/);
  }));
