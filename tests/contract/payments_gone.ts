import assert from "node:assert/strict";
import type { PayingTenant } from "../../ports/payments.ts";
import type { PaymentsSubject } from "./payments.ts";
import {
  assertInstant,
  assertPage,
  kindOf,
  paymentsClient,
  RETURN_URL,
  valueOf,
} from "./payments_client.ts";

/** Customers that somebody deleted at the provider, and those that take their place. */
export async function goneContract(
  t: Deno.TestContext,
  subject: PaymentsSubject,
): Promise<void> {
  const { payments, world } = subject;
  const [price, otherPrice] = world.prices;
  const { customer, only, subscriptionsOf, read } = paymentsClient(subject);
  const checkout = (tenant: PayingTenant) =>
    payments.checkout({
      ...tenant,
      price,
      usagePrice: null,
      trialDays: 0,
      returnUrl: RETURN_URL,
      idempotencyKey: "buy-once",
    });
  const portal = ({ customer }: PayingTenant) =>
    payments.portal({
      customer,
      returnUrl: RETURN_URL,
      idempotencyKey: "look-once",
    });
  const anew = ({ tenantId, customer }: PayingTenant, isKnown = true) =>
    payments.customerOf({
      tenantId,
      name: "Foxglove Joinery",
      email: `${tenantId}@foxglove.example`,
      gone: isKnown ? customer : null,
    });

  await t.step(
    "a customer that somebody deleted has what it had, ended, and can neither buy nor change anything",
    async () => {
      const tenant = await customer();
      const page = { limit: 10, cursor: null };
      const id = await world.subscribe(tenant, price);
      const invoices = await payments.invoices(tenant.customer, page);
      await world.messages();
      await world.deleteCustomer(tenant.customer);
      const { status, endedAt, ...rest } = await only(tenant);
      assert.deepEqual([rest.id, status, rest.endsAt], [id, "ended", null]);
      assertInstant(endedAt!);
      for (let i = 0; i < 2; i++) {
        const refused = [await checkout(tenant), await portal(tenant)];
        assert.deepEqual(
          refused.flatMap(kindOf),
          Array(2).fill("payments.customer_gone"),
        );
      }
      assert.deepEqual(
        await payments.invoices(tenant.customer, page),
        invoices,
      );
      const told = await Promise.all((await world.messages()).map(read));
      const heard = told.filter(({ known }) => known);
      assert.deepEqual(
        new Set(heard.map(({ customer }) => customer)),
        new Set([tenant.customer]),
      );
    },
  );

  await t.step(
    "a tenant whose customer is gone is one customer again, asked ten times at once and later, and buys as that one",
    async () => {
      const tenant = await customer();
      const other = await customer();
      const first = await world.subscribe(tenant, price);
      await world.deleteCustomer(tenant.customer);
      const told = await Promise.all(
        Array.from({ length: 10 }, () => anew(tenant)),
      );
      const again = { ...tenant, customer: valueOf(told[0]!) };
      assert.deepEqual(
        [...told, await anew(tenant), await anew(tenant, false)],
        Array(12).fill(told[0]),
      );
      assertPage(valueOf(await checkout(again)).url);
      const second = await world.subscribe(again, otherPrice);
      const isSame = again.customer === tenant.customer;
      assert.deepEqual(
        (await subscriptionsOf(again)).map(({ id, status }) => [id, status]),
        [...isSame ? [[first, "ended"]] : [], [second, "active"]],
      );
      assertPage(valueOf(await portal(again)).url);
      assert.notEqual(other.customer, again.customer);
    },
  );

  await t.step(
    "a tenant whose customer is gone twice is one customer each time, also where nobody here knew of one of them",
    async () => {
      const tenant = await customer();
      await world.deleteCustomer(tenant.customer);
      const second = { ...tenant, customer: valueOf(await anew(tenant)) };
      await world.deleteCustomer(second.customer);
      const third = { ...tenant, customer: valueOf(await anew(second)) };
      assertPage(valueOf(await checkout(third)).url);
      assert.deepEqual(valueOf(await anew(tenant, false)), third.customer);
      assert.deepEqual(valueOf(await anew(tenant)), third.customer);
    },
  );

  await t.step(
    "nobody takes the place of a customer while the provider is in trouble",
    async () => {
      const tenant = await customer();
      await world.deleteCustomer(tenant.customer);
      world.trouble("broken", 1);
      assert.deepEqual(kindOf(await anew(tenant)), ["payments.unavailable"]);
      const again = { ...tenant, customer: valueOf(await anew(tenant)) };
      assertPage(valueOf(await checkout(again)).url);
    },
  );
}
