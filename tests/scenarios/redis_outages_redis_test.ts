import assert from "node:assert/strict";
import { seededRandom } from "../../src/main/demo/seeded_random.ts";
import { check } from "../chaos/checker.ts";
import { openLedger } from "../chaos/ledger.ts";
import { pause, until } from "../chaos/pause.ts";
import { recordSets } from "../chaos/record_sets.ts";
import { openRedelivery } from "../chaos/redelivery.ts";
import { openSender } from "../chaos/sender.ts";
import { settledness } from "../chaos/settled.ts";
import { openStack, type Stack } from "../chaos/stack.ts";
import { makeTenants } from "../chaos/tenants.ts";

const RECORDS = 600;
const CUT_MS = 3_000;
const LIMIT_MS = 120_000;

/** Records of a new tenant come in, and with their jobs in Redis `outage` happens; then all of them must be processed. */
async function survive(
  stack: Stack,
  outage: (stack: Stack) => Promise<void>,
): Promise<void> {
  const random = seededRandom(5);
  const [tenant] = await makeTenants(stack, 1);
  const { name, key } = tenant!;
  const ledger = openLedger(name);
  const sender = openSender({
    ledger,
    key,
    addresses: stack.addresses,
    random,
    signal: AbortSignal.timeout(LIMIT_MS),
  });
  const redelivery = openRedelivery(stack, {
    random,
    onError: (error) => {
      throw error;
    },
  });
  try {
    // Workers that are stopped leave the jobs where they are.
    for (const { process } of stack.workers) process.suspend();
    await sender.sendAll(recordSets(name, RECORDS, random), async () => {});
    const inRedis = async () => await redelivery.inRedis() > 0;
    assert(await until(inRedis, { everyMs: 20, limitMs: LIMIT_MS }));
  } finally {
    await redelivery.close();
  }
  await outage(stack);
  for (const { process } of stack.workers) process.resume();

  const settled = settledness(stack.addresses[0]!, key, ledger);
  await until(settled, { everyMs: 100, limitMs: LIMIT_MS });
  const { events: _, ...verdict } = await check(
    stack.addresses[0]!,
    key,
    ledger,
  );
  assert.deepEqual(verdict, {
    lost: 0,
    duplicated: 0,
    stuck: 0,
    chain_ok: true,
    examples: [],
  });
  assert.deepEqual([ledger.accepted.size, ledger.wrong], [RECORDS, []]);
}

Deno.test("Redis may lose all or be away: what was accepted is processed, and no process is started anew", async (t) => {
  const stack = await openStack();
  let wrong: readonly string[];
  try {
    await t.step(
      "it is emptied",
      () =>
        survive(stack, async ({ servers: { redis } }) => {
          assert.equal(await redis.tell("flushall"), "OK\n");
        }),
    );
    await t.step(
      "it is restarted and comes back empty",
      () =>
        survive(stack, async ({ servers: { redis } }) => {
          await redis.stop("SIGKILL");
          await redis.forget();
          await redis.start();
          // What is in it by now may be there anew.
          assert.match(
            await redis.tell("info", "persistence"),
            /^rdb_last_load_keys_loaded:0\r?$/m,
          );
        }),
    );
    await t.step(
      "connections to it are cut off",
      () =>
        survive(stack, async ({ nodes, workers }) => {
          for (const { process } of workers) process.resume();
          for (const { redis } of nodes) redis.cut();
          await pause(CUT_MS);
          for (const { redis } of nodes) redis.restore();
        }),
    );
    await t.step(
      "no byte comes through to it",
      () =>
        survive(stack, async ({ nodes, workers }) => {
          for (const { process } of workers) process.resume();
          for (const { redis } of nodes) redis.swallow();
          await pause(CUT_MS);
          for (const { redis } of nodes) redis.restore();
        }),
    );
    assert.deepEqual(stack.nodes.map(({ process }) => process.starts()), [
      1,
      1,
      1,
      1,
    ]);
  } finally {
    wrong = await stack.close();
  }
  assert.deepEqual(wrong, []);
});
