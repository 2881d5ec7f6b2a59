import assert from "node:assert/strict";
import { apiOf } from "../support/api_of.ts";
import {
  makeTenant,
  runCommand,
  startService,
} from "../support/service_process.ts";

Deno.test("an embedded folder is one process's, and its data outlives the process", async () => {
  const folder = await Deno.makeTempDir({ prefix: "balance-start-" });
  const env = { BALANCE_DATA_DIR: folder };
  const key = await makeTenant(env);
  const first = await startService(env);
  await apiOf(first, key).post("/records", {
    body: { records: [{ external_id: "a", description: "Tallow & Reed" }] },
  });

  const second = await runCommand(["src/main/start.ts"], {
    ...env,
    BALANCE_PORT: "0",
  });
  assert.equal(second.code, 1);
  assert.match(second.stderr, new RegExp(folder));
  assert.match(second.stderr, /another process|in use|already/);

  assert.equal(await first.stop(), 0);
  const third = await startService(env);
  const { data } = await apiOf(third, key).get("/records");
  assert.deepEqual(data.map((record) => record.external_id), ["a"]);
  assert.equal(await third.stop(), 0);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("a wrong configuration is refused with every problem at once and no value", async () => {
  const { code, stderr } = await runCommand(["src/main/start.ts"], {
    DATABASE_URL: "mysql://root:hunter2@db/x",
    BALANCE_PORT: "99999",
    BALANCE_LOG_LEVEL: "loud",
  });
  assert.equal(code, 2);
  assert.equal(
    stderr.trim(),
    [
      "The configuration is wrong:",
      "  DATABASE_URL must be a postgres:// address, with a password in it percent-encoded",
      "  BALANCE_PORT must be a whole number from 0 to 65535",
      "  BALANCE_LOG_LEVEL must be one of debug, info, warn, error, silent",
    ].join("\n"),
  );
});

Deno.test("a task that is used wrongly says why and how it is used, without a stack", async () => {
  const unknown = "Unknown option '--nope'";
  const usages = {
    "src/main/replay.ts": "deno task replay --tenant ten_…",
    "src/main/create_tenant.ts":
      'deno task tenant --name "Acme Ltd" --email ann@acme.example [--owner "Ann"]',
    "src/main/demo.ts": "deno task demo [--data FILE.csv] [--exit] [--port N]",
    "tests/chaos/run.ts":
      "deno task chaos [--records N] [--faults N] [--seed N] [--verbose]",
    "bench/run.ts vectors":
      "deno task bench vectors [--scale 0.1] [--data FILE.csv]…",
    "bench/run.ts pipeline":
      "deno task bench pipeline [--only throughput|latency|growth|intake] [--scale 0.1] [--rounds 3] [--profile]",
  };
  const wrong: readonly (readonly [keyof typeof usages, string, string])[] = [
    ...Object.keys(usages).map((task) =>
      [task as keyof typeof usages, "--nope", `${unknown}\n`] as const
    ),
    [
      "src/main/replay.ts",
      "--tenant",
      "Option '--tenant <value>' argument missing\n",
    ],
    ["src/main/replay.ts", "--tenant=acme", ""],
    ["src/main/create_tenant.ts", "--name=Acme", ""],
  ];
  await Promise.all(wrong.map(async ([task, given, why]) => {
    const ended = await runCommand([...task.split(" "), given], {});
    assert.deepEqual(ended, {
      code: 2,
      stdout: "",
      stderr: `${why}Usage: ${usages[task]}\n`,
    }, `${task} ${given}`);
  }));
});
