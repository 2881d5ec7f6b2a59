import assert from "node:assert/strict";
import fc from "fast-check";
import { exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT } from "jose";
import {
  claimsToBeSession,
  sessionTokens,
} from "../../adapters/local_identity/session_tokens.ts";
import { localIdentity } from "../../adapters/local_identity/local_identity.ts";
import type { Instant } from "../../src/kernel/instant.ts";
import type { SignedToken } from "../../src/tenancy/session.ts";

const KEY = "the newest key of these tests, long";
const OLD = "an earlier key of these tests, long";
const NOW = "2026-03-01T12:00:00.000Z";
const EXP = Date.parse("2026-03-02T00:00:00Z") / 1_000;
const IAT = Date.parse(NOW) / 1_000;
const TYPE = "balance-session+jwt";

const TOKEN: SignedToken = {
  use: "session",
  id: "ses_01kx2m6v9dfk3tqz8w5y7r4b1c",
  tenantId: "ten_01kx2m6v9dfk3tqz8w5y7r4b1d",
  memberId: "usr_01kx2m6v9dfk3tqz8w5y7r4b1e",
  epoch: 3,
  issuedAt: NOW,
  expiresAt: "2026-03-02T00:00:00.000Z",
};

function tokensAt(now: Instant, keys = [KEY]) {
  return sessionTokens({
    clock: { now: () => now },
    newestKey: keys[0]!,
    keysAt: () => keys,
  });
}

const CLAIMS = {
  tenant: TOKEN.tenantId,
  member: TOKEN.memberId,
  epoch: TOKEN.epoch,
  jti: TOKEN.id,
  iss: "balance",
  aud: TYPE,
  iat: IAT,
  nbf: IAT,
  exp: EXP,
};

/** Signed as ours are, but for what is given. */
function forged(
  claims: Readonly<Record<string, unknown>> = {},
  header: { readonly alg?: string; readonly typ?: string } = {},
  key: string | CryptoKey = KEY,
): Promise<string> {
  return new SignJWT({ ...CLAIMS, ...claims })
    .setProtectedHeader({ alg: "HS256", typ: TYPE, ...header })
    .sign(typeof key === "string" ? new TextEncoder().encode(key) : key);
}

Deno.test("a token says what was signed, and the role is no part of it", async () => {
  const tokens = tokensAt(NOW);
  const text = await tokens.sign(TOKEN);
  assert.deepEqual(await tokens.verify("session", text), TOKEN);
  const [, payload] = text.split(".");
  const told = JSON.parse(
    new TextDecoder().decode(
      Uint8Array.fromBase64(payload!, { alphabet: "base64url" }),
    ),
  );
  assert.deepEqual(Object.keys(told).sort(), [
    ...["aud", "epoch", "exp", "iat", "iss", "jti", "member", "nbf", "tenant"],
  ]);
  assert.deepEqual(await tokens.verify("session", await forged()), TOKEN);
});

Deno.test("what another key, algorithm, issuer, audience or type signed is refused", async () => {
  const tokens = tokensAt(NOW);
  const rs = await generateKeyPair("RS256", { extractable: true });
  const none = new UnsecuredJWT(CLAIMS).encode().split(".");
  const noneHeader = new TextEncoder().encode(
    JSON.stringify({ alg: "none", typ: TYPE }),
  ).toBase64({ alphabet: "base64url", omitPadding: true });
  const good = (await forged()).split(".");
  const refused = {
    "alg none": `${noneHeader}.${none[1]}.`,
    "alg none with a signature": `${noneHeader}.${good[1]}.${good[2]}`,
    "no signature": `${good[0]}.${good[1]}.`,
    "another's signature": `${good[0]}.${good[1]}.${
      (await forged({ epoch: 4 })).split(".")[2]
    }`,
    HS384: await forged({}, { alg: "HS384" }),
    HS512: await forged({}, { alg: "HS512" }),
    RS256: await forged({}, { alg: "RS256" }, rs.privateKey),
    "a public key as the secret": await forged(
      {},
      {},
      await exportSPKI(rs.publicKey),
    ),
    "another key": await forged({}, {}, OLD),
    "the type of no token": await forged({}, { typ: "JWT" }),
    "the type of sign-in": await forged({}, { typ: "balance-sign-in+jwt" }),
    "another issuer": await forged({ iss: "clerk" }),
    "no issuer": await forged({ iss: undefined }),
    "another audience": await forged({ aud: "balance-sign-in+jwt" }),
    "no audience": await forged({ aud: undefined }),
    "no id": await forged({ jti: undefined }),
    "an id of something else": await forged({ jti: TOKEN.memberId }),
    "no end": await forged({ exp: undefined }),
    "no beginning": await forged({ nbf: undefined }),
    "no tenant": await forged({ tenant: undefined }),
    "a tenant that is none": await forged({ tenant: "ten_1" }),
    "no member": await forged({ member: undefined }),
    "an epoch that is text": await forged({ epoch: "3" }),
    "no time of signing": await forged({ iat: undefined }),
    "a time that is text": await forged({ iat: "yesterday" }),
  };
  for (const [why, text] of Object.entries(refused)) {
    assert.equal(await tokens.verify("session", text), null, why);
  }
});

