import assert from "node:assert/strict";
import { sampleIds } from "../support/samples.ts";
import { PRICES } from "../support/paddle_account.ts";
import { subscriptionObject } from "../support/paddle_objects.ts";
import { ALL, asked, CTM_1, paddleTest } from "../support/paddle_trial.ts";
import { customer } from "../support/payments_trial.ts";

const done = { ok: true, value: null };

paddleTest(
  "closing cancels what runs at once and archives; a customer that is archived is left alone",
  async (subject) => {
    const tenant = await customer(subject);
    const { account } = subject.server;
    const [first, second] = [1, 2].map(() =>
      account.subscribe(tenant, [PRICES[0]]).id
    );
    account.become(first!, "ended");
    assert.deepEqual(await subject.payments.close(tenant), done);
    assert.deepEqual(await subject.payments.close(tenant), done);
    const list =
      `GET /subscriptions?customer_id=${CTM_1}&status=${ALL}&order_by=id[ASC]&per_page=200`;
    assert.deepEqual(asked(subject), [
      [list, null],
      [`POST /subscriptions/${second}/cancel`, {
        effective_from: "immediately",
      }],
      [`GET /customers/${CTM_1}`, null],
      [`PATCH /customers/${CTM_1}`, { status: "archived" }],
      [list, null],
      [`GET /customers/${CTM_1}`, null],
    ]);
  },
);

paddleTest(
  "closing leaves what was bought for another tenant, and the customer while that runs",
  async (subject) => {
    const { payments, server } = subject;
    const tenant = await customer(subject);
    const { account } = server;
    const [others, own, unnamed] = [1, 2, 3].map(() =>
      account.subscribe(tenant, [PRICES[0]])
    );
    others!.custom_data = { balance_tenant: sampleIds.next("ten") };
    unnamed!.custom_data = null;
    const status = () => [
      others!.status,
      own!.status,
      unnamed!.status,
      account.customers[0]!.status,
    ];
    assert.deepEqual(await payments.close(tenant), done);
    assert.deepEqual(status(), ["active", "canceled", "canceled", "active"]);
    account.become(others!.id, "ended");
    assert.deepEqual(await payments.close(tenant), done);
    assert.equal(status()[3], "archived");
  },
);

paddleTest(
  "closing goes on where a subscription ended in between",
  async (subject) => {
    const tenant = await customer(subject);
    const { account, fault } = subject.server;
    const { id } = account.subscribe(tenant, [PRICES[0]]);
    const before = account.find(id);
    fault(() => {
      const listed = { ...before, status: "active" };
      account.become(id, "ended");
      return Response.json({
        data: [subscriptionObject(listed)],
        meta: { pagination: { has_more: false } },
      });
    });
    assert.deepEqual(await subject.payments.close(tenant), done);
    assert.deepEqual(asked(subject).map(([what]) => what.split("?")[0]), [
      "GET /subscriptions",
      `POST /subscriptions/${id}/cancel`,
      `GET /customers/${CTM_1}`,
      `PATCH /customers/${CTM_1}`,
    ]);
  },
);
