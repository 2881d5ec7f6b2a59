import assert from "node:assert/strict";
import type { Payments } from "../../ports/payments.ts";
import type { Drift } from "../../src/billing/drift.ts";
import { reconcileBilling } from "../../src/main/reconcile_billing.ts";
import { openBillingTrial } from "../support/billing_trial.ts";
import { openCompany } from "../support/company.ts";
import { sampleIds } from "../support/samples.ts";

type Trial = Awaited<ReturnType<typeof openBillingTrial>>;

/** The report of a round that found nothing, with what it did find. */
function report(
  given: Partial<Awaited<ReturnType<typeof reconcileBilling>>> = {},
) {
  return {
    accounts: 1,
    subscriptions: 1,
    drift: [],
    repaired: 0,
    unreadable: [],
    unclaimed: [],
    unknown_types: {},
    unsure_reports: [],
    refused_reports: [],
    failed: [],
    ...given,
  };
}

/** A round, which found that and mended it, and a second one that finds nothing. */
async function mends(
  { deps, scope: { tenantId: tenant_id } }: Trial,
  ...drift: readonly Drift[]
): Promise<void> {
  const found = drift.map((one) => ({ ...one, tenant_id }));
  const subscriptions = 1;
  assert.deepEqual(
    await reconcileBilling(deps),
    report({ subscriptions, drift: found, repaired: 1 }),
  );
  assert.deepEqual(await reconcileBilling(deps), report({ subscriptions }));
}

Deno.test("where every message was lost, a round finds what changed at the provider, and the company stands by it", async () => {
  const trial = await openBillingTrial();
  const { world } = trial;
  const subscription = await trial.buy();
  const differs = { subscription, kind: "differs" } as const;
  await mends(trial, {
    subscription,
    kind: "new",
    ours: null,
    theirs: "active",
  });
  assert.equal(await trial.stands(), "active team");

  await world.reprice(subscription, world.prices[1]);
  await mends(trial, { ...differs, ours: "active", theirs: "active" });
  assert.equal(await trial.stands(), "active scale");

  await world.become(subscription, "past_due");
  await mends(trial, { ...differs, ours: "active", theirs: "past_due" });
  assert.equal(await trial.stands(), "past_due scale");

  await world.become(subscription, "active");
  await mends(trial, { ...differs, ours: "past_due", theirs: "active" });
  assert.equal(await trial.stands(), "active scale");

  await world.endWithPeriod(subscription);
  await mends(trial, { ...differs, ours: "active", theirs: "active" });
  const { standing } = await trial.billing();
  assert.equal(standing.subscription!.endsAt, "2026-02-01T03:04:05.000Z");

  await world.become(subscription, "paused");
  await mends(trial, { ...differs, ours: "active", theirs: "paused" });
  assert.equal(await trial.stands(), "suspended nothing");

  await world.become(subscription, "ended");
  await mends(trial, { ...differs, ours: "paused", theirs: "ended" });
  assert.equal(await trial.stands(), "canceled free");

  const states = (await trial.facts("SUBSCRIPTION_CHANGED"))
    .map(({ after }) => (after as { readonly state: string }).state);
  assert.deepEqual(states, [
    "active",
    "active",
    "past_due",
    "active",
    "suspended",
    "canceled",
  ]);
  // What was lost may come after all.
  await trial.settle();
  assert.equal(await trial.stands(), "canceled free");
  assert.deepEqual(await reconcileBilling(trial.deps), report());
});

Deno.test("what the provider lists no more is told at each round, and goes on as it is", async () => {
  const trial = await openBillingTrial();
  const subscription = await trial.buy();
  await trial.settle();
  const payments: Payments = {
    ...trial.deps.payments,
    subscriptions: () =>
      Promise.resolve({ ok: true, value: { data: [], nextCursor: null } }),
    subscriptionsOf: () => Promise.resolve({ ok: true, value: [] }),
  };
  const { tenantId: tenant_id } = trial.scope;
  for (let i = 0; i < 2; i++) {
    assert.deepEqual(
      await reconcileBilling({ ...trial.deps, payments }),
      report({
        subscriptions: 0,
        drift: [{
          subscription,
          kind: "missing",
          ours: "active",
          theirs: null,
          tenant_id,
        }],
      }),
    );
    assert.equal(await trial.stands(), "active team");
  }
  assert.deepEqual(await reconcileBilling(trial.deps), report());
});

Deno.test("a subscription of nobody here, or bought for another than its customer, is told as nobody's while it goes on", async () => {
  const trial = await openBillingTrial();
  const { world, scope: { tenantId } } = trial;
  const own = await trial.buy();
  await trial.settle();
  const customer = await trial.customer();
  const strange = [
    await world.subscribe(
      { customer, tenantId: sampleIds.next("ten") },
      world.prices[1],
    ),
    await world.subscribe({ customer: "cus_x", tenantId }, world.prices[1]),
  ];
  const over = await world.subscribe(
    { customer: "cus_x", tenantId },
    world.prices[1],
  );
  await world.become(over, "ended");
  const found = report({ subscriptions: 4, unclaimed: strange });
  assert.deepEqual(await reconcileBilling(trial.deps), found);
  await trial.settle();
  assert.deepEqual(await reconcileBilling(trial.deps), found);
  const { account } = await trial.billing();
  assert.deepEqual(account!.subscriptions.map(({ id }) => id), [own]);
  assert.equal(await trial.stands(), "active team");
});

Deno.test("time that changed how a company stands is noticed by a round too", async () => {
  const trial = await openBillingTrial();
  await trial.world.become(await trial.buy(), "past_due");
  await trial.settle();
  trial.clock.advance(14 * 86_400_000);
  assert.deepEqual(
    await reconcileBilling(trial.deps),
    report({ repaired: 1 }),
  );
  const [, suspended, ...more] = await trial.facts("SUBSCRIPTION_CHANGED");
  assert.deepEqual([suspended!["after"], more], [
    { state: "suspended", plan: null },
    [],
  ]);
  assert.deepEqual(await reconcileBilling(trial.deps), report());
});

Deno.test("events of types that are not heard are counted over all companies, by type", async () => {
  const trial = await openBillingTrial();
  const { deps, world } = trial;
  const other = await openCompany(deps, "Otter");
  const customer = await trial.customer();
  for (const one of [customer, customer, other.customer]) {
    await trial.heard(await world.strangeMessage(one));
  }
  const found = report({
    accounts: 2,
    subscriptions: 0,
    unknown_types: { "customer.greeted": 3 },
  });
  assert.deepEqual(await reconcileBilling(deps), found);
});
