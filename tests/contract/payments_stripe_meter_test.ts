import assert from "node:assert/strict";
import { customer } from "../support/payments_trial.ts";
import { asked, keysOf, stripeTest } from "../support/stripe_trial.ts";

/** Twelve records of a customer. */
const readingOf = (customer: string) => ({
  id: "urp_1",
  customer,
  meter: "records",
  amount: 12,
  at: "2026-01-02T03:04:05.678Z",
} as const);

stripeTest(
  "what is metered names customer, value, second and an identifier that counts once",
  async (subject) => {
    const { customer: id } = await customer(subject);
    const reading = readingOf(id);
    const done = { ok: true, value: null };
    assert.deepEqual(await subject.meter!.report(reading), done);
    assert.deepEqual(asked(subject), [["POST /v1/billing/meter_events", {
      event_name: "records",
      identifier: "urp_1",
      timestamp: "1767323045",
      "payload[stripe_customer_id]": id,
      "payload[value]": "12",
    }]]);
    assert.deepEqual(await subject.meter!.report(reading), done);
    assert.equal(subject.metered!(id, "records"), 12);
    const refused = await subject.meter!.report({
      ...reading,
      id: "urp_2",
      at: "2025-11-01T00:00:00.000Z",
    });
    assert.deepEqual(
      !refused.ok && [refused.failure.kind, refused.failure.facts],
      [
        "payments.refused",
        { code: "timestamp_invalid" },
      ],
    );
  },
);

stripeTest(
  "what Stripe failed to meter is metered when it is told again, and not the failure that it remembers",
  async (subject) => {
    const { customer: id } = await customer(subject);
    const reading = readingOf(id);
    subject.server.breakDown();
    const failed = await subject.meter!.report(reading);
    assert.equal(!failed.ok && failed.failure.kind, "payments.unavailable");
    assert.equal(subject.metered!(id, "records"), 0);
    assert.equal((await subject.meter!.report(reading)).ok, true);
    assert.equal(subject.metered!(id, "records"), 12);
    const keys = keysOf(subject);
    assert.equal(new Set(keys).size, 2);
    assert(keys.every((key) => key !== null));
  },
);

stripeTest(
  "what Stripe does not let our key tell was not heard, unlike what it failed to answer",
  async (subject) => {
    const { customer: id } = await customer(subject);
    const reading = readingOf(id);
    for (
      const [status, code] of [[401, "unauthenticated"], [403, "forbidden"]]
    ) {
      subject.server.fault(() =>
        Response.json({ error: { type: "invalid_request_error" } }, {
          status: status as number,
        })
      );
      const told = await subject.meter!.report(reading);
      assert.deepEqual(
        !told.ok && [told.failure.kind, told.failure.facts],
        ["payments.refused", { code }],
      );
    }
    assert.equal((await subject.meter!.report(reading)).ok, true);
    assert.equal(subject.metered!(id, "records"), 12);
  },
);
