import assert from "node:assert/strict";
import fc from "fast-check";
import { claimsToBeSession } from "../../adapters/local_identity/session_tokens.ts";
import { localIdentity } from "../../adapters/local_identity/local_identity.ts";
import type { Instant } from "../../src/kernel/instant.ts";
import {
  forged,
  KEY,
  NOW,
  OLD,
  TOKEN,
  tokensAt,
} from "../support/forged_token.ts";

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
