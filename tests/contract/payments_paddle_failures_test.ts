import assert from "node:assert/strict";
import { paddlePayments } from "../../adapters/paddle/paddle_payments.ts";
import type { PaymentFailure, Payments } from "../../ports/payments.ts";
import { paymentFailures } from "../../src/billing/payment_failures.ts";
import { broken, busy, type PaddleServer } from "../support/paddle_server.ts";
import { CTM_1, paddleTest } from "../support/paddle_trial.ts";
import { EMAIL, named } from "../support/payments_trial.ts";
import { breaking, deadOrigin, stalling } from "../support/provider_server.ts";
import { sampleIds } from "../support/samples.ts";

const API_KEY = "pdl_sdbx_apikey_0123456789abcdefghij";
const TENANT = { customer: CTM_1, tenantId: sampleIds.next("ten") };
const SEEN = { method: "", path: "", headers: new Headers(), body: null };

const opened = (
  baseUrl: string,
  given: { timeoutMs?: number; apiKey?: string } = {},
): Payments =>
  paddlePayments({
    apiKey: API_KEY,
    baseUrl,
    timeoutMs: 30_000,
    checkoutUrl: null,
    ...given,
  });

const failureOf = async (payments: Payments): Promise<PaymentFailure> => {
  const told = await payments.subscriptionsOf(TENANT);
  assert.ok(!told.ok, Deno.inspect(told));
  return told.failure;
};

/** An error of Paddle's, whose detail repeats who pays. */
const error = (status: number, code: string) => () =>
  Response.json({
    error: {
      type: "request_error",
      code,
      detail: `${EMAIL} with ${API_KEY}`,
      errors: [{ field: "email", message: `${EMAIL} is wrong` }],
    },
    meta: { request_id: "req_1" },
  }, { status });

paddleTest(
  "what it answers is unavailable, or refused by its word, and nothing of what was said",
  async ({ server }) => {
    const { unavailable, refused } = paymentFailures;
    const answers: readonly (readonly [() => Response, PaymentFailure])[] = [
      [busy, unavailable({ retry_after_s: 7 })],
      [broken, unavailable()],
      [error(500, "internal_error"), unavailable()],
      [error(503, "service_unavailable"), unavailable()],
      [error(408, "timeout"), unavailable()],
      [error(409, "concurrent_modification"), unavailable()],
      [error(409, "conflict"), unavailable()],
      [error(409, "subscription_locked_renewal"), unavailable()],
      [error(409, "subscription_locked_processing"), unavailable()],
      [
        error(409, "customer_already_exists"),
        refused({ code: "customer_already_exists" }),
      ],
      [error(403, "invalid_token"), unavailable({ code: "invalid_token" })],
      [error(403, "forbidden"), unavailable({ code: "forbidden" })],
      [
        error(401, "invalid_access_token"),
        unavailable({ code: "invalid_access_token" }),
      ],
      [error(403, EMAIL), unavailable({ code: "unknown" })],
      [error(404, "not_found"), refused({ code: "not_found" })],
      [error(400, "invalid_field"), refused({ code: "invalid_field" })],
      [error(400, EMAIL), refused({ code: "unknown" })],
      [error(200, "odd"), unavailable()],
    ];
    for (const [answer, failure] of answers) {
      server.fault(answer);
      assert.deepEqual(await failureOf(opened(server.origin)), failure);
    }
  },
);

paddleTest(
  "a time to wait is told only where it is one",
  async ({ server }) => {
    for (const header of ["soon", "-1", "Fri, 27 Nov 2026 00:00:00 GMT", ""]) {
      server.fault(() =>
        new Response("wait", {
          status: 503,
          headers: { "Retry-After": header },
        })
      );
      assert.deepEqual((await failureOf(opened(server.origin))).facts, {});
    }
  },
);

paddleTest(
  "what stands in between is no Paddle: its pages and its JSON are unavailable",
  async ({ server }) => {
    const json = (status: number, body: unknown) => () =>
      Response.json(body, { status });
    const others = [
      () => new Response("<h1>Forbidden</h1>", { status: 403 }),
      () => new Response("<h1>Hello</h1>", { status: 200 }),
      () => new Response("", { status: 200 }),
      json(200, { message: "denied" }),
      json(200, { data: null }),
      json(502, { data: [], meta: { pagination: { has_more: false } } }),
      json(404, { error: "not found" }),
      json(403, { error: { message: "denied" } }),
      json(500, null),
      () => Response.redirect(`${server.origin}/subscriptions`, 307),
    ];
    for (const other of others) {
      server.fault(other);
      const { kind, facts } = await failureOf(opened(server.origin));
      assert.deepEqual([kind, facts], ["payments.unavailable", {}]);
    }
    assert.equal(server.requests.length, others.length, "none was sent on");
  },
);

paddleTest(
  "no connection, half an answer and one that never ends are unavailable",
  async ({ server }) => {
    const gone = await failureOf(opened(deadOrigin()));
    assert.deepEqual(gone, paymentFailures.unavailable());
    server.fault(() => breaking(SEEN) as Response);
    const broke = await failureOf(opened(server.origin));
    assert.deepEqual(broke, paymentFailures.unavailable());
    for (const endless of [() => stalling(SEEN) as Response, null]) {
      server.fault(endless);
      const late = await failureOf(opened(server.origin, { timeoutMs: 50 }));
      assert.deepEqual(late, paymentFailures.unavailable());
    }
  },
);

paddleTest(
  "an answer that is given up leaks into no other",
  async ({ server }) => {
    const payments = opened(server.origin, { timeoutMs: 50 });
    const patient = opened(server.origin);
    const late = Promise.withResolvers<void>();
    const tenant = named();
    server.fault(slow(server, tenant.tenantId, late.promise));
    const told = await payments.customerOf(tenant);
    assert.equal(!told.ok && told.failure.kind, "payments.unavailable");
    late.resolve();
    assert.deepEqual(await patient.customerOf(tenant), {
      ok: true,
      value: CTM_1,
    });
  },
);

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** An answer about somebody else, whose end comes when it is told to. */
function slow(
  { account }: PaddleServer,
  tenantId: string,
  end: Promise<void>,
) {
  return () => {
    account.addCustomer(EMAIL, null, { balance_tenant: tenantId });
    let chunks = 0;
    return new Response(
      new ReadableStream({
        async pull(body) {
          if (chunks++ === 0) return body.enqueue(bytesOf('{"data":{"id":'));
          await end;
          body.enqueue(bytesOf('"ctm_other"}}'));
          body.close();
        },
      }),
      { headers: { "content-type": "application/json" } },
    );
  };
}

paddleTest(
  "a wrong key is our own trouble, and neither it nor who pays shows in a failure, in what is thrown, or in print",
  async ({ server }) => {
    const printed: unknown[] = [];
    const { log, warn, error: fail } = console;
    const note = (...args: unknown[]) => void printed.push(...args);
    Object.assign(console, { log: note, warn: note, error: note });
    try {
      const apiKey = "pdl_sdbx_apikey_another";
      const told = await opened(server.origin, { apiKey }).customerOf(named());
      assert.deepEqual(told, {
        ok: false,
        failure: paymentFailures.unavailable({ code: "invalid_token" }),
      });
      server.fault(error(400, "invalid_field"));
      const refused = await opened(server.origin).customerOf(named());
      assert.equal(
        [apiKey, EMAIL].some((text) => Deno.inspect(refused).includes(text)),
        false,
      );
    } finally {
      Object.assign(console, { log, warn, error: fail });
    }
    assert.deepEqual(printed, []);
  },
);
