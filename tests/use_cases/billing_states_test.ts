import assert from "node:assert/strict";
import type { Payments } from "../../ports/payments.ts";
import { paymentFailures } from "../../src/billing/payment_failures.ts";
import { syncBilling } from "../../src/billing/use_cases/sync_billing.ts";
import { attemptJob } from "../../src/events/attempt_job.ts";
import { fail } from "../../src/kernel/result.ts";
import { openTaskScope } from "../../src/tenancy/use_cases/open_task_scope.ts";
import { plusMs } from "../../src/kernel/instant.ts";
import { openBillingTrial } from "../support/billing_trial.ts";

const DAY_MS = 86_400_000;

Deno.test("whoever buys has the plan once the provider says so, and loses it when it ends", async () => {
  const trial = await openBillingTrial();
  assert.equal(await trial.stands(), "active free");
  const id = await trial.buy();
  assert.equal(await trial.stands(), "active free");
  await trial.settle();
  assert.equal(await trial.stands(), "active team");
  await trial.world.reprice(id, trial.world.prices[1]);
  await trial.settle();
  assert.equal(await trial.stands(), "active scale");
  await trial.world.become(id, "ended");
  await trial.settle();
  assert.equal(await trial.stands(), "canceled free");
  assert.deepEqual(await trial.facts("SUBSCRIPTION_CHANGED"), [
    {
      before: null,
      after: { state: "active", plan: "team" },
      grace_ends_at: null,
    },
    {
      before: { state: "active", plan: "team" },
      after: { state: "active", plan: "scale" },
      grace_ends_at: null,
    },
    {
      before: { state: "active", plan: "scale" },
      after: { state: "canceled", plan: "free" },
      grace_ends_at: null,
    },
  ]);
});

Deno.test("what is owed suspends when the grace is over, though no provider says a word", async () => {
  const trial = await openBillingTrial();
  const id = await trial.buy();
  await trial.settle();
  await trial.world.become(id, "past_due");
  await trial.settle();
  assert.equal(await trial.stands(), "past_due team");
  const { standing } = await trial.billing();
  const graceEndsAt = plusMs(trial.clock.now(), 14 * DAY_MS);
  assert.equal(standing.graceEndsAt, graceEndsAt);
  trial.clock.set(graceEndsAt);
  assert.equal(await trial.stands(), "suspended nothing");
  await trial.runJobs();
  const changes = await trial.facts("SUBSCRIPTION_CHANGED");
  assert.deepEqual(changes.at(-1), {
    before: { state: "past_due", plan: "team" },
    after: { state: "suspended", plan: null },
    grace_ends_at: null,
  });
  await trial.world.become(id, "active");
  await trial.settle();
  assert.equal(await trial.stands(), "active team");
});

Deno.test("a message that comes twice is asked about once, one of a strange type never, and one about nobody not at all", async () => {
  const trial = await openBillingTrial();
  const customer = await trial.customer();
  await trial.buy();
  const [message] = await trial.world.messages();
  assert.equal(await trial.heard(message!), "first");
  assert.equal(await trial.heard(message!), "duplicate");
  const strange = await trial.world.strangeMessage(customer);
  assert.equal(await trial.heard(strange), "unknown_type");
  const other = await trial.world.strangeMessage("cus_nobody");
  assert.equal(await trial.heard(other), "unclaimed");
  const { account } = await trial.billing();
  assert.deepEqual([account!.hinted, account!.synced], [1, 0]);
  await trial.runJobs();
  assert.equal(await trial.stands(), "active team");
});

Deno.test("while the provider is away a job waits for it, and nothing it told is lost", async () => {
  const trial = await openBillingTrial();
  await trial.buy();
  trial.world.trouble("broken", 1);
  for (const one of await trial.world.messages()) await trial.heard(one);
  await assert.rejects(trial.runJobs(), { name: "PaymentsDown", outage: true });
  assert.equal(await trial.stands(), "active free");
  trial.clock.set(plusMs(trial.clock.now(), 60_000));
  await trial.runJobs();
  assert.equal(await trial.stands(), "active team");
});

Deno.test("a key of ours that is not good any more is an outage, of which the log names the provider's word", async () => {
  const trial = await openBillingTrial();
  await trial.buy();
  for (const one of await trial.world.messages()) await trial.heard(one);
  const { tenantId } = trial.scope;
  const tried = async (facts: { readonly code?: string }) => {
    const payments: Payments = {
      ...trial.deps.payments,
      subscriptionsOf: () =>
        Promise.resolve(fail(paymentFailures.unavailable(facts))),
    };
    const task = { kind: "sync_billing" } as const;
    const job = { id: `sync_billing-${"0".repeat(32)}`, tenantId, task };
    return await attemptJob(job, () =>
      syncBilling(
        { ...trial.deps, payments },
        openTaskScope(tenantId, "billing"),
        job,
      ));
  };
  const outage = { kind: "retry", afterMs: 0, outage: true };
  assert.deepEqual(await tried({ code: "api_key_expired" }), {
    ...outage,
    errorClass: "PaymentsDown api_key_expired",
    reason: "PaymentsDown api_key_expired was thrown",
  });
  assert.deepEqual(await tried({}), {
    ...outage,
    errorClass: "PaymentsDown",
    reason: "PaymentsDown was thrown",
  });
  await trial.runJobs();
  assert.equal(await trial.stands(), "active team");
});
