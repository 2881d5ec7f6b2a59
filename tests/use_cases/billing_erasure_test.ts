import assert from "node:assert/strict";
import type { Payments } from "../../ports/payments.ts";
import { paymentFailures } from "../../src/billing/payment_failures.ts";
import { fail } from "../../src/kernel/result.ts";
import { reconcileBilling } from "../../src/main/reconcile_billing.ts";
import { eraseTenant } from "../../src/privacy/use_cases/erase_tenant.ts";
import { requestTenantErasure } from "../../src/privacy/use_cases/request_tenant_erasure.ts";
import { openTaskScope } from "../../src/tenancy/use_cases/open_task_scope.ts";
import { openBillingTrial } from "../support/billing_trial.ts";
import { value } from "../support/trial.ts";
import { CLOSED, openPaying } from "../support/paying_trial.ts";

const RUNS = [["active", "past_due", "ended"], ["active"]];

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
