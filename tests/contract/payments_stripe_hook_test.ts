import assert from "node:assert/strict";
import { stripeHook } from "../../adapters/stripe/stripe_hook.ts";
import { settableClock } from "../support/settable_clock.ts";
import { sent, WEBHOOK_SECRET } from "../support/stripe_subject.ts";

const HEARD = [
  "customer.subscription.created",
  "customer.subscription.updated",
  "customer.subscription.deleted",
  "customer.subscription.paused",
  "customer.subscription.resumed",
  "customer.subscription.trial_will_end",
  "customer.subscription.pending_update_applied",
  "customer.subscription.pending_update_expired",
  "invoice.paid",
  "invoice.payment_succeeded",
  "invoice.payment_failed",
  "invoice.payment_action_required",
  "invoice.marked_uncollectible",
  "invoice.voided",
  "invoice.finalized",
  "invoice.overdue",
  "checkout.session.completed",
  "checkout.session.async_payment_succeeded",
  "checkout.session.async_payment_failed",
  "customer.deleted",
];

const clock = settableClock();
const hook = stripeHook({ secretsAt: () => [WEBHOOK_SECRET], clock });

const eventOf = (type: string, object: object, more: object = {}) =>
  JSON.stringify({
    object: "event",
    id: "evt_1",
    type,
    created: 1_767_323_045,
    data: { object },
    ...more,
  });

/** What the hook makes of this, rightly signed. */
async function read(payload: string) {
  const { bytes, headers } = await sent(payload, clock);
  const told = await hook.read(bytes, headers);
  return told.ok ? told.value : told.failure.kind;
}

Deno.test("stripe: a message names its event, its time and its customer, whatever form that has", async () => {
  const message = {
    provider: "stripe",
    id: "evt_1",
    known: true,
    occurredAt: "2026-01-02T03:04:05.000Z",
    customer: "cus_1",
  };
  for (const type of HEARD) {
    const object = type === "customer.deleted"
      ? { object: "customer", id: "cus_1" }
      : { object: "subscription", id: "sub_1", customer: "cus_1" };
    assert.deepEqual(await read(eventOf(type, object)), { ...message, type });
  }
  const type = "invoice.paid";
  const customers = [
    [{ id: "cus_1", email: "ann@foxglove.example" }, "cus_1"],
    [null, null],
    [undefined, null],
  ] as const;
  for (const [customer, told] of customers) {
    assert.deepEqual(
      await read(eventOf(type, { object: "invoice", customer })),
      { ...message, type, customer: told },
    );
  }
});

Deno.test("stripe: other types are read too, and known not to be heard", async () => {
  for (const type of ["customer.created", "invoice.upcoming", "new.in_2030"]) {
    const told = await read(eventOf(type, { object: "price", id: "price_1" }));
    assert.ok(typeof told === "object");
    assert.deepEqual([told.type, told.known, told.customer], [
      type,
      false,
      null,
    ]);
  }
});

Deno.test("stripe: what is rightly signed and no event is malformed", async () => {
  const object = { object: "invoice", customer: "cus_1" };
  const wrong = [
    "{",
    "null",
    "[]",
    "{}",
    eventOf("invoice.paid", object, { id: "" }),
    eventOf("invoice.paid", object, { id: "evt 1" }),
    eventOf("invoice.paid", object, { created: "yesterday" }),
    eventOf("invoice.paid", object, { created: 1e300 }),
    eventOf("invoice.paid", object, { data: null }),
    eventOf("invoice paid", object),
    eventOf("invoice.paid", { ...object, customer: "../etc" }),
    // A thin event, which carries no object.
    eventOf("v1.billing.meter.no_meter_found", object, {
      object: "v2.core.event",
    }),
  ];
  for (const payload of wrong) {
    assert.equal(await read(payload), "hook.malformed", payload);
  }
});

Deno.test("stripe: the bytes that are signed are the very ones: no mark before them, nothing replaced in them", async () => {
  const payload = eventOf("invoice.paid", {
    object: "invoice",
    note: "\ufffd",
  });
  const { bytes, headers } = await sent(payload, clock);
  const kindOf = async (bytes: Uint8Array) => {
    const told = await hook.read(bytes, headers);
    return told.ok ? "read" : told.failure.kind;
  };
  assert.equal(await kindOf(bytes), "read");
  const marked = Uint8Array.of(0xef, 0xbb, 0xbf, ...bytes);
  assert.equal(await kindOf(marked), "hook.untrusted");
  // The sign that stands for what cannot be read, and something that cannot be read in its place.
  const at = bytes.findIndex((byte) => byte === 0xef);
  const replaced = Uint8Array.of(
    ...bytes.slice(0, at),
    0xff,
    ...bytes.slice(at + 3),
  );
  assert.equal(await kindOf(replaced), "hook.malformed");
  assert.equal(await kindOf(new Uint8Array()), "hook.untrusted");
});

Deno.test("stripe: five minutes by our clock are allowed, and not a second more", async () => {
  const { bytes, headers } = await sent(
    eventOf("invoice.paid", { object: "invoice" }),
    clock,
  );
  const later = settableClock(clock.now());
  const at = stripeHook({ secretsAt: () => [WEBHOOK_SECRET], clock: later });
  later.advance(300_000);
  assert.equal((await at.read(bytes, headers)).ok, true);
  later.advance(1_000);
  const told = await at.read(bytes, headers);
  assert.equal(!told.ok && told.failure.kind, "hook.untrusted");
});

Deno.test("stripe: a signature that is none is not trusted, and any one of several may be right", async () => {
  const payload = eventOf("invoice.paid", { object: "invoice" });
  const { bytes, headers } = await sent(payload, clock);
  const right = headers.get("stripe-signature")!;
  const [time, signature] = right.split(",");
  const kindOf = async (value: string) => {
    const told = await hook.read(
      bytes,
      new Headers({ "Stripe-Signature": value }),
    );
    return told.ok ? "read" : told.failure.kind;
  };
  assert.equal(
    await kindOf(`${time},v1=${"0".repeat(64)},${signature}`),
    "read",
  );
  for (
    const wrong of [
      "",
      "x",
      time!,
      signature!,
      `${time},v0=${signature!.slice(3)}`,
      `t=1,${signature}`,
      `t=x,${signature}`,
      `${time},v1=`,
      `${time},v1=${signature!.slice(3, -1)}`,
      `${time},v1=${"é".repeat(64)}`,
    ]
  ) {
    assert.equal(await kindOf(wrong), "hook.untrusted", wrong);
  }
});

Deno.test("stripe: no secret that is accepted, and nothing is trusted", async () => {
  const { bytes, headers } = await sent(
    eventOf("invoice.paid", { object: "invoice" }),
    clock,
  );
  const closed = stripeHook({ secretsAt: () => [], clock });
  const told = await closed.read(bytes, headers);
  assert.equal(!told.ok && told.failure.kind, "hook.untrusted");
});
