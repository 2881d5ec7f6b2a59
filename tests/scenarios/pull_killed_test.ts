import assert from "node:assert/strict";
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
    const call = async (method: string, path: string, body?: unknown) => {
      const response = await fetch(`${service.address}/api/v1${path}`, {
        method,
        headers: {
          Authorization: `Bearer ${key}`,
          "Content-Type": "application/json",
        },
        ...body !== undefined && { body: JSON.stringify(body) },
      });
      const told = await response.json();
      assert(response.ok, JSON.stringify(told));
      return told;
    };
    const { id } = await call("POST", "/connections", {
      kind: "pull",
      name: "Bank",
      settings: source.settings,
      secret: CLIENT_SECRET,
    });
    await call("POST", `/connections/${id}/mappings`, {
      expression: '{ "external_id": id, "description": memo }',
    });
    const begun = await call("GET", `/connections/${id}/oauth/start`);
    const back = await source.authorise(begun.authorization_url);
    const { promise: fifth, resolve } = Promise.withResolvers<void>();
    let asked = 0;
    source.faults.list = () => {
      if (++asked === 5) resolve();
      return null;
    };
    await call("GET", back.pathname.replace("/api/v1", "") + back.search);
    await fifth;
    await service.kill();
    service = await startService(env);
    const over = async () => {
      const { pull, payloads } = await call("GET", `/connections/${id}/health`);
      return pull.next_at !== null && payloads.waiting === 0;
    };
    while (!await over()) await new Promise((done) => setTimeout(done, 100));
    const ids: string[] = [];
    for (let cursor = ""; cursor !== null;) {
      const page = await call(
        "GET",
        `/records?connection=${id}&limit=200${cursor && `&cursor=${cursor}`}`,
      );
      ids.push(
        ...page.data.map((one: { external_id: string }) => one.external_id),
      );
      cursor = page.next_cursor;
    }
    assert.deepEqual(ids.toSorted(), source.list.map((one) => one.id).sort());
    const { payloads } = await call("GET", `/connections/${id}/health`);
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
