import assert from "node:assert/strict";
import { apiClient, pages } from "../../src/main/demo/api_client.ts";
import {
  makeTenant,
  type ServiceProcess,
  startService,
} from "../support/service_process.ts";
import { seededRandom } from "../../src/main/demo/seeded_random.ts";
import { freshFolder } from "../support/databases.ts";

const RECORDS = 2_000;
const BATCH = 20;
const KILLS = 20;
/** A life lasts up to this long after its first request, so that kills fall into intake and into processing. */
const LIFE_MS_MAX = 400;

interface RecordRow {
  readonly id: string;
  readonly external_id: string;
  readonly status: string;
}
interface EventRow {
  readonly type: string;
  readonly payload: { readonly record_id?: string };
}

/** Sends one set of records; undefined when the service died before it answered. */
async function send(
  { address }: ServiceProcess,
  key: string,
  batch: number,
): Promise<number | undefined> {
  const records = Array.from({ length: BATCH }, (_, i) => ({
    external_id: `r${batch * BATCH + i}`,
    description: `Purchase ${batch * BATCH + i} at Tallow & Reed`,
    amount: { minor: -100 - i, currency: "GBP" },
  }));
  try {
    const response = await fetch(`${address}/api/v1/records`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${key}`,
        "content-type": "application/json",
        "idempotency-key": `batch-${batch}`,
      },
      body: JSON.stringify({ records }),
    });
    await response.body?.cancel();
    return response.status;
  } catch {
    return undefined; // the connection broke: the client repeats the request after the restart
  }
}

async function untilProcessed(address: string, key: string): Promise<void> {
  const api = apiClient(address, key);
  for (;;) {
    const { data } = await api.get<{ data: unknown[] }>(
      "/api/v1/records?status=ingested&limit=1",
    );
    if (data.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function all<T>(
  address: string,
  key: string,
  path: string,
): Promise<T[]> {
  const rows: T[] = [];
  for await (const page of pages<T>(apiClient(address, key), path)) {
    rows.push(...page);
  }
  return rows;
}

Deno.test(`${KILLS} kills during intake and processing lose nothing and double nothing`, async () => {
  const folder = await freshFolder();
  const env = { BALANCE_DATA_DIR: folder };
  const key = await makeTenant(env);
  const random = seededRandom(20_261_122);
  const batches = RECORDS / BATCH;
  let sent = 0;
  let kills = 0;
  let service = await startService(env);
  while (sent < batches || kills < KILLS) {
    const alive = { yes: true };
    const death = new Promise<void>((resolve) =>
      setTimeout(resolve, random.next() * LIFE_MS_MAX)
    ).then(async () => {
      if (kills >= KILLS) return;
      kills++;
      await service.kill();
      alive.yes = false;
    });
    // A share of the sets per life, so that every life has some to take in.
    const until = Math.min(batches, sent + Math.ceil(batches / KILLS));
    while (sent < until && alive.yes) {
      const status = await send(service, key, sent);
      if (status === undefined) break;
      assert.equal(status, 202);
      sent++;
    }
    await death;
    if (!alive.yes) service = await startService(env);
  }
  assert.equal(kills, KILLS);
  await untilProcessed(service.address, key);

  const records = await all<RecordRow>(
    service.address,
    key,
    "/api/v1/records?limit=200",
  );
  assert.deepEqual(
    records.map((record) => record.external_id).sort(),
    Array.from({ length: RECORDS }, (_, i) => `r${i}`).sort(),
  );
  assert(records.every((record) => record.status === "processed"));
  const ids = records.map((record) => record.id).sort();
  const events = await all<EventRow>(
    service.address,
    key,
    "/api/v1/events?limit=200",
  );
  for (const type of ["INGESTED", "PROCESSED"]) {
    const told = events.filter((event) => event.type === type)
      .map((event) => event.payload.record_id!);
    assert.deepEqual(told.sort(), ids, `${type} once for each record`);
  }
  const api = apiClient(service.address, key);
  const { waiting } = await api.get<{ waiting: number }>(
    "/api/v1/approvals?limit=1",
  );
  assert.equal(waiting, RECORDS);
  const chain = await api.get<{ ok: boolean; seq: number }>(
    "/api/v1/events/verify",
  );
  assert.deepEqual([chain.ok, chain.seq], [true, events.length]);
  assert.equal(await service.stop(), 0);
  await Deno.remove(folder, { recursive: true });
});
