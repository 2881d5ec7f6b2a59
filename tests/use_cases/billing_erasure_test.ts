import assert from "node:assert/strict";
import type { Payments } from "../../ports/payments.ts";
import { paymentFailures } from "../../src/billing/payment_failures.ts";
import { fail } from "../../src/kernel/result.ts";
import type { SubscriptionStatus } from "../../src/billing/subscription.ts";
import { reconcileBilling } from "../../src/main/reconcile_billing.ts";
import { verifyEvents } from "../../src/events/use_cases/verify_events.ts";
import { eraseTenant } from "../../src/privacy/use_cases/erase_tenant.ts";
import { requestTenantErasure } from "../../src/privacy/use_cases/request_tenant_erasure.ts";
import { openTaskScope } from "../../src/tenancy/use_cases/open_task_scope.ts";
import { openBillingTrial } from "../support/billing_trial.ts";
import { openCompany } from "../support/company.ts";
import { Crash, type CrashPoint, dying, untilDone } from "../support/crash.ts";
import { incoming, value } from "../support/trial.ts";

/** A company that pays for one thing, owes for another, and once had a third; and another one that pays, too. */
async function openPaying() {
  const trial = await openBillingTrial();
  const { deps, world, scope } = trial;
  const bought: string[] = [];
  for (const status of ["active", "past_due", "ended"] as const) {
    const id = await trial.buy();
    if (status !== "active") await world.become(id, status);
    bought.push(id);
  }
  const other = await openCompany(deps, "Otter");
  await world.subscribe(other, world.prices[1]);
  await trial.send(incoming());
  await trial.settle();
  const tenant = { customer: await trial.customer(), tenantId: scope.tenantId };
  return {
    ...trial,
    other,
    customer: tenant.customer,
    request: async () =>
      value(await requestTenantErasure(deps, scope, "Foxglove Joinery")),
    /** How its subscriptions stand at the provider, and those of the other one. */
    async theirs(): Promise<readonly (readonly SubscriptionStatus[])[]> {
      const both = [
        await deps.payments.subscriptionsOf(tenant),
        await deps.payments.subscriptionsOf(other),
      ];
      return both.map((of) => value(of).map(({ status }) => status));
    },
    isErased: async () =>
      (await trial.events()).some(({ type }) => type === "TENANT_ERASED"),
  };
}

const RUNS = [["active", "past_due", "ended"], ["active"]];
const CLOSED = [["ended", "ended", "ended"], ["active"]];

Deno.test("with a company all that it pays for ends, and nobody else's; what the provider says of it later is nobody's", async () => {
  const trial = await openPaying();
  await trial.request();
  assert.deepEqual(await trial.theirs(), RUNS);
  await trial.runJobs();
  assert(await trial.isErased());
  assert.deepEqual(await trial.theirs(), CLOSED);
  const { directory } = trial.deps;
  const { customer, scope: { tenantId } } = trial;
  assert.equal(
    await directory.tenantOfCustomer("memory", customer),
    undefined,
  );
  assert.equal(await directory.billingAccount(tenantId, "memory"), undefined);
  const heard: string[] = [];
  for (const one of await trial.world.messages()) {
    heard.push(await trial.heard(one));
  }
  assert.deepEqual(heard, ["unclaimed", "unclaimed"]);
  assert.equal(await trial.runJobs(), 0);
  assert.equal(await trial.other.stands(), "active scale");
  const report = await reconcileBilling(trial.deps);
  assert.deepEqual([report!.accounts, report!.unclaimed], [1, []]);
});

Deno.test("while the provider is away a company is not forgotten, and when it is back the erasure goes on", async () => {
  const trial = await openPaying();
  await trial.request();
  const away = { name: "PaymentsDown", outage: true };
  for (let i = 0; i < 2; i++) {
    trial.world.trouble("broken", 1);
    await assert.rejects(trial.runJobs(), away);
    assert(!await trial.isErased());
    assert.deepEqual(await trial.theirs(), RUNS);
    assert.equal(
      await trial.deps.directory.tenantOfCustomer("memory", trial.customer),
      trial.scope.tenantId,
    );
  }
  await trial.runJobs();
  assert(await trial.isErased());
  assert.deepEqual(await trial.theirs(), CLOSED);
});

