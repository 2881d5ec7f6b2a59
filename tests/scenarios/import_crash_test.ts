import assert from "node:assert/strict";
import { apiOf } from "../support/api_of.ts";
import { makeTenant, startService } from "../support/service_process.ts";
import { freshFolder } from "../support/databases.ts";

const ROWS = 2_500;
/** At most: what is left after one may be done before anybody sees it. */
const KILLS_MAX = 2;

/** Rows of which each third is equal to the one before it, on the same day. */
const FILE = "Date,Details,Amount\n" +
  Array.from({ length: ROWS }, (_, i) => {
    const n = i - (i % 3 === 2 ? 1 : 0);
    const day = String(1 + Math.floor(n / 3) % 28).padStart(2, "0");
    return `2026-03-${day},Purchase ${n},-${n + 1}.00\n`;
  }).join("");

Deno.test("a process killed in the middle of an import loses no row and doubles none", async () => {
  const folder = await freshFolder();
  const env = {
    BALANCE_DATA_DIR: folder,
    BALANCE_FILES: `${folder}/files`,
  };
  const key = await makeTenant(env);
  let service = await startService(env);
  const api = () => apiOf(service, key);
  const { id } = await api().post("/records/import", {
    query: { currency: "GBP" },
    file: FILE,
  });
  const now = () => api().get("/imports/{id}", { path: { id } });
  let kills = 0;
  let seen = 0;
  for (;;) {
    const found = await now();
    if (found.status === "done") break;
    assert.notEqual(found.status, "failed");
    assert(found.rows_read >= seen, "what was taken in stays so");
    if (kills < KILLS_MAX && found.rows_read > seen) {
      kills++;
      seen = found.rows_read;
      await service.kill();
      service = await startService(env);
    } else await new Promise((resolve) => setTimeout(resolve, 20));
  }
  assert(kills > 0, "it was killed before the end");
  const { rows_read, accepted, duplicates } = await now();
  assert.deepEqual([rows_read, accepted, duplicates], [ROWS, ROWS, 0]);
  const texts: string[] = [];
  const records = api().all("/records", { query: { limit: 200 } });
  for await (const { description } of records) texts.push(description);
  const expected = Array.from(
    { length: ROWS },
    (_, i) => `Purchase ${i - (i % 3 === 2 ? 1 : 0)}`,
  );
  assert.deepEqual(texts.sort(), expected.sort());
  await service.kill();
  await Deno.remove(folder, { recursive: true });
});
