import assert from "node:assert/strict";
import { Paddle } from "@paddle/paddle-node-sdk";
import { paddleHook } from "../../adapters/paddle/paddle_hook.ts";
import {
  sent,
  signatureOf,
  WEBHOOK_SECRET,
} from "../support/paddle_subject.ts";
import { settableClock } from "../support/settable_clock.ts";

const HEARD = [
  "subscription.activated",
  "subscription.canceled",
  "subscription.created",
  "subscription.imported",
  "subscription.past_due",
  "subscription.paused",
  "subscription.resumed",
  "subscription.trialing",
  "subscription.updated",
  "transaction.billed",
  "transaction.canceled",
  "transaction.completed",
  "transaction.paid",
  "transaction.past_due",
  "transaction.payment_failed",
];

const NEXT_SECRET = "pdl_ntfset_the_next_one_of_them";
const clock = settableClock();
const at = Date.parse(clock.now());
const opened = (secrets: readonly string[] = [WEBHOOK_SECRET]) =>
  paddleHook({ secretsAt: () => secrets, clock });

const eventOf = (type: string, data: unknown, more: object = {}) =>
  JSON.stringify({
    event_id: "evt_1",
    event_type: type,
    occurred_at: "2026-01-02T03:04:05.678901234Z",
    notification_id: "ntf_1",
    data,
    ...more,
  });
const BODY = eventOf("subscription.updated", {
  id: "sub_1",
  customer_id: "ctm_1",
});

async function says(
  message: Promise<{
    readonly bytes: Uint8Array<ArrayBuffer>;
    readonly headers: Headers;
  }>,
  hook = opened(),
): Promise<unknown> {
  const { bytes, headers } = await message;
  const read = await hook.read(bytes, headers);
  return read.ok ? read.value : read.failure.kind;
}

const TOLD = {
  provider: "paddle",
  id: "evt_1",
  type: "subscription.updated",
  known: true,
  occurredAt: "2026-01-02T03:04:05.678Z",
  customer: "ctm_1",
};

Deno.test("paddle: what the tests sign, Paddle's own library takes", async () => {
  const { headers } = await sent(BODY, Date.now());
  const signature = headers.get("paddle-signature")!;
  const library = new Paddle("no key").webhooks;
  assert.equal(
    await library.isSignatureValid(BODY, WEBHOOK_SECRET, signature),
    true,
  );
  assert.equal(
    await library.isSignatureValid(`${BODY} `, WEBHOOK_SECRET, signature),
    false,
  );
});

Deno.test("paddle: a message names its event, its time and its customer", async () => {
  assert.deepEqual(await says(sent(BODY, at)), TOLD);
  for (const type of HEARD) {
    const told = await says(sent(eventOf(type, { customer_id: "ctm_1" }), at));
    assert.deepEqual(told, { ...TOLD, type });
  }
});

Deno.test("paddle: other types are read too, and known not to be heard", async () => {
  const others: readonly (readonly [string, object, string | null])[] = [
    [
      "customer.updated",
      { id: "ctm_1", email: "ann@foxglove.example" },
      "ctm_1",
    ],
    ["customer.created", { id: "ctm_1", customer_id: "ctm_2" }, "ctm_1"],
    ["address.created", { id: "add_1", customer_id: "ctm_1" }, "ctm_1"],
    ["transaction.created", { id: "txn_1", customer_id: null }, null],
    ["price.updated", { id: "pri_1" }, null],
    ["subscription.of_2030", {}, null],
  ];
  for (const [type, data, customer] of others) {
    assert.deepEqual(await says(sent(eventOf(type, data), at)), {
      ...TOLD,
      type,
      known: false,
      customer,
    });
  }
});

