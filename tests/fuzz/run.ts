import { parseArgs } from "node:util";
import { seededRandom } from "../../src/main/demo/seeded_random.ts";
import { startService } from "../support/service_process.ts";
import { freshPostgres } from "../support/databases.ts";
import { fuzz } from "./fuzz.ts";
import { twoTenants } from "./two_tenants.ts";

/**
 * `deno task fuzz [--requests 20000] [--seed N] [--at-once 8]`: sends requests made from the API's own document to a
 * service of its own (embedded in a folder for the time, or on a database of its own where DATABASE_URL names a server),
 * as every role and as nobody, and tells what went wrong. The
 * last line is the counts as JSON; code 1 for an answer of 5xx, none at all, or something of the other tenant in one.
 */
const { values } = parseArgs({
  options: {
    requests: { type: "string", default: "20000" },
    seed: { type: "string" },
    "at-once": { type: "string", default: "8" },
  },
});
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
const folder = await Deno.makeTempDir({ prefix: "balance-fuzz-" });
const database = Deno.env.get("DATABASE_URL") ? await freshPostgres() : null;
const env = database
  ? { DATABASE_URL: database.url, BALANCE_SESSION_KEY: "x".repeat(32) }
  : { BALANCE_DATA_DIR: folder };
console.log(`seed ${seed}, ${values.requests} requests`);
const tenants = await twoTenants(env);
const service = await startService(env);
// Nothing of a run that fails is left behind.
const report = await fuzz({
  address: service.address,
  pid: service.pid,
  requests: Number(values.requests),
  atOnce: Number(values["at-once"]),
  random: seededRandom(seed),
  tenants,
  onFinding: (text) => console.log(text),
}).catch(async (error) => {
  await service.kill();
  throw error;
});
const code = await service.stop();
await Deno.remove(folder, { recursive: true });
await database?.drop();
for (const [status, count] of report.statuses) {
  console.log(`${status} ${count}`);
}
if (code !== 0) console.log(`the service ended with ${code}`);
const { requests, status_5xx, hangs, leaks, rss_growth_mb } = report;
console.log(
  JSON.stringify({ requests, status_5xx, hangs, leaks, rss_growth_mb }),
);
if (status_5xx + hangs + leaks > 0 || code !== 0) Deno.exitCode = 1;
