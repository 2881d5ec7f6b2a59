import assert from "node:assert/strict";
import { chaos } from "../chaos/chaos.ts";
import { kindsWithin } from "../chaos/faults/storm.ts";

/** Long enough for a broken connection to be noticed; what outlasts locks and leases is for `deno task chaos`. */
const HOLD_MS_MAX = 3_000;
const RECORDS = 2_000;

Deno.test("every kind of fault while records come in: nothing is lost, doubled or stuck", async () => {
  const kinds = kindsWithin(HOLD_MS_MAX).map(({ name }) => name);
  const said: string[] = [];
  const { wrong, totals, kinds: met } = await chaos({
    records: RECORDS,
    faults: kinds.length,
    seed: 20_261_123,
    tenants: 2,
    everyMs: 600,
    holdMsMax: HOLD_MS_MAX,
    atOnce: 3,
    stormMsMax: 120_000,
    stuckMs: 120_000,
    signal: new AbortController().signal,
    onFault: (fault) => said.push(JSON.stringify(fault)),
    onTrouble: (error) => said.push(String(error)),
    say: (line) => said.push(line),
  });
  assert.deepEqual(wrong, [], said.join("\n"));
  assert.deepEqual(totals, {
    accepted: RECORDS,
    faults: kinds.length,
    lost: 0,
    duplicated: 0,
    stuck: 0,
    chain_ok: true,
  }, said.join("\n"));
  assert.deepEqual(met, Object.fromEntries(kinds.map((name) => [name, 1])));
});
