import assert from "node:assert/strict";
import { API_VERSION } from "../../adapters/stripe/stripe_client.ts";
import { stripePayments } from "../../adapters/stripe/stripe_payments.ts";
import { named } from "../support/payments_trial.ts";
import { settableClock } from "../support/settable_clock.ts";
import { stripeSubject } from "../support/stripe_subject.ts";
import { asked, keysOf, stripeTest } from "../support/stripe_trial.ts";
import { paymentsContract } from "./payments.ts";

paymentsContract("stripe", async () => stripeSubject(settableClock()));

stripeTest(
  "a tenant becomes a customer by a search, a key of its own, and a name that follows",
  async (subject) => {
    const tenant = named();
    assert.deepEqual(await subject.payments.customerOf(tenant), {
      ok: true,
      value: "cus_000001",
    });
    assert.deepEqual(asked(subject), [
      [
        `GET /v1/customers/search?query=metadata['balance_tenant']:'${tenant.tenantId}'&limit=100`,
        {},
      ],
      ["POST /v1/customers", { "metadata[balance_tenant]": tenant.tenantId }],
      [
        "POST /v1/customers/cus_000001",
        { name: tenant.name, email: tenant.email },
      ],
    ]);
    assert.equal(keysOf(subject)[1], `customer-${tenant.tenantId}`);
    for (const { method, headers } of subject.server.requests) {
      assert.equal(
        headers.get("authorization"),
        `Bearer ${subject.server.secretKey}`,
      );
      assert.equal(headers.get("stripe-version"), API_VERSION);
      assert.equal(headers.get("x-stripe-client-telemetry"), null);
      assert.equal(
        headers.get("content-type"),
        "application/x-www-form-urlencoded",
      );
      if (method === "GET") assert.equal(headers.get("idempotency-key"), null);
    }
  },
);

stripeTest(
  "a tenant stays one customer when somebody else of it asks, and when the key is long forgotten",
  async (subject) => {
    const { payments, server } = subject;
    const tenant = named();
    const first = await payments.customerOf(tenant);
    const other = { ...tenant, name: "Foxglove", email: "bo@foxglove.example" };
    assert.deepEqual(await payments.customerOf(other), first);
    server.forgetKeys();
    assert.deepEqual(await payments.customerOf(other), first);
    const [one, ...more] = server.account.customers;
    assert.deepEqual(more, []);
    assert.deepEqual([one?.name, one?.email], [other.name, other.email]);
  },
);

stripeTest(
  "what a customer changed in the portal is not written over",
  async (subject) => {
    const { payments, server } = subject;
    const tenant = named();
    await payments.customerOf(tenant);
    server.forgetKeys();
    server.account.customers[0]!.email = "books@foxglove.example";
    await payments.customerOf(tenant);
    assert.equal(server.account.customers[0]!.email, "books@foxglove.example");
  },
);

stripeTest(
  "two processes at once make one customer: the one that is too early asks again",
  async (subject) => {
    const { server } = subject;
    const process = () =>
      stripePayments({
        secretKey: server.secretKey,
        baseUrl: server.origin,
        timeoutMs: 30_000,
        retriesMax: 2,
      });
    server.collide();
    const tenant = named();
    const told = await Promise.all(
      [process(), process()].map((payments) => payments.customerOf(tenant)),
    );
    const one = { ok: true, value: "cus_000001" };
    assert.deepEqual(told, [one, one]);
    const created = server.requests.filter(({ method, path }) =>
      `${method} ${path}` === "POST /v1/customers"
    );
    assert.equal(created.length, 3);
    assert.equal(server.account.customers.length, 1);
  },
);

stripeTest(
  "a tenant becomes a customer though Stripe failed once and remembers it",
  async (subject) => {
    const { payments, server } = subject;
    const tenant = named();
    server.breakDown();
    const failed = await payments.customerOf(tenant);
    assert.equal(!failed.ok && failed.failure.kind, "payments.unavailable");
    assert.deepEqual(server.account.customers, []);
    const made = await payments.customerOf(tenant);
    assert.deepEqual(made, { ok: true, value: "cus_000001" });
    assert.equal(server.account.customers.length, 1);
  },
);
