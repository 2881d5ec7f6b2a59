import assert from "node:assert/strict";
import { paymentFailures } from "../../src/billing/payment_failures.ts";
import { fail, ok } from "../../src/kernel/result.ts";
import { customer, named } from "../support/payments_trial.ts";
import { broken, type StripeServer } from "../support/stripe_server.ts";
import { asked, keysOf, stripeTest } from "../support/stripe_trial.ts";

const RETURN_URL = "https://balance.example/billing";
const BUYING = {
  price: "price_month",
  usagePrice: null,
  trialDays: 0,
  returnUrl: RETURN_URL,
  idempotencyKey: null,
};
const missing = fail(paymentFailures.refused({ code: "resource_missing" }));
const gone = fail(paymentFailures.customer_gone());

const searched = (tenantId: string) =>
  `GET /v1/customers/search?query=metadata['balance_tenant']:'${tenantId}'&limit=100`;

stripeTest(
  "who is missing is looked up: only a customer that was deleted is gone, and no price, nor a customer of another account",
  async (subject) => {
    const { payments, server } = subject;
    const tenant = await customer(subject);
    const { customer: id } = tenant;
    const lookUp = [`GET /v1/customers/${id}`, {}];
    const noPrice = { ...BUYING, ...tenant, price: "price_nobody_made" };
    assert.deepEqual(await payments.checkout(noPrice), missing);
    assert.deepEqual(asked(subject)[1], lookUp);
    const elsewhere = { ...tenant, customer: "cus_of_another_account" };
    assert.deepEqual(
      await payments.checkout({ ...BUYING, ...elsewhere }),
      missing,
    );
    server.account.deleteCustomer(id);
    server.requests.length = 0;
    assert.deepEqual(await payments.checkout({ ...BUYING, ...tenant }), gone);
    assert.deepEqual(asked(subject).slice(1), [lookUp]);
    const looks = { customer: id, returnUrl: RETURN_URL, idempotencyKey: null };
    assert.deepEqual(await payments.portal(looks), gone);
  },
);

stripeTest(
  "whether a customer is gone is not guessed while Stripe is away, and invoices that it gives no more are a gone customer's",
  async (subject) => {
    const { payments, server } = subject;
    const { customer: id } = await customer(subject);
    server.account.deleteCustomer(id);
    const lost = () =>
      Response.json({
        error: { type: "invalid_request_error", code: "resource_missing" },
      }, { status: 400 });
    const ask = () => payments.invoices(id, { limit: 10, cursor: null });
    server.fault(lost, broken);
    assert.deepEqual(await ask(), fail(paymentFailures.unavailable()));
    server.fault(lost);
    assert.deepEqual(await ask(), gone);
  },
);

stripeTest(
  "another customer is made under a key that names the one that is gone, and only its name follows",
  async (subject) => {
    const { payments, server } = subject;
    const { customer: id, tenantId } = await customer(subject);
    server.account.deleteCustomer(id);
    const tenant = { ...named(), tenantId, gone: id };
    assert.deepEqual(await payments.customerOf(tenant), ok("cus_000002"));
    const { name, email } = tenant;
    assert.deepEqual(asked(subject), [
      [searched(tenantId), {}],
      ["POST /v1/customers", { "metadata[balance_tenant]": tenantId }],
      ["POST /v1/customers/cus_000002", { name, email }],
    ]);
    assert.equal(keysOf(subject)[1], `customer-${tenantId}-${id}`);
  },
);

stripeTest(
  "who is gone is left out of what the search finds, which still knows it, and the next day the other one is found",
  async (subject) => {
    const { payments, server } = subject;
    const { customer: id, tenantId } = await customer(subject);
    server.forgetKeys();
    server.account.deleteCustomer(id);
    const tenant = { ...named(), tenantId, gone: id };
    assert.deepEqual(await payments.customerOf(tenant), ok("cus_000002"));
    assert.deepEqual(paths(server), [
      searched(tenantId),
      "POST /v1/customers",
      "POST /v1/customers/cus_000002",
    ]);
    server.forgetKeys();
    server.requests.length = 0;
    for (const gone of [id, null]) {
      const told = await payments.customerOf({ ...tenant, gone });
      assert.deepEqual(told, ok("cus_000002"));
    }
    assert.deepEqual(paths(server), Array(2).fill(searched(tenantId)));
  },
);

stripeTest(
  "who was deleted before anybody here knew of it is not given by the key again",
  async (subject) => {
    const { payments, server } = subject;
    const { customer: id, tenantId } = await customer(subject);
    server.account.deleteCustomer(id);
    const told = await payments.customerOf({ ...named(), tenantId });
    assert.deepEqual(told, ok("cus_000002"));
    assert.equal(server.account.customers[1]!.email, named().email);
  },
);

stripeTest(
  "several who were deleted are not given by turns, though the search knows all of them",
  async (subject) => {
    const { payments, server: { account } } = subject;
    const { customer: id, tenantId } = await customer(subject);
    account.deleteCustomer(id);
    const tenant = { ...named(), tenantId };
    await payments.customerOf({ ...tenant, gone: id });
    account.deleteCustomer("cus_000002");
    for (const one of account.customers) one.indexed = true;
    for (const gone of [null, id, "cus_000002"]) {
      const told = await payments.customerOf({ ...tenant, gone });
      assert.deepEqual(told, ok("cus_000003"), `${gone}`);
    }
  },
);

stripeTest(
  "a checkout under a key that was refused as a gone customer is another one's under the same key",
  async (subject) => {
    const { payments, server } = subject;
    const tenant = await customer(subject);
    server.account.deleteCustomer(tenant.customer);
    const buying = { ...BUYING, ...tenant, idempotencyKey: "k-1" };
    assert.deepEqual(await payments.checkout(buying), gone);
    const told = await payments.customerOf({
      ...named(),
      tenantId: tenant.tenantId,
      gone: tenant.customer,
    });
    assert.ok(told.ok);
    const again = { ...buying, customer: told.value };
    assert.equal((await payments.checkout(again)).ok, true);
  },
);

const paths = ({ requests }: StripeServer) =>
  requests.map(({ method, path }) => `${method} ${path}`);
