import assert from "node:assert/strict";
import type { PaymentFailure } from "../../ports/payments.ts";
import type { Result } from "../../src/kernel/result.ts";
import { sampleIds } from "../support/samples.ts";
import type { PaymentsSubject } from "./payments.ts";
import { kindOf, paymentsClient, RETURN_URL } from "./payments_client.ts";

/** What is told while the provider is in trouble, and what is counted once all the same. */
export async function troubleContract(
  t: Deno.TestContext,
  subject: PaymentsSubject,
): Promise<void> {
  const { payments, meter, world } = subject;
  const [price] = world.prices;
  const { customer, only } = paymentsClient(subject);

  for (const kind of ["busy", "broken", "silent"] as const) {
    await t.step(
      `a provider that is ${kind} is unavailable, and then works`,
      async () => {
        const tenant = await customer();
        const id = await world.subscribe(tenant, price);
        world.trouble(kind, 1);
        const told = await payments.subscriptionsOf(tenant);
        assert.deepEqual(kindOf(told), ["payments.unavailable"]);
        assert.equal((await only(tenant)).id, id);
      },
    );
  }

  await t.step(
    "whatever is asked of a provider in trouble fails, and changes nothing",
    async () => {
      const tenant = await customer();
      const id = await world.subscribe(tenant, price);
      const page = { limit: 10, cursor: null };
      const { customer: its } = tenant;
      const asks: readonly (() => Promise<Result<unknown, PaymentFailure>>)[] =
        [
          () =>
            payments.customerOf({
              tenantId: sampleIds.next("ten"),
              name: "Nobody",
              email: "nobody@foxglove.example",
              gone: null,
            }),
          () =>
            payments.checkout({
              ...tenant,
              price,
              usagePrice: null,
              trialDays: 0,
              returnUrl: RETURN_URL,
              idempotencyKey: null,
            }),
          () =>
            payments.portal({
              customer: its,
              returnUrl: RETURN_URL,
              idempotencyKey: null,
            }),
          () => payments.subscriptions(page),
          () => payments.invoices(its, page),
          () => payments.close(tenant),
        ];
      for (const ask of asks) {
        world.trouble("broken", 1);
        assert.deepEqual(kindOf(await ask()), ["payments.unavailable"]);
      }
      const { status } = await only(tenant);
      assert.deepEqual([id, status], [id, "active"]);
    },
  );

  if (meter) {
    await t.step("what is metered counts once for each id", async () => {
      const tenant = await customer();
      await world.subscribe(tenant, price);
      const { createdAt: at } = await only(tenant);
      const reading = {
        id: sampleIds.next("urp"),
        customer: tenant.customer,
        meter: "records",
        amount: 7,
        at,
      };
      const done = { ok: true, value: null };
      assert.deepEqual(await meter.report(reading), done);
      assert.deepEqual(await meter.report(reading), done);
      assert.equal(subject.metered!(tenant.customer, "records"), 7);
      const more = { ...reading, id: sampleIds.next("urp"), amount: 5 };
      world.trouble("broken", 1);
      assert.deepEqual(kindOf(await meter.report(more)), [
        "payments.unavailable",
      ]);
      assert.deepEqual(await meter.report(more), done);
      assert.equal(subject.metered!(tenant.customer, "records"), 12);
    });
  }
}
