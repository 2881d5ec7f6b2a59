import assert from "node:assert/strict";
import type { CheckoutRequest, Payments } from "../../ports/payments.ts";
import { listInvoices } from "../../src/billing/use_cases/list_invoices.ts";
import { openPortal } from "../../src/billing/use_cases/open_portal.ts";
import { startCheckout } from "../../src/billing/use_cases/start_checkout.ts";
import { reconcileBilling } from "../../src/main/reconcile_billing.ts";
import { openBillingTrial } from "../support/billing_trial.ts";
import { Crash, dying, untilDone } from "../support/crash.ts";
import { value } from "../support/trial.ts";

const LOOKING = {
  returnUrl: "https://balance.example/billing",
  idempotencyKey: null,
};
const BUYING = { plan: "team", interval: null, ...LOOKING };
const [OLD, NEW] = ["cus_000000001", "cus_000000002"];

/** A company that subscribed, and whose checkouts from then on are noted. */
async function openSubscribed() {
  const trial = await openBillingTrial();
  await trial.buy();
  await trial.settle();
  assert.equal(await trial.stands(), "active team");
  const asked: CheckoutRequest[] = [];
  const payments: Payments = {
    ...trial.deps.payments,
    checkout(request) {
      asked.push(request);
      return trial.deps.payments.checkout(request);
    },
  };
  const deps = { ...trial.deps, payments };
  return {
    ...trial,
    deps,
    asked,
    checkout: () => startCheckout(deps, trial.scope, BUYING),
    account: async () => (await trial.billing()).account!,
    /** Customers and days of trial that a checkout was asked for with. */
    bought: () => asked.map(({ customer, trialDays }) => [customer, trialDays]),
    states: async () =>
      (await trial.facts("SUBSCRIPTION_CHANGED"))
        .map(({ after }) => (after as { readonly state: string }).state),
  };
}

Deno.test("a company whose customer somebody deleted stands as canceled, and buys again as another customer", async () => {
  const trial = await openSubscribed();
  await trial.world.deleteCustomer(OLD);
  await trial.settle();
  assert.equal(await trial.stands(), "canceled free");
  const portal = await openPortal(trial.deps, trial.scope, LOOKING);
  assert.equal(!portal.ok && portal.failure.kind, "payments.customer_gone");
  const page = { limit: 10, cursor: null };
  const invoices = await listInvoices(trial.deps, trial.scope, page);
  assert.equal(value(invoices).data.length, 1);
  assert.equal((await trial.account()).customer, OLD, "nobody bought yet");

  value(await trial.checkout());
  assert.deepEqual(trial.bought(), [[OLD, 0], [NEW, 0]]);
  const { customer, subscriptions } = await trial.account();
  assert.deepEqual(
    [customer, subscriptions.map(({ status }) => status)],
    [NEW, ["ended"]],
  );
  const { directory } = trial.deps;
  assert.deepEqual(
    [
      await directory.tenantOfCustomer("memory", OLD),
      await directory.tenantOfCustomer("memory", NEW),
    ],
    [undefined, trial.scope.tenantId],
  );
  value(await openPortal(trial.deps, trial.scope, LOOKING));

  await trial.buy();
  await trial.settle();
  assert.equal(await trial.stands(), "active team");
  assert.deepEqual(await trial.states(), ["active", "canceled", "active"]);
  assert.equal((await trial.facts("BILLING_ACCOUNT_CREATED")).length, 1);
  const report = await reconcileBilling(trial.deps);
  assert.deepEqual([report!.drift, report!.unclaimed], [[], []]);
});

Deno.test("who comes to the checkout before the message that the customer was deleted buys as another, and the message changes nothing", async () => {
  const trial = await openSubscribed();
  await trial.world.deleteCustomer(OLD);
  assert.equal(await trial.stands(), "active team");
  value(await trial.checkout());
  assert.equal(await trial.stands(), "canceled free");
  assert.deepEqual(trial.bought(), [[OLD, 0], [NEW, 0]]);
  const before = await trial.account();
  const late = await trial.world.messages();
  assert.deepEqual(
    await Promise.all(late.map(trial.heard)),
    ["unclaimed", "unclaimed"],
  );
  await trial.runJobs();
  assert.deepEqual(await trial.account(), before);
  assert.deepEqual(await trial.states(), ["active", "canceled"]);
});

