import assert from "node:assert/strict";
import { stripePayments } from "../../adapters/stripe/stripe_payments.ts";
import type { PaymentFailure, Payments } from "../../ports/payments.ts";
import { paymentFailures } from "../../src/billing/payment_failures.ts";
import { sampleIds } from "../support/samples.ts";
import { breaking, deadOrigin, stalling } from "../support/provider_server.ts";
import { broken, busy, type StripeServer } from "../support/stripe_server.ts";
import { stripeTest } from "../support/stripe_trial.ts";

const SECRET_KEY = "sk_test_0123456789abcdefghij";
const EMAIL = "ann@foxglove.example";
const TENANT = { customer: "cus_000001", tenantId: sampleIds.next("ten") };
const SEEN = { method: "", path: "", headers: new Headers(), body: null };

const test = (
  promise: string,
  body: (server: StripeServer) => Promise<void>,
): void => stripeTest(promise, ({ server }) => body(server));

const opened = (
  baseUrl: string,
  given: { timeoutMs?: number; retriesMax?: number; secretKey?: string } = {},
): Payments =>
  stripePayments({
    secretKey: SECRET_KEY,
    baseUrl,
    timeoutMs: 30_000,
    retriesMax: 0,
    ...given,
  });

const failureOf = async (payments: Payments): Promise<PaymentFailure> => {
  const told = await payments.subscriptionsOf(TENANT);
  assert.ok(!told.ok, Deno.inspect(told));
  return told.failure;
};

/** An error of Stripe's, whose message repeats who pays. */
const error = (status: number, type: string, more: object = {}) => () =>
  Response.json(
    { error: { type, message: `no ${EMAIL} with ${SECRET_KEY}`, ...more } },
    { status },
  );

test("what it answers is unavailable, refused by its word, or a key used before, and nothing of what was said", async (server) => {
  const { unavailable, refused, key_reused } = paymentFailures;
  const answers: readonly (readonly [() => Response, PaymentFailure])[] = [
    [busy, unavailable({ retry_after_s: 7 })],
    [broken, unavailable()],
    [error(503, "api_error"), unavailable()],
    [
      error(400, "invalid_request_error", { code: "rate_limit" }),
      unavailable(),
    ],
    [
      error(409, "invalid_request_error", { code: "lock_timeout" }),
      unavailable(),
    ],
    [
      error(409, "idempotency_error", { code: "idempotency_key_in_use" }),
      unavailable(),
    ],
    [error(424, "api_error"), unavailable()],
    [error(400, "idempotency_error"), key_reused()],
    [
      error(400, "invalid_request_error", { code: "resource_missing" }),
      refused({ code: "resource_missing" }),
    ],
    [
      error(401, "invalid_request_error", { code: "api_key_expired" }),
      unavailable({ code: "api_key_expired" }),
    ],
    [
      error(401, "invalid_request_error"),
      unavailable({ code: "unauthenticated" }),
    ],
    [
      error(402, "card_error", { code: "card_declined" }),
      refused({ code: "card_declined" }),
    ],
    [
      error(403, "invalid_request_error"),
      unavailable({ code: "forbidden" }),
    ],
    [
      error(403, "invalid_request_error", { code: EMAIL }),
      unavailable({ code: "unknown" }),
    ],
    [
      error(400, "invalid_request_error"),
      refused({ code: "invalid_request_error" }),
    ],
    [
      error(404, "invalid_request_error", { code: EMAIL }),
      refused({ code: "unknown" }),
    ],
  ];
  for (const [answer, failure] of answers) {
    server.fault(answer);
    assert.deepEqual(await failureOf(opened(server.origin)), failure);
  }
});

test("a time to wait is told only where it is one", async (server) => {
  for (const header of ["soon", "-1", "Fri, 27 Nov 2026 00:00:00 GMT", ""]) {
    server.fault(() =>
      Response.json({ error: { type: "api_error" } }, {
        status: 503,
        headers: { "Retry-After": header },
      })
    );
    assert.deepEqual((await failureOf(opened(server.origin))).facts, {});
  }
});

test("what stands in between is no Stripe: its pages and its JSON are unavailable", async (server) => {
  const json = (status: number, body: unknown) => () =>
    Response.json(body, { status });
  const others = [
    () => new Response("<h1>Bad gateway</h1>", { status: 502 }),
    () => new Response("<h1>Forbidden</h1>", { status: 403 }),
    () => new Response("<h1>Hello</h1>", { status: 200 }),
    json(502, { data: [], has_more: false }),
    json(403, { message: "denied" }),
    json(404, { error: "not found" }),
    json(500, null),
    () => Response.redirect(`${server.origin}/v1/subscriptions`, 307),
  ];
  for (const other of others) {
    server.fault(other);
    const { kind, facts } = await failureOf(opened(server.origin));
    assert.deepEqual([kind, facts], ["payments.unavailable", {}]);
  }
  assert.equal(server.requests.length, others.length, "none was sent on");
});

test("no connection, half an answer and one that never ends are unavailable", async (server) => {
  const gone = await failureOf(opened(deadOrigin()));
  assert.deepEqual(gone, paymentFailures.unavailable());
  server.fault(() => breaking(SEEN) as Response);
  const half = await failureOf(opened(server.origin));
  assert.deepEqual(half, paymentFailures.unavailable());
  server.fault(() => stalling(SEEN) as Response);
  const endless = await failureOf(opened(server.origin, { timeoutMs: 100 }));
  assert.deepEqual(endless, paymentFailures.unavailable());
});

test("an error of Stripe's own is met again at once, under the same key", async (server) => {
  server.account.addCustomer({ balance_tenant: TENANT.tenantId });
  server.fault(broken);
  const made = await opened(server.origin, { retriesMax: 1 }).portal({
    customer: TENANT.customer,
    returnUrl: "https://balance.example",
    idempotencyKey: null,
  });
  assert.equal(made.ok, true);
  const [first, second, ...more] = server.requests.map(({ headers }) =>
    headers.get("idempotency-key")
  );
  assert.deepEqual([second, more], [first, []]);
  assert.match(first!, /^stripe-node-retry-/);
});

test("a wrong key is our own trouble, and neither it nor who pays shows in a failure, in what is thrown, or in print", async (server) => {
  const printed: unknown[] = [];
  const real = { ...console };
  const methods = ["log", "info", "warn", "error", "debug"] as const;
  for (const method of methods) {
    console[method] = (...parts) => printed.push(...parts);
  }
  const told: unknown[] = [];
  try {
    const payments = opened(server.origin, { secretKey: `${SECRET_KEY}x` });
    told.push(payments, await failureOf(payments));
    const thrown = opened(server.origin);
    server.fault(() =>
      Response.json({
        object: "list",
        data: [{
          metadata: {},
          items: { data: [] },
          status: EMAIL.slice(0, 3),
        }],
        has_more: false,
      })
    );
    await thrown.subscriptionsOf(TENANT).catch((error) => told.push(error));
  } finally {
    Object.assign(console, real);
  }
  assert.deepEqual(printed, []);
  assert.equal(told.length, 3);
  assert.deepEqual(
    told[1],
    paymentFailures.unavailable({ code: "unauthenticated" }),
  );
  for (const one of told) {
    const text = Deno.inspect(one, { depth: 20, showHidden: true });
    for (const hidden of [SECRET_KEY, EMAIL]) {
      assert.ok(!text.includes(hidden), text);
    }
  }
});
