import assert from "node:assert/strict";
import type { Invoice } from "../../src/billing/invoice.ts";
import type { PageRequest } from "../../src/kernel/page.ts";
import { sampleIds } from "../support/samples.ts";
import type { PaymentsSubject } from "./payments.ts";
import {
  all,
  assertInstant,
  assertPage,
  paymentsClient,
  RETURN_URL,
  valueOf,
} from "./payments_client.ts";

/** Customers, the pages on which they pay, and their invoices. */
export async function customersContract(
  t: Deno.TestContext,
  subject: PaymentsSubject,
): Promise<void> {
  const { payments, world } = subject;
  const [price] = world.prices;
  const { customer, subscriptionsOf } = paymentsClient(subject);

  await t.step(
    "a tenant is one customer, asked ten times at once and later",
    async () => {
      const tenantId = sampleIds.next("ten");
      const ask = () =>
        payments.customerOf({
          tenantId,
          name: "Otter Foods",
          email: `${tenantId}@otter.example`,
          gone: null,
        });
      const told = await Promise.all(Array.from({ length: 10 }, ask));
      const [first] = told;
      assert.match(valueOf(first!), /^[\w-]{1,255}$/);
      assert.deepEqual([...told, await ask()], Array(11).fill(first));
    },
  );

  await t.step(
    "a new customer has no subscriptions and no invoices",
    async () => {
      const tenant = await customer();
      assert.deepEqual(await subscriptionsOf(tenant), []);
      assert.deepEqual(
        await payments.invoices(tenant.customer, { limit: 10, cursor: null }),
        { ok: true, value: { data: [], nextCursor: null } },
      );
    },
  );

  await t.step("a checkout and the portal are pages on the web", async () => {
    const tenant = await customer();
    for (const trialDays of [0, 14]) {
      const { url, expiresAt } = valueOf(
        await payments.checkout({
          ...tenant,
          price,
          usagePrice: null,
          trialDays,
          returnUrl: RETURN_URL,
          idempotencyKey: sampleIds.next("key"),
        }),
      );
      assertPage(url);
      if (expiresAt !== null) assertInstant(expiresAt);
    }
    await world.subscribe(tenant, price);
    const portal = await payments.portal({
      customer: tenant.customer,
      returnUrl: RETURN_URL,
      idempotencyKey: null,
    });
    assertPage(valueOf(portal).url);
  });

  await t.step("invoices come page by page, the latest first", async () => {
    const tenant = await customer();
    const ask = (page: PageRequest) => payments.invoices(tenant.customer, page);
    for (let i = 0; i < 5; i++) await world.subscribe(tenant, price);
    const first = valueOf(await ask({ limit: 2, cursor: null }));
    assert.equal(first.data.length, 2);
    assert.notEqual(first.nextCursor, null);
    const pages = await all<Invoice>(ask, 2);
    assert.deepEqual(pages.slice(0, 2), first.data);
    assert.deepEqual(pages, await all<Invoice>(ask, 100));
    assert.equal(new Set(pages.map(({ id }) => id)).size, 5);
    const times = pages.map(({ createdAt }) => createdAt);
    times.forEach(assertInstant);
    assert.deepEqual(times, times.toSorted().reverse());
    for (const { status, total } of pages) {
      assert.equal(status, "paid");
      assert.match(total.minor, /^\d+$/);
      assert.match(total.currency, /^[A-Z]{3}$/);
    }
  });
}