Deno.test("whoever takes the place of a customer and has a subscription buys no second one", async () => {
  const trial = await openSubscribed();
  const { tenantId } = trial.scope;
  await trial.world.deleteCustomer(OLD);
  // Somebody of ours made another customer of the company by hand, and kept that one.
  const other = value(
    await trial.deps.payments.customerOf({
      tenantId,
      name: "",
      email: "",
      gone: OLD,
    }),
  );
  const tenant = { customer: other, tenantId };
  await trial.world.subscribe(tenant, trial.world.prices[1]);
  const refused = await trial.checkout();
  assert.equal(!refused.ok && refused.failure.kind, "billing.subscribed");
  assert.deepEqual(trial.bought(), [[OLD, 0]]);
  assert.equal(await trial.stands(), "active scale");
});

Deno.test("of ten who come to the checkout at once after the customer was deleted all are the same customer", async () => {
  const trial = await openSubscribed();
  await trial.world.deleteCustomer(OLD);
  const pages = await Promise.all(
    Array.from({ length: 10 }, () => trial.checkout()),
  );
  assert.equal(new Set(pages.map((page) => value(page).url)).size, 10);
  const others = trial.asked.filter(({ customer }) => customer !== OLD);
  assert.deepEqual(
    others.map(({ customer }) => customer),
    Array(10).fill(NEW),
  );
  assert.equal((await trial.account()).customer, NEW);
});

Deno.test("while the provider is away nobody takes a customer's place, and who is gone over and over is refused and not asked for for ever", async () => {
  const trial = await openSubscribed();
  await trial.world.deleteCustomer(OLD);
  const { payments } = trial.deps;
  const away: Payments = {
    ...payments,
    customerOf(tenant) {
      trial.world.trouble("broken", 1);
      return payments.customerOf(tenant);
    },
  };
  const lost = await startCheckout(
    { ...trial.deps, payments: away },
    trial.scope,
    BUYING,
  );
  assert.equal(!lost.ok && lost.failure.kind, "payments.unavailable");
  assert.equal((await trial.account()).customer, OLD);
  const hasty: Payments = {
    ...payments,
    async checkout(request) {
      await trial.world.deleteCustomer(request.customer);
      return await payments.checkout(request);
    },
  };
  trial.asked.length = 0;
  const gone = await startCheckout(
    { ...trial.deps, payments: hasty },
    trial.scope,
    BUYING,
  );
  assert.equal(!gone.ok && gone.failure.kind, "payments.customer_gone");
  assert.deepEqual(trial.bought(), [[OLD, 0], [NEW, 0]]);
});

Deno.test("a checkout of a gone customer that died goes on with one other customer, wherever it died", async () => {
  let deaths = 0;
  for (const when of ["before", "inside", "after"] as const) {
    for (let nth = 1;; nth++) {
      const trial = await openSubscribed();
      await trial.world.deleteCustomer(OLD);
      const unit = dying(trial.deps.uow, nth, when);
      const mortal = { ...trial.deps, uow: unit.uow };
      await untilDone(async () => {
        value(await startCheckout(mortal, trial.scope, BUYING));
      });
      const { customer, hinted, synced } = await trial.account();
      assert.deepEqual([customer, hinted], [NEW, synced], `${when} ${nth}`);
      assert.equal(await trial.stands(), "canceled free");
      assert.deepEqual(await trial.states(), ["active", "canceled"]);
      if (!unit.died()) break;
      deaths++;
    }
  }
  assert.equal(deaths, 3 * 10);
});

Deno.test("another customer that was made, and of whom we never heard, is the one that the next checkout is given", async () => {
  const trial = await openSubscribed();
  await trial.world.deleteCustomer(OLD);
  const { payments } = trial.deps;
  const named: (string | null)[] = [];
  const dead: Payments = {
    ...payments,
    async customerOf(tenant) {
      named.push(tenant.gone);
      await payments.customerOf(tenant);
      throw new Crash();
    },
  };
  const deps = { ...trial.deps, payments: dead };
  await assert.rejects(startCheckout(deps, trial.scope, BUYING), Crash);
  assert.deepEqual(named, [OLD]);
  value(await trial.checkout());
  assert.equal((await trial.account()).customer, NEW);
});
