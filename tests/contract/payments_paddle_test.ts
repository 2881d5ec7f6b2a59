import assert from "node:assert/strict";
import type { PayingTenant } from "../../ports/payments.ts";
import { PRICES, USAGE_PRICE } from "../support/paddle_account.ts";
import { paddleSubject } from "../support/paddle_subject.ts";
import { asked, CTM_1, paddleTest } from "../support/paddle_trial.ts";
import { customer, EMAIL, named } from "../support/payments_trial.ts";
import { settableClock } from "../support/settable_clock.ts";
import { paymentsContract } from "./payments.ts";

paymentsContract("paddle", async () => paddleSubject(settableClock()));

paddleTest(
  "a tenant becomes a customer by its address, in Paddle's words and under its key",
  async (subject) => {
    const tenant = named();
    const told = await subject.payments.customerOf(tenant);
    assert.deepEqual(told, { ok: true, value: CTM_1 });
    assert.deepEqual(asked(subject), [
      ["POST /customers", {
        email: EMAIL,
        name: "Foxglove & Söhne",
        custom_data: { balance_tenant: tenant.tenantId },
      }],
    ]);
    const { headers } = subject.server.requests[0]!;
    assert.equal(
      headers.get("authorization"),
      `Bearer ${subject.server.apiKey}`,
    );
    assert.equal(headers.get("content-type"), "application/json");
    assert.equal(headers.get("paddle-version"), "1");
  },
);

paddleTest(
  "a tenant that is a customer already is found by its address, and keeps its name",
  async (subject) => {
    const { tenantId } = await customer(subject);
    const told = await subject.payments.customerOf({
      ...named(),
      tenantId,
      name: "Another",
    });
    assert.deepEqual(told, { ok: true, value: CTM_1 });
    assert.deepEqual(asked(subject), [
      ["POST /customers", {
        email: EMAIL,
        name: "Another",
        custom_data: { balance_tenant: tenantId },
      }],
      [`GET /customers?email=${EMAIL}&status=active,archived`, null],
    ]);
    assert.deepEqual(
      subject.server.account.customers.map(({ name }) => name),
      ["Foxglove & Söhne"],
    );
  },
);

paddleTest(
  "an address that Paddle holds for the same, and its list does not, leads to the customer that Paddle names",
  async (subject) => {
    const { tenantId } = await customer(subject);
    const email = EMAIL.replace("ann", "Ann");
    const again = { ...named(email), tenantId };
    const told = await subject.payments.customerOf(again);
    assert.deepEqual(told, { ok: true, value: CTM_1 });
    assert.deepEqual(asked(subject).slice(1), [
      [`GET /customers?email=${email}&status=active,archived`, null],
      [`GET /customers/${CTM_1}`, null],
    ]);
  },
);

paddleTest(
  "whoever gives themselves somebody's address does not become that customer",
  async (subject) => {
    const { payments, server: { account } } = subject;
    await customer(subject);
    account.addCustomer("bo@otter.example", "Bo");
    const refused = {
      kind: "payments.refused",
      facts: { code: "email_of_another_customer" },
    };
    for (
      const email of [EMAIL, EMAIL.replace("ann", "Ann"), "bo@otter.example"]
    ) {
      const told = await payments.customerOf(named(email));
      assert(!told.ok);
      const { kind, facts } = told.failure;
      assert.deepEqual({ kind, facts }, refused, email);
    }
    assert.deepEqual(
      account.customers.map(({ status }) => status),
      ["active", "active"],
    );
  },
);

paddleTest(
  "an archived customer is one again when its person comes back",
  async (subject) => {
    const { server, payments } = subject;
    const tenant = await customer(subject);
    await payments.close(tenant);
    assert.equal(server.account.customers[0]!.status, "archived");
    server.requests.length = 0;
    const { tenantId } = tenant;
    const told = await payments.customerOf({ ...named(), tenantId });
    assert.deepEqual(told, { ok: true, value: CTM_1 });
    assert.deepEqual(asked(subject).slice(1), [
      [`GET /customers?email=${EMAIL}&status=active,archived`, null],
      [`PATCH /customers/${CTM_1}`, { status: "active" }],
    ]);
  },
);

const request = (tenant: PayingTenant) => ({
  ...tenant,
  price: PRICES[0],
  usagePrice: null,
  trialDays: 0,
  returnUrl: "https://balance.example/billing?tab=plan&x=1",
  idempotencyKey: "k1",
});
const TXN_1 = "txn_00000000000000000000000001";

paddleTest(
  "a checkout is a transaction for a tenant, on the page that the account names",
  async (subject) => {
    const tenant = await customer(subject);
    const told = await subject.payments.checkout(request(tenant));
    assert.deepEqual(told, {
      ok: true,
      value: {
        url: `https://balance.example/pay?_ptxn=${TXN_1}`,
        expiresAt: null,
      },
    });
    assert.deepEqual(asked(subject), [
      ["POST /transactions", {
        items: [{ price_id: PRICES[0], quantity: 1 }],
        customer_id: CTM_1,
        custom_data: { balance_tenant: tenant.tenantId },
      }],
    ]);
  },
);

paddleTest(
  "a checkout opens on the page that is configured, whatever is asked for that Paddle has not",
  async (subject) => {
    const tenant = await customer(subject);
    const told = await subject.payments.checkout({
      ...request(tenant),
      usagePrice: USAGE_PRICE,
      trialDays: 14,
    });
    assert.ok(told.ok);
    assert.equal(
      told.value.url,
      `https://pay.balance.example/now?_ptxn=${TXN_1}`,
    );
    assert.deepEqual(asked(subject)[0], ["POST /transactions", {
      items: [
        { price_id: PRICES[0], quantity: 1 },
        { price_id: USAGE_PRICE, quantity: 1 },
      ],
      customer_id: CTM_1,
      custom_data: { balance_tenant: tenant.tenantId },
      checkout: { url: "https://pay.balance.example/now" },
    }]);
  },
  "https://pay.balance.example/now",
);

paddleTest(
  "a checkout that is asked for twice is two transactions: there are no keys",
  async (subject) => {
    const tenant = await customer(subject);
    const first = await subject.payments.checkout(request(tenant));
    const second = await subject.payments.checkout(request(tenant));
    assert.notDeepEqual(first, second);
    assert.deepEqual(
      subject.server.account.transactions.map(({ status }) => status),
      ["ready", "ready"],
      "nothing of it is charged",
    );
  },
);

paddleTest("the portal is opened for a customer", async (subject) => {
  const tenant = await customer(subject);
  const told = await subject.payments.portal(request(tenant));
  const session = "cpls_00000000000000000000000001";
  assert.deepEqual(told, {
    ok: true,
    value: {
      url: `https://customer-portal.paddle.example/${session}?token=pga_x`,
    },
  });
  assert.deepEqual(asked(subject), [
    [`POST /customers/${CTM_1}/portal-sessions`, { subscription_ids: [] }],
  ]);
});
