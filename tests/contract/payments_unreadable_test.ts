import assert from "node:assert/strict";
import { PRICES as PADDLE_PRICES } from "../support/paddle_account.ts";
import { subscriptionObject } from "../support/paddle_objects.ts";
import { paddleTest } from "../support/paddle_trial.ts";
import { customer } from "../support/payments_trial.ts";
import { stripeTest } from "../support/stripe_trial.ts";

const PAGE = { limit: 10, cursor: null };

stripeTest(
  "everybody's list names one with a status that nobody knows, reads nothing of it, and goes on",
  async (subject) => {
    const [tenant, other] = [await customer(subject), await customer(subject)];
    const { account } = subject.server;
    const strange = account.subscribe(tenant, ["price_month"]);
    strange.status = "on_holiday";
    const { id } = account.subscribe(other, ["price_month"]);
    const told = await subject.payments.subscriptions(PAGE);
    assert.ok(told.ok);
    const own = await subject.payments.subscriptionsOf(other);
    assert.deepEqual(told.value, {
      data: [
        { id, ...other, subscription: own.ok && own.value[0] },
        { id: strange.id, ...tenant, subscription: null },
      ],
      nextCursor: null,
    });
  },
);

paddleTest(
  "everybody's list names one with a status that nobody knows, reads nothing of it, and goes on",
  async (subject) => {
    const tenant = await customer(subject);
    const { account, fault } = subject.server;
    const [strange, known] = [1, 2].map(() =>
      account.subscribe(tenant, [PADDLE_PRICES[0]])
    );
    const own = await subject.payments.subscriptionsOf(tenant);
    fault(() =>
      Response.json({
        data: [
          subscriptionObject({ ...strange!, status: "on_holiday" }),
          subscriptionObject(known!),
        ],
        meta: { pagination: { has_more: false } },
      })
    );
    const told = await subject.payments.subscriptions(PAGE);
    assert.ok(told.ok);
    assert.deepEqual(told.value, {
      data: [
        { id: strange!.id, ...tenant, subscription: null },
        { id: known!.id, ...tenant, subscription: own.ok && own.value[1] },
      ],
      nextCursor: null,
    });
  },
);
