import assert from "node:assert/strict";
import { verifyWebhook } from "@clerk/backend/webhooks";
import { clerkHook } from "../../adapters/clerk/clerk_hook.ts";
import type { Instant } from "../../src/kernel/instant.ts";
import {
  HOOK_SECRET,
  membershipData,
  svixHeaders,
  userData,
} from "../support/clerk.ts";
import { settableClock } from "../support/settable_clock.ts";

const NEXT_SECRET = "whsec_" + btoa("the next twenty-four let");
const clock = settableClock();
const at = Date.parse(clock.now());

function open(secrets: readonly string[] = [HOOK_SECRET], now = clock) {
  return clerkHook({
    secretsAt: () => secrets,
    roles: new Map([["org:admin", "admin"]]),
    clock: now,
  });
}

async function says(
  body: string | Uint8Array,
  headers: Record<string, string>,
  hook = open(),
): Promise<unknown> {
  const bytes = typeof body === "string"
    ? new TextEncoder().encode(body)
    : body;
  const read = await hook.read(bytes, new Headers(headers));
  return read.ok ? read.value : read.failure.kind;
}

const BODY = JSON.stringify({ type: "email.created", data: { id: "ema_1" } });
const OTHER = { provider: "clerk", id: "msg_1", word: { kind: "other" } };

Deno.test("the example of Svix' own documentation is signed", async () => {
  const then = settableClock(
    new Date(1_614_265_330_000).toISOString() as Instant,
  );
  const hook = open(["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"], then);
  const headers = {
    "svix-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
    "svix-timestamp": "1614265330",
    "svix-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
  };
  // Trusted, and no event of Clerk.
  assert.equal(
    await says('{"test": 2432232314}', headers, hook),
    "hook.malformed",
  );
  assert.equal(
    await says('{"test": 2432232315}', headers, hook),
    "hook.untrusted",
  );
});

Deno.test("what the tests sign, Clerk's own library takes", async () => {
  const headers = await svixHeaders(BODY, { at: Date.now() });
  const request = new Request("http://balance.test", {
    method: "POST",
    headers,
    body: BODY,
  });
  const event = await verifyWebhook(request, { signingSecret: HOOK_SECRET });
  assert.equal(event.type, "email.created");
});

Deno.test("a message is trusted by any of the secrets, and by any of its signatures", async () => {
  const headers = await svixHeaders(BODY, { at });
  const next = await svixHeaders(BODY, { at, secret: NEXT_SECRET });
  const both = open([NEXT_SECRET, HOOK_SECRET]);
  assert.deepEqual(await says(BODY, headers, both), OTHER);
  assert.deepEqual(await says(BODY, next, both), OTHER);
  assert.equal(await says(BODY, next), "hook.untrusted");
  const signature = `v1a,AAAA v1,AAAA ${headers["svix-signature"]}`;
  assert.deepEqual(
    await says(BODY, { ...headers, "svix-signature": signature }),
    OTHER,
  );
});

Deno.test("the very bytes are signed: a mark before them, or a space after, and they are others", async () => {
  const headers = await svixHeaders(BODY, { at });
  for (const other of [`\uFEFF${BODY}`, `${BODY} `, BODY.replace("1", "2")]) {
    assert.equal(await says(other, headers), "hook.untrusted");
  }
  const noText = new Uint8Array([0xff, 0xfe, 0x7b]);
  assert.equal(
    await says(noText, await svixHeaders(noText, { at })),
    "hook.malformed",
  );
});

Deno.test("a message is taken five minutes late or early, and no later", async () => {
  const sentAt = async (seconds: number) =>
    await says(BODY, await svixHeaders(BODY, { at: at + seconds * 1_000 }));
  assert.deepEqual(
    [
      await sentAt(-300),
      await sentAt(300),
      await sentAt(-301),
      await sentAt(301),
    ],
    [OTHER, OTHER, "hook.untrusted", "hook.untrusted"],
  );
  const headers = await svixHeaders(BODY, { at });
  const moved = { ...headers, "svix-timestamp": `${at / 1_000 + 1}` };
  assert.equal(await says(BODY, moved), "hook.untrusted");
  const renamed = { ...headers, "svix-id": "msg_2" };
  assert.equal(await says(BODY, renamed), "hook.untrusted");
});

