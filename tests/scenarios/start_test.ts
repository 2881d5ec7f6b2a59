import assert from "node:assert/strict";
import { apiClient } from "../../src/main/demo/api_client.ts";
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
  await apiClient(first.address, key).post("/api/v1/records", {
    records: [{ external_id: "a", description: "Tallow & Reed" }],
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
  const { data } = await apiClient(third.address, key).get<
    { data: { external_id: string }[] }
  >("/api/v1/records");
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
