import assert from "node:assert/strict";
import type { Directory } from "../../ports/directory.ts";
import type { ListedSubscription, Payments } from "../../ports/payments.ts";
import type { UnitOfWork } from "../../ports/unit_of_work.ts";
import { paymentFailures } from "../../src/billing/payment_failures.ts";
import { fail, ok } from "../../src/kernel/result.ts";
import { reconcileBilling } from "../../src/main/reconcile_billing.ts";
import { openBillingTrial } from "../support/billing_trial.ts";
import { openCompany } from "../support/company.ts";
import { sampleIds } from "../support/samples.ts";
import { incoming } from "../support/trial.ts";

/** Three companies that bought something of which we heard nothing, the middle one in trouble. */
async function openThree() {
  const trial = await openBillingTrial();
  const { deps, world } = trial;
  const otter = await openCompany(deps, "Otter");
  const finch = await openCompany(deps, "Finch");
  await trial.buy();
  const troubled = await world.subscribe(otter, world.prices[1]);
  await world.subscribe(finch, world.prices[1]);
  return {
    ...trial,
    otter,
    troubled,
    stand: () => Promise.all([trial.stands(), otter.stands(), finch.stands()]),
  };
}

/** The provider, whose list is told otherwise. */
function listing(
  payments: Payments,
  otherwise: (one: ListedSubscription) => ListedSubscription,
): Payments {
  return {
    ...payments,
    async subscriptions(page) {
      const told = await payments.subscriptions(page);
      if (!told.ok) return told;
      const { data, nextCursor } = told.value;
      return ok({ data: data.map(otherwise), nextCursor });
    },
  };
}

Deno.test("a subscription with a status that is not known here is told, its company left as it stands, and the others are mended", async () => {
  const trial = await openThree();
  const { deps, otter, troubled } = trial;
  const asked: string[] = [];
  const unread = listing(
    deps.payments,
    (one) => one.id === troubled ? { ...one, subscription: null } : one,
  );
  const payments: Payments = {
    ...unread,
    subscriptionsOf(tenant) {
      asked.push(tenant.tenantId);
      return unread.subscriptionsOf(tenant);
    },
  };
  const told = (await reconcileBilling({ ...deps, payments }))!;
  assert.deepEqual(
    [told.accounts, told.subscriptions, told.drift.length, told.repaired],
    [3, 3, 2, 2],
  );
  assert.deepEqual(
    [told.unreadable, told.unclaimed, told.failed],
    [[troubled], [], []],
  );
  assert(!asked.includes(otter.tenantId), "it could not be read either");
  assert.deepEqual(await trial.stand(), [
    "active team",
    "active free",
    "active scale",
  ]);
  // A version that knows the status makes up for it.
  const after = (await reconcileBilling(deps))!;
  assert.deepEqual([after.unreadable, after.repaired], [[], 1]);
});

Deno.test("of a company whose subscription is not known here any more nothing is told to be missing", async () => {
  const trial = await openBillingTrial();
  const id = await trial.buy();
  await trial.settle();
  const payments = listing(
    trial.deps.payments,
    (one) => ({ ...one, subscription: null }),
  );
  const told = (await reconcileBilling({ ...trial.deps, payments }))!;
  assert.deepEqual([told.unreadable, told.drift], [[id], []]);
  assert.equal(await trial.stands(), "active team");
});

Deno.test("what throws for one company is told by its name alone, and the others are held against the provider and told what they used", async () => {
  const trial = await openThree();
  const { deps, otter } = trial;
  const customer = await trial.customer();
  await trial.send(incoming(), incoming());
  const uow: UnitOfWork = {
    run(permit, work) {
      return permit.tenantId === otter.tenantId
        ? Promise.reject(new RangeError("of Otter Foods"))
        : deps.uow.run(permit, work);
    },
  };
  const errors: unknown[] = [];
  const onError = (error: unknown) => errors.push(error);
  const told = (await reconcileBilling({ ...deps, uow }, { onError }))!;
  assert.deepEqual(told.failed, [
    { tenant_id: otter.tenantId, error: "RangeError" },
  ]);
  assert.deepEqual(errors, [new RangeError("of Otter Foods")]);
  assert.deepEqual(
    [told.accounts, told.repaired, told.unclaimed],
    [3, 2, []],
  );
  assert.equal(trial.metered(customer, "balance_records"), 2);
  assert.deepEqual(await trial.stand(), [
    "active team",
    "active free",
    "active scale",
  ]);
  assert.deepEqual((await reconcileBilling(deps))!.failed, []);
});