Deno.test("headers that are missing or of another form are malformed, and no signature is no trust", async () => {
  const headers = await svixHeaders(BODY, { at });
  for (const name of Object.keys(headers)) {
    const { [name]: _, ...rest } = headers;
    assert.equal(await says(BODY, rest), "hook.malformed", name);
    assert.equal(await says(BODY, { ...rest, [name]: "é" }), "hook.malformed");
  }
  for (const none of ["v1,AAAA", "v2,AAAA", "v1,=="]) {
    const sent = { ...headers, "svix-signature": none };
    assert.equal(await says(BODY, sent), "hook.untrusted", none);
  }
});

async function word(type: string, data: unknown): Promise<unknown> {
  const body = JSON.stringify({ type, data, object: "event" });
  const read = await says(body, await svixHeaders(body, { at }));
  return (read as { word?: unknown }).word ?? read;
}

Deno.test("events say which organisation, membership or user they are of", async () => {
  const ended = { at: 0, role: null, email: null, name: null, ended: true };
  assert.deepEqual(
    await word(
      "organizationMembership.updated",
      membershipData({
        role: "org:admin",
        at: 7,
        email: "ann@foxglove.example",
        first: "Ann",
      }),
    ),
    {
      kind: "membership",
      organisation: "org_fox",
      user: "user_ann",
      membership: {
        id: "orgmem_1",
        at: 7,
        role: "admin",
        email: "ann@foxglove.example",
        name: "Ann",
        ended: false,
      },
    },
  );
  const billing = await word(
    "organizationMembership.created",
    membershipData({
      role: "org:billing",
      at: 7,
      email: "+4420",
      first: " \u0000\ud800",
    }),
  ) as { membership: unknown };
  assert.deepEqual(billing.membership, {
    id: "orgmem_1",
    at: 7,
    role: null,
    email: null,
    name: "\ufffd",
    ended: false,
  });
  assert.deepEqual(
    await word("organizationMembership.deleted", membershipData({ at: 9 })),
    {
      kind: "membership",
      organisation: "org_fox",
      user: "user_ann",
      membership: { id: "orgmem_1", ...ended },
    },
  );
  assert.deepEqual(
    await word(
      "user.updated",
      userData({ at: 8, email: "new@foxglove.example", first: "Anne" }),
    ),
    {
      kind: "user",
      user: "user_ann",
      profile: {
        at: 8,
        email: "new@foxglove.example",
        name: "Anne Archer",
        ended: false,
      },
    },
  );
  assert.deepEqual(
    await word("user.deleted", { id: "user_ann", deleted: true }),
    {
      kind: "user",
      user: "user_ann",
      profile: { at: 0, email: null, name: null, ended: true },
    },
  );
  assert.deepEqual(
    await word("organization.updated", {
      id: "org_fox",
      name: " Fox & Co ",
      updated_at: 5,
    }),
    {
      kind: "organisation",
      organisation: "org_fox",
      named: { at: 5, name: "Fox & Co" },
    },
  );
  assert.deepEqual(
    await word("organization.deleted", { id: "org_fox", deleted: true }),
    { kind: "organisation", organisation: "org_fox", named: null },
  );
  assert.deepEqual(await word("session.ended", null), { kind: "other" });
});

Deno.test("an event without what its type has is malformed", async () => {
  const { public_user_data: _, ...nobody } = membershipData({ at: 1 });
  const wrong = [
    ["organizationMembership.updated", nobody],
    ["organizationMembership.updated", { ...membershipData({ at: 1.5 }) }],
    ["organizationMembership.deleted", { id: "orgmem_1" }],
    ["user.updated", { id: "user_ann" }],
    ["user.deleted", {}],
    ["organization.deleted", { id: "../etc" }],
    ["organization.updated", null],
  ] as const;
  for (const [type, data] of wrong) {
    assert.equal(await word(type, data), "hook.malformed", type);
  }
});
