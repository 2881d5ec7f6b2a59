import assert from "node:assert/strict";
import { apiOf } from "../support/api_of.ts";
import {
  makeTenant,
  runCommand,
  startService,
} from "../support/service_process.ts";
import { untilProcessed } from "../support/until_processed.ts";
import { freshFolder } from "../support/databases.ts";

Deno.test("deno task replay tells what today's rules would decide otherwise", async () => {
  const folder = await freshFolder();
  const env = { BALANCE_DATA_DIR: folder };
  const key = await makeTenant(env);
  const service = await startService(env);
  const api = apiOf(service, key);
  const { id: tenant } = await api.get("/tenant");
  const category = await api.post("/categories", {
    body: { name: "Office" },
  });
  const sent = await api.post("/records", {
    body: {
      records: [
        { external_id: "a", description: "Tallow & Reed" },
        { external_id: "b", description: "Other" },
      ],
    },
  });
  await untilProcessed(api);
  await api.post("/rules", {
    body: {
      name: "stationery",
      when: { field: "description", op: "contains", value: "tallow" },
      then: { category_id: category.id },
    },
  });
  assert.equal(await service.stop(), 0);

  const { code, stdout, stderr } = await runCommand(
    ["src/main/replay.ts", "--tenant", tenant],
    env,
  );
  assert.equal(code, 0, stderr);
  const lines = stdout.trimEnd().split("\n");
  assert.deepEqual(JSON.parse(lines.pop()!), {
    records: 2,
    replayed: 2,
    trace_mismatches: 0,
    differs: { category: 0, outcome: 1, source: 0 },
    agreement_with_people: null,
  });
  assert.deepEqual(lines, [
    `${
      sent.record_ids[0]
    }  outcome: a person (nothing_alike) -> ${category.id} by rule`,
  ]);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("deno task replay asks for a tenant", async () => {
  const { code, stderr } = await runCommand(["src/main/replay.ts"], {});
  assert.equal(code, 2);
  assert.equal(stderr.trim(), "Usage: deno task replay --tenant ten_…");
});
