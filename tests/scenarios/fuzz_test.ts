import assert from "node:assert/strict";
import { seededRandom } from "../../src/main/demo/seeded_random.ts";
import { fuzz } from "../fuzz/fuzz.ts";
import { twoTenants } from "../fuzz/two_tenants.ts";
import { startService } from "../support/service_process.ts";
import { freshFolder } from "../support/databases.ts";

Deno.test("eight hundred requests made from the document: no 5xx, none unanswered, nothing of the other tenant", async () => {
  const folder = await freshFolder();
  const env = { BALANCE_DATA_DIR: folder };
  const tenants = await twoTenants(env);
  const service = await startService(env);
  const findings: string[] = [];
  try {
    const { requests, status_5xx, hangs, leaks, statuses } = await fuzz({
      address: service.address,
      pid: service.pid,
      requests: 800,
      atOnce: 8,
      random: seededRandom(20_261_126),
      tenants,
      onFinding: (text) => void findings.push(text),
    });
    assert.deepEqual(findings, []);
    assert.deepEqual([requests, status_5xx, hangs, leaks], [800, 0, 0, 0]);
    // It gets through and not only refused: a good part is done.
    const done = statuses.reduce(
      (sum, [status, count]) => status < 300 ? sum + count : sum,
      0,
    );
    assert(done > 100, JSON.stringify(statuses));
    assert(!service.output().includes(tenants.canary));
    assert.equal(await service.stop(), 0);
  } finally {
    await service.kill();
    await Deno.remove(folder, { recursive: true });
  }
});