Deno.test("a provider that goes away in the middle ends the round at once", async () => {
  const trial = await openThree();
  const { deps } = trial;
  const asked: string[] = [];
  const payments: Payments = {
    ...deps.payments,
    subscriptionsOf({ tenantId }) {
      asked.push(tenantId);
      return Promise.resolve(fail(paymentFailures.unavailable()));
    },
  };
  const errors: unknown[] = [];
  await assert.rejects(
    reconcileBilling({ ...deps, payments }, {
      onError: (error) => errors.push(error),
    }),
    { name: "PaymentsDown" },
  );
  assert.deepEqual([asked, errors], [[trial.scope.tenantId], []]);
});

Deno.test("an account that was asked about after the list was begun is not held against it", async () => {
  const trial = await openBillingTrial();
  const { deps, world } = trial;
  const id = await trial.buy();
  await trial.settle();
  const events = (await trial.events()).length;
  // Between the list's answer and the comparison somebody changes plan, and we hear of it.
  const payments: Payments = {
    ...deps.payments,
    async subscriptions(page) {
      const told = await deps.payments.subscriptions(page);
      trial.clock.advance(1_000);
      await world.reprice(id, world.prices[1]);
      await trial.settle();
      return told;
    },
  };
  const told = (await reconcileBilling({ ...deps, payments }))!;
  assert.deepEqual([told.drift, told.repaired], [[], 0]);
  assert.equal(await trial.stands(), "active scale");
  assert.equal((await trial.events()).length, events + 1);
  const after = (await reconcileBilling(deps))!;
  assert.deepEqual([after.drift, after.repaired], [[], 0]);
});

Deno.test("an account that was asked about just before the list was begun is held against it", async () => {
  const trial = await openBillingTrial();
  const id = await trial.buy();
  await trial.settle();
  await trial.world.reprice(id, trial.world.prices[1]);
  const told = (await reconcileBilling(trial.deps))!;
  assert.deepEqual([told.drift.length, told.repaired], [1, 1]);
});

Deno.test("nobody's are only those to a plan of ours, or for a tenant of ours", async () => {
  const trial = await openBillingTrial();
  const { world, scope: { tenantId } } = trial;
  await trial.customer();
  const strangers = sampleIds.next("ten");
  const buy = (
    tenantId: ListedSubscription["tenantId"] & string,
    price: string,
  ) => world.subscribe({ customer: "cus_x", tenantId }, price);
  await buy(strangers, "price_of_another_product");
  const ours = [
    await buy(strangers, world.prices[0]),
    await buy(tenantId, "price_of_another_product"),
  ];
  const told = (await reconcileBilling(trial.deps))!;
  assert.deepEqual([told.subscriptions, told.unclaimed], [3, ours]);
});

Deno.test("whoever is no customer costs nothing: one page of the directory, and no unit", async () => {
  const trial = await openBillingTrial();
  const { deps } = trial;
  const asked: string[] = [];
  const directory = new Proxy(deps.directory, {
    get(target, name: keyof Directory) {
      asked.push(name);
      return target[name];
    },
  });
  let units = 0;
  const uow: UnitOfWork = {
    run(permit, work) {
      units++;
      return deps.uow.run(permit, work);
    },
  };
  const told = (await reconcileBilling({ ...deps, directory, uow }))!;
  assert.deepEqual([told.accounts, units], [0, 0]);
  assert.deepEqual(asked, ["payingTenants", "tenantIds"]);
});