Deno.test("paddle: what is rightly signed and no event is malformed", async () => {
  const type = "subscription.updated";
  for (
    const body of [
      "",
      "null",
      "{",
      eventOf(type, null),
      eventOf(type, { customer_id: 7 }),
      eventOf(type, { customer_id: "ann@foxglove.example" }),
      eventOf("a type", {}),
      eventOf(type, {}, { event_id: "" }),
      eventOf(type, {}, { event_id: "../etc" }),
      eventOf(type, {}, { occurred_at: "today" }),
      eventOf(type, {}, { occurred_at: undefined }),
      new Uint8Array([0xff, 0xfe, 0x7b]),
    ]
  ) {
    assert.equal(await says(sent(body, at)), "hook.malformed", String(body));
  }
});

Deno.test("paddle: the very bytes are signed, and their time with them", async () => {
  const { headers } = await sent(BODY, at);
  const bytesOf = (text: string) => new TextEncoder().encode(text);
  for (const other of [`\uFEFF${BODY}`, `${BODY} `, BODY.replace("1", "2")]) {
    const message = Promise.resolve({ bytes: bytesOf(other), headers });
    assert.equal(await says(message), "hook.untrusted");
  }
  const signature = await signatureOf(
    bytesOf(BODY),
    at / 1_000,
    WEBHOOK_SECRET,
  );
  const moved = new Headers({
    "Paddle-Signature": `ts=${at / 1_000 + 1};h1=${signature}`,
  });
  const message = Promise.resolve({ bytes: bytesOf(BODY), headers: moved });
  assert.equal(await says(message), "hook.untrusted");
});

Deno.test("paddle: five seconds by our clock are allowed, late or early, and not one more", async () => {
  const after = async (seconds: number) =>
    await says(sent(BODY, at + seconds * 1_000));
  assert.deepEqual(
    [await after(-5), await after(5), await after(-6), await after(6)],
    [TOLD, TOLD, "hook.untrusted", "hook.untrusted"],
  );
});

Deno.test("paddle: a message is trusted by any of the secrets, and by any of its signatures", async () => {
  const next = () => sent(BODY, at, NEXT_SECRET);
  const both = opened([NEXT_SECRET, WEBHOOK_SECRET]);
  assert.deepEqual(await says(sent(BODY, at), both), TOLD);
  assert.deepEqual(await says(next(), both), TOLD);
  assert.equal(await says(next()), "hook.untrusted");
  assert.equal(await says(next(), opened([])), "hook.untrusted");
  const [ours, theirs] = await Promise.all(
    [sent(BODY, at), next()].map(async (message) =>
      (await message).headers.get("paddle-signature")!
    ),
  );
  const { bytes } = await next();
  for (const header of [`${theirs};${ours!.split(";")[1]}`, ours!]) {
    const headers = new Headers({ "Paddle-Signature": header });
    assert.deepEqual(await says(Promise.resolve({ bytes, headers })), TOLD);
  }
});

Deno.test("paddle: the secrets are those of the time at which a message comes", async () => {
  const asked: string[] = [];
  const hook = paddleHook({
    secretsAt: (now) => (asked.push(now), [WEBHOOK_SECRET]),
    clock,
  });
  assert.deepEqual(await says(sent(BODY, at), hook), TOLD);
  assert.deepEqual(asked, [clock.now()]);
});

Deno.test("paddle: a header that is missing or of another form is malformed", async () => {
  const { bytes, headers } = await sent(BODY, at);
  const [time, signature] = headers.get("paddle-signature")!.split(";");
  for (
    const wrong of [
      null,
      "",
      "x",
      time!,
      signature!,
      `${time},${signature}`,
      `${time};${time};${signature}`,
      `ts=x;${signature}`,
      `ts=;${signature}`,
      `${time};h1=`,
      `${time};${signature!.slice(0, -1)}`,
      `${time};h1=${"g".repeat(64)}`,
      `${time};h2=${signature!.slice(3)}`,
      [time, ...Array(21).fill(signature)].join(";"),
    ]
  ) {
    const headers = new Headers(
      wrong === null ? {} : { "Paddle-Signature": wrong },
    );
    const message = Promise.resolve({ bytes, headers });
    assert.equal(await says(message), "hook.malformed", String(wrong));
  }
});
