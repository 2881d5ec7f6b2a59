import assert from "node:assert/strict";
import { paymentFailures } from "../../src/billing/payment_failures.ts";
import { fail, ok } from "../../src/kernel/result.ts";
import { PRICES } from "../support/paddle_account.ts";
import { broken } from "../support/paddle_server.ts";
import { asked, CTM_1, paddleTest } from "../support/paddle_trial.ts";
import { customer, named } from "../support/payments_trial.ts";

const BUYING = {
  price: PRICES[0],
  usagePrice: null,
  trialDays: 0,
  returnUrl: "https://balance.example/billing",
  idempotencyKey: null,
};
const gone = fail(paymentFailures.customer_gone());

paddleTest(
  "who is refused is looked up: a customer that is archived is gone, whatever Paddle's word for that is",
  async (subject) => {
    const { payments, server } = subject;
    const tenant = await customer(subject);
    const lookUp = [`GET /customers/${CTM_1}`, null];
    const noPrice = { ...BUYING, ...tenant, price: "pri_nobody_made" };
    assert.deepEqual(
      await payments.checkout(noPrice),
      fail(paymentFailures.refused({ code: "transaction_price_not_found" })),
    );
    assert.deepEqual(asked(subject)[1], lookUp);
    const elsewhere = { ...tenant, customer: "ctm_of_another_account" };
    assert.deepEqual(
      await payments.checkout({ ...BUYING, ...elsewhere }),
      fail(paymentFailures.refused({ code: "not_found" })),
    );
    server.account.deleteCustomer(CTM_1);
    server.requests.length = 0;
    assert.deepEqual(await payments.checkout({ ...BUYING, ...tenant }), gone);
    assert.deepEqual(asked(subject).slice(1), [lookUp]);
    for (const [status, code] of [[400, "entity_archived"], [409, "odd"]]) {
      server.fault(() =>
        Response.json({ error: { type: "request_error", code } }, {
          status: status as number,
        })
      );
      assert.deepEqual(await payments.portal({ ...BUYING, ...tenant }), gone);
    }
  },
);

paddleTest(
  "whether a customer is archived is not guessed while Paddle is away, and not asked for where nobody was refused",
  async (subject) => {
    const { payments, server } = subject;
    const tenant = await customer(subject);
    server.account.deleteCustomer(CTM_1);
    const away = fail(paymentFailures.unavailable());
    server.fault(broken);
    assert.deepEqual(await payments.checkout({ ...BUYING, ...tenant }), away);
    assert.equal(server.requests.length, 1);
    server.fault(
      () =>
        Response.json({ error: { type: "request_error", code: "odd" } }, {
          status: 400,
        }),
      broken,
    );
    assert.deepEqual(await payments.checkout({ ...BUYING, ...tenant }), away);
  },
);

paddleTest(
  "the archived customer itself is brought back, whatever address its person has by now",
  async (subject) => {
    const { payments, server } = subject;
    const { tenantId } = await customer(subject);
    server.account.deleteCustomer(CTM_1);
    server.account.addCustomer("bo@otter.example", "Bo");
    const tenant = { ...named("bo@otter.example"), tenantId, gone: CTM_1 };
    assert.deepEqual(await payments.customerOf(tenant), ok(CTM_1));
    assert.deepEqual(asked(subject), [
      [`GET /customers/${CTM_1}`, null],
      [`PATCH /customers/${CTM_1}`, { status: "active" }],
    ]);
    assert.deepEqual(await payments.customerOf(tenant), ok(CTM_1));
    assert.equal(asked(subject).length, 3, "who is there is left as it is");
  },
);
