import assert from "node:assert/strict";
import type { DeliveryId } from "../../src/kernel/ids.ts";
import { readDelivery } from "../../src/records/use_cases/read_delivery.ts";
import {
  type LimitTrial,
  openLimitTrial,
  triedDaily,
} from "../support/limit_trial.ts";
import { value } from "../support/trial.ts";

/** How many records of a delivery were taken in as new; null while it waits. */
async function accepted({ deps, scope }: LimitTrial, id: DeliveryId) {
  return value(await readDelivery(deps, scope, id)).intake?.accepted ?? null;
}

/** Three sets, of which the second finds no room. */
async function sent() {
  const trial = await openLimitTrial({
    free: { recordsPerMonth: 3 },
    team: { recordsPerMonth: 4 },
  });
  const ids: DeliveryId[] = [];
  for (const set of ["ab", "cd", "e"]) ids.push(await trial.deliver([...set]));
  await trial.runJobs();
  return {
    ...trial,
    taken: () => Promise.all(ids.map((id) => accepted(trial, id))),
  };
}

Deno.test("a set for which there is no room waits as a whole until the month turns, and not a millisecond less; it is tried once a day", async () => {
  const trial = await sent();
  assert.deepEqual(await trial.taken(), [2, null, 1]);
  assert.deepEqual(await trial.stored(), ["a", "b", "e"]);
  assert.equal(await trial.waitingJobs(), 1);
  await triedDaily(trial);
  assert.deepEqual(await trial.stored(), ["a", "b", "e"]);
  trial.clock.set("2026-02-01T00:00:00.000Z");
  await trial.runJobs();
  assert.deepEqual(await trial.taken(), [2, 2, 1]);
  assert.deepEqual(await trial.stored(), ["a", "b", "e", "c", "d"]);
  assert.deepEqual(await trial.counted(), [["2026-02", 2], ["2026-01", 3]]);
  assert.equal(await trial.waitingJobs(), 0);
});

Deno.test("with a larger plan what waited is taken in at once, in the order in which it came; what still finds no room goes on waiting", async () => {
  const trial = await sent();
  for (const set of ["fg", "h", "ij"]) await trial.deliver([...set]);
  await trial.runJobs();
  assert.equal(await trial.waitingJobs(), 4);
  const id = await trial.buy();
  await trial.settle();
  // Four a month: the only set that fits is that of one.
  assert.deepEqual(await trial.stored(), ["a", "b", "e", "h"]);
  assert.equal(await trial.waitingJobs(), 3);
  await trial.world.reprice(id, trial.world.prices[1]);
  await trial.settle();
  assert.deepEqual((await trial.stored()).join(""), "abehcdfgij");
  assert.deepEqual(await trial.counted(), [["2026-01", 10]]);
  assert.equal(await trial.waitingJobs(), 0);
});

Deno.test("a plan that gets smaller loses nothing of what waits", async () => {
  const trial = await sent();
  const id = await trial.buy();
  await trial.settle();
  await trial.world.become(id, "ended");
  await trial.settle();
  assert.deepEqual(await trial.taken(), [2, null, 1]);
  trial.clock.set("2026-02-01T00:00:00.000Z");
  await trial.runJobs();
  assert.deepEqual(await trial.taken(), [2, 2, 1]);
});

Deno.test("a set that is larger than a month waits from month to month, and for a plan that has room for it", async () => {
  const trial = await openLimitTrial({ free: { recordsPerMonth: 2 } });
  const id = await trial.deliver(["a", "b", "c"]);
  for (const month of ["01", "02", "03"]) {
    trial.clock.set(`2026-${month}-02T00:00:00.000Z`);
    await trial.runJobs();
    assert.equal(await accepted(trial, id), null);
    assert.equal(await trial.waitingJobs(), 1);
  }
  await trial.buy();
  await trial.settle();
  assert.equal(await accepted(trial, id), 3);
});

Deno.test("what is put off is no backlog, so that nobody else is kept out by it; when it is due it is", async () => {
  const trial = await sent();
  const { tenantId } = trial.scope;
  const backlog = async () => {
    const now = trial.clock.now();
    const { tenants, queues } = await trial.feed.census(now);
    const { jobs, records } = queues["records:ingest"];
    return { jobs, records, tenant: tenants.get(tenantId) ?? 0 };
  };
  assert.deepEqual(await backlog(), { jobs: 1, records: 0, tenant: 0 });
  trial.clock.set("2026-02-01T00:00:00.000Z");
  assert.deepEqual(await backlog(), { jobs: 1, records: 2, tenant: 2 });
});
