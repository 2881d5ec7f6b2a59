import assert from "node:assert/strict";
import type { DeliveryId } from "../../src/kernel/ids.ts";
import { plusMs } from "../../src/kernel/instant.ts";
import { applyRetention } from "../../src/privacy/use_cases/apply_retention.ts";
import { readDelivery } from "../../src/records/use_cases/read_delivery.ts";
import { changeTenant } from "../../src/tenancy/use_cases/change_tenant.ts";
import { openTaskScope } from "../../src/tenancy/use_cases/open_task_scope.ts";
import { openLimitTrial } from "../support/limit_trial.ts";
import { value } from "../support/trial.ts";

const DAY_MS = 86_400_000;

/** A company that wants deliveries kept for a year; the free plan keeps things for a week, the larger ones for a quarter and for ever. */
async function keeping() {
  const trial = await openLimitTrial({
    free: { retentionDays: 7 },
    team: { retentionDays: 90 },
  });
  const { deps, scope, clock } = trial;
  const begun = clock.now();
  const change = { settings: { retention: { deliveries: 365 } } };
  value(await changeTenant(deps, scope, { change, seenVersion: null }));
  return {
    ...trial,
    /** So many days after the beginning, to the millisecond. */
    day: (days: number, ms = 0) => clock.set(plusMs(begun, days * DAY_MS + ms)),
    async delivered(): Promise<DeliveryId> {
      const id = await trial.deliver([clock.now()]);
      await trial.runJobs();
      return id;
    },
    async isKept(id: DeliveryId): Promise<boolean> {
      const keeper = openTaskScope(scope.tenantId, "retention");
      value(await applyRetention(deps, keeper));
      return (await readDelivery(deps, scope, id)).ok;
    },
  };
}

Deno.test("who never paid keeps things for as long as the free plan does", async () => {
  const trial = await keeping();
  const id = await trial.delivered();
  trial.day(7);
  assert.equal(await trial.isKept(id), true);
  trial.day(7, 1);
  assert.equal(await trial.isKept(id), false);
});

Deno.test("who pays keeps things for as long as the plan does, and no longer than was chosen", async () => {
  const trial = await keeping();
  const subscription = await trial.buy();
  await trial.settle();
  const id = await trial.delivered();
  trial.day(90);
  assert.equal(await trial.isKept(id), true);
  trial.day(90, 1);
  assert.equal(await trial.isKept(id), false);
  await trial.world.reprice(subscription, trial.world.prices[1]);
  await trial.settle();
  const other = await trial.delivered();
  trial.day(90 + 365, 1);
  assert.equal(await trial.isKept(other), true);
  trial.day(90 + 365, 2);
  assert.equal(await trial.isKept(other), false);
});

Deno.test("a smaller plan takes away what it does not keep after thirty days, and not a millisecond before", async () => {
  const trial = await keeping();
  const subscription = await trial.buy();
  await trial.settle();
  const old = await trial.delivered();
  trial.day(20);
  await trial.world.become(subscription, "ended");
  await trial.settle();
  assert.equal(await trial.stands(), "canceled free");
  trial.day(45);
  const young = await trial.delivered();
  trial.day(50, -1);
  assert.equal(await trial.isKept(old), true);
  trial.day(50);
  assert.equal(await trial.isKept(old), false);
  assert.equal(await trial.isKept(young), true);
});

Deno.test("who buys again within thirty days loses nothing", async () => {
  const trial = await keeping();
  const subscription = await trial.buy();
  await trial.settle();
  const id = await trial.delivered();
  trial.day(10);
  await trial.world.become(subscription, "ended");
  await trial.settle();
  trial.day(39);
  assert.equal(await trial.isKept(id), true);
  await trial.buy();
  await trial.settle();
  trial.day(70);
  assert.equal(await trial.isKept(id), true);
});

Deno.test("while a company is suspended nothing goes that it wanted kept", async () => {
  const trial = await keeping();
  const subscription = await trial.buy();
  await trial.settle();
  const id = await trial.delivered();
  await trial.world.become(subscription, "unpaid");
  await trial.settle();
  trial.day(100);
  assert.equal(await trial.stands(), "suspended nothing");
  assert.equal(await trial.isKept(id), true);
  trial.day(365, 1);
  assert.equal(await trial.isKept(id), false);
});

Deno.test("what waits for room is kept, however little the plan keeps", async () => {
  const trial = await openLimitTrial({
    free: { recordsPerMonth: 0, retentionDays: 7 },
  });
  const till = await trial.webhooks();
  await trial.hook(till, "a");
  await trial.deliver(["b"]);
  await trial.upload(["c"]);
  await trial.runJobs();
  trial.clock.advance(200 * DAY_MS);
  const keeper = openTaskScope(trial.scope.tenantId, "retention");
  value(await applyRetention(trial.deps, keeper));
  await trial.buy();
  await trial.settle();
  assert.deepEqual((await trial.stored()).toSorted(), ["a", "b", "c"]);
});
