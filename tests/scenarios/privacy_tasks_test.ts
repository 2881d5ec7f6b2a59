import assert from "node:assert/strict";
import { apiOf } from "../support/api_of.ts";
import {
  makeTenant,
  runCommand,
  startService,
} from "../support/service_process.ts";
import { untilProcessed } from "../support/until_processed.ts";

Deno.test("a tenant is exported, what is old is removed, and the tenant is erased, each by a task", async () => {
  const folder = await Deno.makeTempDir({ prefix: "balance-privacy-" });
  const env = { BALANCE_DATA_DIR: `${folder}/data` };
  const key = await makeTenant(env);
  const service = await startService(env);
  const api = apiOf(service, key);
  const { id: tenant, name } = await api.get("/tenant");
  await api.post("/records", {
    body: { records: [{ external_id: "a", description: "Quillfeather" }] },
  });
  await untilProcessed(api);
  assert.equal(await service.stop(), 0);
  const file = `${folder}/export.ndjson`;
  const task = async (name: string, ...args: string[]) => {
    const { code, stdout, stderr } = await runCommand(
      [`src/main/${name}.ts`, ...args],
      env,
    );
    return { code, last: stdout.trimEnd().split("\n").at(-1)!, stderr };
  };
  try {
    const exported = await task(
      "export_tenant",
      "--tenant",
      tenant,
      "--to",
      file,
    );
    assert.equal(exported.code, 0, exported.stderr);
    const lines = (await Deno.readTextFile(file)).trimEnd().split("\n")
      .map((line) => JSON.parse(line));
    assert.deepEqual(JSON.parse(exported.last), { tenant, rows: lines.length });
    const records = lines.filter(({ table }) => table === "records");
    assert.deepEqual(records.map(({ row }) => row.description), [
      "Quillfeather",
    ]);
    assert(lines.some(({ table }) => table === "events"));
    assert(lines.every(({ row }) => !("secret_hash" in row)));
    if (Deno.build.os !== "windows") {
      assert.equal((await Deno.stat(file)).mode! & 0o777, 0o600);
    }
    const over = await task("export_tenant", "--tenant", tenant, "--to", file);
    assert.equal(over.code, 1);

    const retained = await task("retain");
    assert.equal(retained.code, 0, retained.stderr);
    assert.deepEqual(JSON.parse(retained.last), {
      tenant,
      raw_payloads: 0,
      reports: 0,
      deliveries: 0,
      idempotency: 0,
      model_answers: 0,
      dead_letters: 0,
      invitations: 0,
    });

    const wrong = await task(
      "erase_tenant",
      "--tenant",
      tenant,
      "--confirm",
      "x",
    );
    assert.equal(wrong.code, 1);
    assert.match(wrong.stderr, /The name given is not the tenant's/);
    const erased = await task(
      "erase_tenant",
      "--tenant",
      tenant,
      "--confirm",
      name,
    );
    assert.equal(erased.code, 0, erased.stderr);
    const log = `${folder}/log.ndjson`;
    await task("export_tenant", "--tenant", tenant, "--to", log, "--events");
    const audited = await task("audit", log);
    assert.equal(audited.code, 0, audited.last);
    const { ok, erased: blank } = JSON.parse(audited.last);
    assert.deepEqual([ok, blank > 3], [true, true]);
    const gone = `${folder}/gone.ndjson`;
    await task("export_tenant", "--tenant", tenant, "--to", gone);
    const left = await Deno.readTextFile(gone);
    assert(!left.includes("Quillfeather"), left);
    assert(!left.includes(name), left);
    assert.deepEqual(
      [
        ...new Set(
          left.trimEnd().split("\n").map((line) => JSON.parse(line).table),
        ),
      ],
      ["tenants", "events", "event_heads"],
    );
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
