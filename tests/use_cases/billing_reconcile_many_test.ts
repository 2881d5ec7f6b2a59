import assert from "node:assert/strict";
import type { Payments } from "../../ports/payments.ts";
import { paymentFailures } from "../../src/billing/payment_failures.ts";
import { fail } from "../../src/kernel/result.ts";
import type { PageRequest } from "../../src/kernel/page.ts";
import { reconcileBilling } from "../../src/main/reconcile_billing.ts";
import { openBillingTrial } from "../support/billing_trial.ts";
import { openCompany } from "../support/company.ts";
import { incoming } from "../support/trial.ts";

/** Three companies that bought something of which we heard nothing, one of them nothing. */
async function openThree() {
  const trial = await openBillingTrial();
  const { deps, world } = trial;
  const otter = await openCompany(deps, "Otter");
  const idle = await openCompany(deps, "Idle");
  const first = await trial.buy();
  const second = await world.subscribe(otter, world.prices[1]);
  return {
    ...trial,
    otter,
    idle,
    bought: [first, second],
    stand: async () =>
      await Promise.all([trial.stands(), otter.stands(), idle.stands()]),
  };
}

const UNHEARD = ["active free", "active free", "active free"];
const HEARD = ["active team", "active scale", "active free"];

Deno.test("each company is held against what is its own, and one that is no customer against nothing", async () => {
  const trial = await openThree();
  const [first, second] = trial.bought;
  const found = { kind: "new", ours: null, theirs: "active" };
  const told = await reconcileBilling(trial.deps);
  assert.deepEqual([told!.accounts, told!.subscriptions, told!.repaired], [
    3,
    2,
    2,
  ]);
  assert.deepEqual(told!.drift, [
    { subscription: first, ...found, tenant_id: trial.scope.tenantId },
    { subscription: second, ...found, tenant_id: trial.otter.tenantId },
  ]);
  assert.deepEqual(await trial.stand(), HEARD);
  const none = await openBillingTrial();
  assert.equal((await reconcileBilling(none.deps))!.accounts, 0);
});

Deno.test("all pages are read, a hundred subscriptions on each", async () => {
  const trial = await openBillingTrial();
  const { deps, world, scope: { tenantId } } = trial;
  const tenant = { customer: await trial.customer(), tenantId };
  const ids: string[] = [];
  for (let i = 0; i < 250; i++) {
    ids.push(await world.subscribe(tenant, world.prices[0]));
  }
  const pages: PageRequest[] = [];
  const payments: Payments = {
    ...deps.payments,
    subscriptions(page) {
      pages.push(page);
      return deps.payments.subscriptions(page);
    },
  };
  const told = await reconcileBilling({ ...deps, payments });
  assert.deepEqual(told!.drift.map(({ subscription }) => subscription), ids);
  assert.deepEqual(pages, [
    { limit: 100, cursor: null },
    { limit: 100, cursor: ids[99] },
    { limit: 100, cursor: ids[199] },
  ]);
  const again = await reconcileBilling(deps);
  assert.deepEqual([again!.subscriptions, again!.drift], [250, []]);
});

Deno.test("all pages of the directory are read", async () => {
  const trial = await openThree();
  const { directory } = trial.deps;
  const pages: PageRequest[] = [];
  const told = await reconcileBilling({
    ...trial.deps,
    directory: {
      ...directory,
      payingTenants(provider, page) {
        pages.push(page);
        return directory.payingTenants(provider, { ...page, limit: 2 });
      },
    },
  });
  assert.deepEqual([told!.accounts, told!.repaired], [3, 2]);
  assert.deepEqual(pages, [
    { limit: 500, cursor: null },
    { limit: 500, cursor: trial.otter.tenantId },
  ]);
});

Deno.test("while the provider is away a round changes nothing and says so, and the next one mends all", async () => {
  const trial = await openThree();
  const events = (await trial.events()).length;
  const away = { name: "PaymentsDown", outage: true };
  trial.world.trouble("broken", 1);
  await assert.rejects(reconcileBilling(trial.deps), away);
  assert.equal((await trial.events()).length, events);
  assert.equal((await trial.billing()).account!.hinted, 0);
  assert.deepEqual(await trial.stand(), UNHEARD);
  // It lists all, and is away when it is asked for one company's.
  const payments: Payments = {
    ...trial.deps.payments,
    subscriptionsOf: () => Promise.resolve(fail(paymentFailures.unavailable())),
  };
  await assert.rejects(reconcileBilling({ ...trial.deps, payments }), away);
  assert.deepEqual(await trial.stand(), UNHEARD);
  assert.equal((await reconcileBilling(trial.deps))!.repaired, 2);
  assert.deepEqual(await trial.stand(), HEARD);
});

Deno.test("what the provider refuses of one company is told as not mended, and keeps no other from it", async () => {
  const trial = await openThree();
  const { deps, scope } = trial;
  const payments: Payments = {
    ...deps.payments,
    subscriptionsOf: (tenant) =>
      tenant.tenantId === scope.tenantId
        ? Promise.resolve(fail(paymentFailures.refused()))
        : deps.payments.subscriptionsOf(tenant),
  };
  const told = await reconcileBilling({ ...deps, payments });
  assert.deepEqual([told!.drift.length, told!.repaired], [2, 1]);
  assert.deepEqual(await trial.stand(), [UNHEARD[0], HEARD[1], HEARD[2]]);
});

Deno.test("a round also reports usage, and tells what the provider refuses of it", async () => {
  const trial = await openThree();
  const customer = await trial.customer();
  await trial.send(incoming(), incoming());
  const ids: string[] = [];
  const refusing = {
    report({ id }: { readonly id: string }) {
      ids.push(id);
      return Promise.resolve(fail(paymentFailures.refused()));
    },
  };
  const told = await reconcileBilling({ ...trial.deps, usageMeter: refusing });
  assert.deepEqual(
    [told!.refused_reports, told!.unsure_reports, ids.length],
    [ids, [], 1],
  );
  const again = await reconcileBilling(trial.deps);
  assert.deepEqual(again!.refused_reports, []);
  assert.equal(trial.metered(customer, "balance_records"), 2);
});

Deno.test("a round that is over before all were held tells nothing, and what it mended stays", async () => {
  const trial = await openThree();
  let looks = 0;
  const told = await reconcileBilling(trial.deps, {
    isOver: () => looks++ > 0,
  });
  assert.equal(told, null);
  assert.deepEqual(await trial.stand(), [HEARD[0], UNHEARD[1], UNHEARD[2]]);
});
