import assert from "node:assert/strict";
import type { Deps } from "../../ports/deps.ts";
import { startCheckout } from "../../src/billing/use_cases/start_checkout.ts";
import { onPools } from "../support/limit_trial_pools.ts";
import { value } from "../support/trial.ts";

const PROCESSES_TIMES_TEN = 30;

Deno.test("PostgreSQL: of thirty who come to the checkout at once after the customer was deleted all are one other customer, and late messages are nobody's", async () => {
  await onPools({}, async ({ trial, as }) => {
    const { deps, scope, world } = trial;
    await trial.buy();
    await trial.sync();
    const old = await trial.customer();
    assert.equal(await trial.stands(), "active team");
    await world.deleteCustomer(old);
    const customers: string[] = [];
    const noting = (one: Deps): Deps => ({
      ...one,
      payments: {
        ...one.payments,
        checkout(request) {
          if (request.customer !== old) customers.push(request.customer);
          return one.payments.checkout(request);
        },
      },
    });
    const pages = await Promise.all(
      Array.from(
        { length: PROCESSES_TIMES_TEN },
        (_, n) =>
          startCheckout(noting(as(n)), scope, {
            plan: "team",
            interval: null,
            returnUrl: "https://balance.example/billing",
            idempotencyKey: null,
          }),
      ),
    );
    for (const page of pages) value(page);
    const { account } = await trial.billing();
    const { customer, hinted, synced } = account!;
    assert.notEqual(customer, old);
    assert.deepEqual(customers, Array(PROCESSES_TIMES_TEN).fill(customer));
    assert.equal(hinted, synced);
    assert.equal(await trial.stands(), "canceled free");
    assert.deepEqual(
      [
        await deps.directory.tenantOfCustomer("memory", old),
        await deps.directory.tenantOfCustomer("memory", customer),
      ],
      [undefined, scope.tenantId],
    );
    for (const late of await world.messages()) {
      assert.equal(await trial.heard(late), "unclaimed");
    }
    const { account: after } = await trial.billing();
    assert.deepEqual(after, account);
    assert.equal((await trial.facts("SUBSCRIPTION_CHANGED")).length, 2);
  });
});
