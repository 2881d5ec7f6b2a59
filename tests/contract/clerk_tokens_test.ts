import assert from "node:assert/strict";
import { SignJWT, UnsecuredJWT } from "jose";
import { clerkIdentity } from "../../adapters/clerk/clerk_identity.ts";
import { fixedKey } from "../../adapters/clerk/signing_keys.ts";
import { claims, clerkKey, ISSUER, PARTY, signed } from "../support/clerk.ts";
import { settableClock } from "../support/settable_clock.ts";

const key = await clerkKey("ins_1");
const roles = new Map(
  [["org:admin", "owner"], ["org:member", "viewer"]] as const,
);

function open(audiences: readonly string[] = [], parties = [PARTY]) {
  const clock = settableClock();
  const trust = { issuer: ISSUER, parties, audiences, roles };
  const identity = clerkIdentity({ trust, keys: fixedKey(key.pem), clock });
  return { clock, verify: identity.verify };
}

const ANN = {
  kind: "external",
  provider: "clerk",
  organisation: "org_fox",
  user: "user_ann",
  role: "owner",
  issuedAt: "2026-01-02T03:04:05.000Z",
  expiresAt: "2026-01-02T03:05:05.000Z",
} as const;

Deno.test("a token of either version says who comes, for which organisation", async () => {
  const { clock, verify } = open();
  assert.deepEqual(await verify(await signed(key, claims(clock))), ANN);
  const first = claims(clock, {
    v: undefined,
    o: undefined,
    org_id: "org_fox",
    org_role: "org:admin",
  });
  assert.deepEqual(await verify(await signed(key, first)), ANN);
  const member = claims(clock, { o: { id: "org_fox", rol: "org:member" } });
  assert.deepEqual(await verify(await signed(key, member)), {
    ...ANN,
    role: "viewer",
  });
});

Deno.test("a token counts from its beginning to its end, by the service's clock, give or take five seconds", async () => {
  const { clock, verify } = open();
  const token = await signed(key, claims(clock, { nbf: undefined }));
  const at = async (ms: number) => {
    clock.set("2026-01-02T03:04:05.000Z");
    clock.advance(ms);
    return await verify(token) !== null;
  };
  assert.deepEqual(
    [await at(-5_001), await at(-5_000), await at(64_999), await at(65_000)],
    [false, true, true, false],
  );
  clock.set("2026-01-02T03:04:05.000Z");
  const later = Date.parse(clock.now()) / 1_000 + 30;
  assert.equal(
    await verify(await signed(key, claims(clock, { nbf: later }))),
    null,
  );
  assert.equal(
    await verify(await signed(key, claims(clock, { iat: later }))),
    null,
  );
});

const REFUSED: Readonly<Record<string, Record<string, unknown>>> = {
  "another issuer": { iss: "https://clerk.otter.example" },
  "no issuer": { iss: undefined },
  "another party": { azp: "https://evil.example" },
  "no party": { azp: undefined },
  "no organisation": { o: undefined },
  "an organisation without a role": { o: { id: "org_fox" } },
  "the claims of version 1 in version 2": {
    o: undefined,
    org_id: "org_fox",
    org_role: "org:admin",
  },
  "a role that none of ours stands for": {
    o: { id: "org_fox", rol: "billing" },
  },
  "a role that objects have": { o: { id: "org_fox", rol: "constructor" } },
  "no user": { sub: undefined },
  "a user that is no text": { sub: 7 },
  "no end": { exp: undefined },
  "an end that is text": { exp: "2199-01-01" },
  "no time of issue": { iat: undefined },
  "a session that is not complete": { sts: "pending" },
  "somebody who acts as the user": { act: { sub: "user_root" } },
};
for (const [what, given] of Object.entries(REFUSED)) {
  Deno.test(`a token with ${what} says nothing`, async () => {
    const { clock, verify } = open();
    assert.equal(await verify(await signed(key, claims(clock, given))), null);
  });
}

Deno.test("where an audience is asked for, one of them must be named", async () => {
  const { clock, verify } = open(["balance", "books"]);
  const says = async (aud: unknown) =>
    await verify(await signed(key, claims(clock, { aud }))) !== null;
  assert.deepEqual(
    [
      await says("balance"),
      await says(["other", "books"]),
      await says("other"),
      await says([]),
      await says(undefined),
    ],
    [true, true, false, false, false],
  );
});

Deno.test("any party may ask where none is named in the configuration", async () => {
  const { clock, verify } = open([], []);
  const token = await signed(key, claims(clock, { azp: undefined }));
  assert.deepEqual(await verify(token), ANN);
});

Deno.test("a token without a signature, or signed with what everybody knows, says nothing", async () => {
  const { clock, verify } = open();
  const payload = claims(clock);
  assert.equal(await verify(new UnsecuredJWT(payload).encode()), null);
  for (const alg of ["HS256", "HS512"]) {
    const secret = new TextEncoder().encode(key.pem);
    const confused = await new SignJWT(payload)
      .setProtectedHeader({ alg, typ: "JWT", kid: key.kid }).sign(secret);
    assert.equal(await verify(confused), null, alg);
  }
  const [head, body, signature] = (await signed(key, payload)).split(".");
  for (const alg of ["none", "HS256", "RS512"]) {
    const header = btoa(JSON.stringify({ alg, typ: "JWT", kid: key.kid }))
      .replaceAll("=", "");
    assert.equal(await verify(`${header}.${body}.${signature}`), null, alg);
  }
  assert.equal(await verify(`${head}.${body}.`), null);
});

Deno.test("a token of another key, or changed in any part, says nothing", async () => {
  const { clock, verify } = open();
  const other = await clerkKey(key.kid);
  assert.equal(await verify(await signed(other, claims(clock))), null);
  const good = await signed(key, claims(clock));
  const parts = good.split(".");
  const changed = btoa(JSON.stringify(claims(clock, { sub: "user_bo" })))
    .replaceAll("=", "");
  assert.equal(await verify([parts[0], changed, parts[2]].join(".")), null);
  const at = good.length - 20;
  const flipped = good.slice(0, at) + (good[at] === "A" ? "B" : "A") +
    good.slice(at + 1);
  assert.equal(await verify(flipped), null);
  assert.deepEqual(await verify(good), ANN);
});

Deno.test("an access token of an application is no session", async () => {
  const { clock, verify } = open();
  const token = await signed(key, claims(clock), { typ: "at+jwt" });
  assert.equal(await verify(token), null);
});