Deno.test("where the provider refuses to end what a company pays for, the erasure fails, and can be done later", async () => {
  const trial = await openPaying();
  const { deps, scope } = trial;
  await trial.request();
  const refusing = {
    ...deps.payments,
    close: () => Promise.resolve(fail(paymentFailures.refused())),
  } satisfies Payments;
  const task = openTaskScope(scope.tenantId, "erase_tenant");
  const refused = await eraseTenant(
    { ...deps, payments: refusing },
    task,
    { id: "" },
  );
  assert.equal(!refused.ok && refused.failure.kind, "payments.refused");
  assert(!await trial.isErased());
  assert.deepEqual(await trial.theirs(), RUNS);
  value(await eraseTenant(deps, task, { id: "" }));
  assert(await trial.isErased());
  assert.deepEqual(await trial.theirs(), CLOSED);
});

Deno.test("a company that may still pay at a provider who is configured no more is not forgotten", async () => {
  const trial = await openPaying();
  const { deps, scope } = trial;
  await trial.request();
  const elsewhere = {
    ...deps,
    payments: { ...deps.payments, provider: "another" },
  };
  const task = openTaskScope(scope.tenantId, "erase_tenant");
  const refused = await eraseTenant(elsewhere, task, { id: "" });
  assert.deepEqual(!refused.ok && refused.failure.facts, {
    code: "other_provider",
    provider: "memory",
  });
  assert(!await trial.isErased());
  value(await eraseTenant(deps, task, { id: "" }));
  assert.deepEqual(await trial.theirs(), CLOSED);

  const left = await openBillingTrial();
  await left.world.become(await left.buy(), "ended");
  await left.settle();
  value(await requestTenantErasure(left.deps, left.scope, "Foxglove Joinery"));
  value(
    await eraseTenant(
      { ...left.deps, payments: elsewhere.payments },
      openTaskScope(left.scope.tenantId, "erase_tenant"),
      { id: "" },
    ),
  );
  assert.deepEqual(
    (await left.events()).filter(({ type }) => type === "TENANT_ERASED").length,
    1,
  );
});

/** Erases; the process dies once, around a unit or around the closing of the account. */
async function story(
  { nth = Infinity, when = "after", atClosing = null }: {
    readonly nth?: number;
    readonly when?: CrashPoint;
    readonly atClosing?: CrashPoint | null;
  },
) {
  const trial = await openPaying();
  const { deps, scope } = trial;
  await trial.request();
  const unit = dying(deps.uow, nth, when);
  let closings = 0;
  const payments: Payments = {
    ...deps.payments,
    async close(tenant) {
      const dies = closings++ === 0 && atClosing !== null;
      if (dies && atClosing === "before") throw new Crash();
      const closed = await deps.payments.close(tenant);
      if (dies) throw new Crash();
      return closed;
    },
  };
  const task = openTaskScope(scope.tenantId, "erase");
  const mortal = { ...deps, uow: unit.uow, payments };
  await untilDone(async () =>
    value(await eraseTenant(mortal, task, { id: "job" }))
  );
  const events = await trial.events();
  return {
    died: unit.died(),
    closings,
    end: {
      theirs: await trial.theirs(),
      known: await deps.directory.tenantOfCustomer("memory", trial.customer),
      erased: events.filter(({ type }) => type === "TENANT_ERASED").length,
      verified: value(await verifyEvents(deps, scope)).ok,
      other: await trial.other.stands(),
    },
  };
}

Deno.test("wherever the erasure dies, the company pays for nothing in the end, and no trace of the customer is left", async () => {
  const { end: whole, closings } = await story({});
  assert.deepEqual(whole, {
    theirs: CLOSED,
    known: undefined,
    erased: 1,
    verified: true,
    other: "active scale",
  });
  assert.equal(closings, 1);
  for (const atClosing of ["before", "after"] as const) {
    const { end, closings } = await story({ atClosing });
    assert.deepEqual(end, whole, `${atClosing} closing`);
    assert.equal(closings, 2);
  }
  let deaths = 0;
  for (const when of ["before", "inside", "after"] as const) {
    for (let nth = 1;; nth++) {
      const { died, end } = await story({ nth, when });
      if (!died) break;
      deaths++;
      assert.deepEqual(end, whole, `${when} unit ${nth}`);
    }
  }
  assert(deaths >= 12, `only ${deaths} crash points were reached`);
});