Deno.test("a token is good from when it was signed, give or take a minute, until its end", async () => {
  const text = await tokensAt(NOW).sign(TOKEN);
  const goodAt = async (now: Instant) =>
    await tokensAt(now).verify("session", text) !== null;
  assert.deepEqual(
    await Promise.all(
      ([
        "2026-03-01T11:58:59.000Z",
        "2026-03-01T11:59:00.000Z",
        "2026-03-01T23:59:59.000Z",
        "2026-03-02T00:00:00.000Z",
      ] as const).map(goodAt),
    ),
    [false, true, true, false],
  );
});

Deno.test("a token for one use is none for the other", async () => {
  const tokens = tokensAt(NOW);
  const session = await tokens.sign(TOKEN);
  const signIn = await tokens.sign({ ...TOKEN, use: "sign_in" });
  assert.equal(await tokens.verify("sign_in", session), null);
  assert.equal(await tokens.verify("session", signIn), null);
  assert.deepEqual(await tokens.verify("sign_in", signIn), {
    ...TOKEN,
    use: "sign_in",
  });
});

Deno.test("while the key is changed the old one is accepted, and the new one signs", async () => {
  const before = await tokensAt(NOW, [OLD]).sign(TOKEN);
  const during = tokensAt(NOW, [KEY, OLD]);
  assert.deepEqual(await during.verify("session", before), TOKEN);
  const after = tokensAt(NOW, [KEY]);
  assert.equal(await after.verify("session", before), null);
  assert.deepEqual(
    await after.verify("session", await during.sign(TOKEN)),
    TOKEN,
  );
});

Deno.test("no text makes it throw, and none but a signed one is believed", async () => {
  const tokens = tokensAt(NOW);
  const good = await tokens.sign(TOKEN);
  const part = fc.oneof(fc.string(), fc.base64String(), fc.json());
  const changed = fc.tuple(
    fc.nat(good.length - 1),
    fc.constantFrom("A", "b", ".", "=", "é"),
  )
    .map(([at, sign]) => good.slice(0, at) + sign + good.slice(at + 1))
    .filter((text) => text !== good);
  const texts = fc.oneof(
    fc.string(),
    fc.tuple(part, part, part).map((parts) => parts.join(".")),
    changed,
  );
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      claimsToBeSession(text);
      const told = await tokens.verify("session", text);
      // The last character of a signature has bits that mean nothing.
      if (told !== null) {
        assert.equal(text.slice(0, -1), good.slice(0, -1));
        assert.deepEqual(told, TOKEN);
      }
    }),
    { numRuns: 500 },
  );
});

Deno.test("a session becomes a claim of a session, and no token of another kind does", async () => {
  const tokens = tokensAt(NOW);
  const identity = localIdentity(tokens);
  const { use: _, issuedAt: __, ...claim } = TOKEN;
  const text = await tokens.sign(TOKEN);
  assert.deepEqual(await identity.verify(text), { kind: "session", ...claim });
  assert.equal(await identity.verify(await forged({}, {}, OLD)), null);
  assert.equal(await localIdentity().verify(text), null);
  for (const other of ["a.b.c", await forged({}, { typ: "JWT" })]) {
    assert.equal(await identity.verify(other), null);
  }
});
