import assert from "node:assert/strict";
import { apiOf } from "../support/api_of.ts";
import { makeTenant, startService } from "../support/service_process.ts";
import { CLIENT_SECRET, openSource } from "../support/source_server.ts";
import { freshFolder } from "../support/databases.ts";

const COUNT = 120;

Deno.test("a service that is killed in the middle of a pull goes on where it was: nothing is lost or doubled", async () => {
  const folder = await freshFolder();
  const source = await openSource();
  const env = {
    BALANCE_DATA_DIR: folder,
    BALANCE_OUTGOING_ALLOW: `127.0.0.1:${source.host.port}`,
    BALANCE_PUBLIC_URL: "http://balance.test",
  };
  for (let n = 0; n < COUNT; n++) {
    source.list.push({
      id: `tx-${n}`,
      memo: `Payment ${n}`,
      total: "1.00",
      booked_at: new Date(Date.UTC(2026, 0, 1, 0, n)).toISOString(),
    });
  }
  const key = await makeTenant(env);
  try {
    let service = await startService(env);
    const api = () => apiOf(service, key);
    const { id } = await api().post("/connections", {
      body: {
        kind: "pull",
        name: "Bank",
        settings: source.settings,
        secret: CLIENT_SECRET,
      },
    });
    const path = { id };
    const health = () => api().get("/connections/{id}/health", { path });
    await api().post("/connections/{id}/mappings", {
      path,
      body: { expression: '{ "external_id": id, "description": memo }' },
    });
    const begun = await api().get("/connections/{id}/oauth/start", { path });
    const back = await source.authorise(begun.authorization_url);
    const { promise: fifth, resolve } = Promise.withResolvers<void>();
    let asked = 0;
    source.faults.list = () => {
      if (++asked === 5) resolve();
      return null;
    };
    await api().get("/connections/oauth/callback", {
      query: { state: "", ...Object.fromEntries(back.searchParams) },
    });
    await fifth;
    await service.kill();
    service = await startService(env);
    const over = async () => {
      const { pull, payloads } = await health();
      return pull!.next_at !== null && payloads.waiting === 0;
    };
    while (!await over()) await new Promise((done) => setTimeout(done, 100));
    const ids: string[] = [];
    const records = api().all("/records", { query: { connection: id } });
    for await (const one of records) ids.push(one.external_id);
    assert.deepEqual(ids.toSorted(), source.list.map((one) => one.id).sort());
    const { payloads } = await health();
    assert.deepEqual(payloads, {
      waiting: 0,
      taken_in: COUNT,
      failed: 0,
      conflict: 0,
    });
    // The page that was being kept is asked for again, and the ones before it are not.
    assert(asked <= COUNT / 10 + 1, String(asked));
    assert.equal(await service.stop(), 0);
  } finally {
    await source.close();
    await Deno.remove(folder, { recursive: true });
  }
});
