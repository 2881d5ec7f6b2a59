import assert from "node:assert/strict";
import { customer } from "../support/payments_trial.ts";
import { asked, stripeTest } from "../support/stripe_trial.ts";

stripeTest(
  "closing looks, cancels what runs, and deletes; a customer that is deleted is left alone",
  async (subject) => {
    const tenant = await customer(subject);
    const { account } = subject.server;
    const [first, second] = [1, 2].map(() =>
      account.subscribe(tenant, ["price_month"]).id
    );
    account.become(first!, "ended");
    await subject.payments.close(tenant);
    await subject.payments.close(tenant);
    const { customer: id } = tenant;
    assert.deepEqual(asked(subject), [
      [`GET /v1/customers/${id}`, {}],
      [`GET /v1/subscriptions?customer=${id}&status=all&limit=100`, {}],
      [`DELETE /v1/subscriptions/${second}`, {}],
      [`DELETE /v1/customers/${id}`, {}],
      [`GET /v1/customers/${id}`, {}],
    ]);
    assert.deepEqual(
      account.customers.map(({ deleted, email }) => [deleted, email]),
      [[true, null]],
    );
  },
);
