import assert from "node:assert/strict";
import { BalanceUnreachable } from "../../adapters/client/balance.ts";
import { apiOf } from "../support/api_of.ts";
import {
  makeTenant,
  type ServiceProcess,
  startService,
} from "../support/service_process.ts";
import { seededRandom } from "../../src/main/demo/seeded_random.ts";
import { untilProcessed } from "../support/until_processed.ts";
import { freshFolder } from "../support/databases.ts";

const RECORDS = 2_000;
const BATCH = 20;
const KILLS = 20;
/** A life lasts up to this long after its first request, so that kills fall into intake and into processing. */
const LIFE_MS_MAX = 400;

/** Sends one set of records; undefined when the service died before it answered. */
async function send(
  service: ServiceProcess,
  key: string,
  batch: number,
): Promise<number | undefined> {
  const records = Array.from({ length: BATCH }, (_, i) => ({
    external_id: `r${batch * BATCH + i}`,
    description: `Purchase ${batch * BATCH + i} at Tallow & Reed`,
    amount: { minor: -100 - i, currency: "GBP" },
  }));
  try {
    const { status } = await apiOf(service, key).request("post", "/records", {
      body: { records },
      idempotencyKey: `batch-${batch}`,
    });
    return status;
  } catch (error) {
    // The connection broke: the client repeats the request after the restart.
    if (error instanceof BalanceUnreachable) return undefined;
    throw error;
  }
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
  const api = apiOf(service, key);
  await untilProcessed(api);

  const query = { limit: 200 };
  const records = await Array.fromAsync(api.all("/records", { query }));
  assert.deepEqual(
    records.map((record) => record.external_id).sort(),
    Array.from({ length: RECORDS }, (_, i) => `r${i}`).sort(),
  );
  assert(records.every((record) => record.status === "processed"));
  const ids = records.map((record) => record.id).sort();
  const events = await Array.fromAsync(api.all("/events", { query }));
  for (const type of ["INGESTED", "PROCESSED"]) {
    const told = events.filter((event) => event.type === type)
      .map((event) => String(event.payload["record_id"]));
    assert.deepEqual(told.sort(), ids, `${type} once for each record`);
  }
  const { waiting } = await api.get("/approvals", { query: { limit: 1 } });
  assert.equal(waiting, RECORDS);
  const chain = await api.get("/events/verify");
  assert.deepEqual([chain.ok, chain.seq], [true, events.length]);
  assert.equal(await service.stop(), 0);
  await Deno.remove(folder, { recursive: true });
});
