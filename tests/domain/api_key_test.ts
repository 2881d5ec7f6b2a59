import assert from "node:assert/strict";
import fc from "fast-check";
import { sha256 } from "../../src/kernel/sha256.ts";
import { hashSecret, isLive, newApiKey } from "../../src/tenancy/api_key.ts";
import { SAMPLE_AT, sampleApiKey, sampleIds } from "../support/samples.ts";

const GIVEN = {
  id: sampleIds.next("key"),
  name: "the till",
  role: "reviewer",
  createdAt: SAMPLE_AT,
} as const;

Deno.test("newApiKey() gives the secret once and keeps only its hash and its start", () => {
  const random = fc.uint8Array({ minLength: 32, maxLength: 40 });
  fc.assert(fc.property(random, (bytes) => {
    const { key, secret } = newApiKey(GIVEN, bytes);
    assert.match(secret, /^bal_[0-9a-f]{64}$/);
    assert.equal(secret.slice(4), bytes.slice(0, 32).toHex());
    assert.deepEqual(key, {
      ...GIVEN,
      version: 1,
      scopes: [],
      sourceAgent: "balance",
      secretHash: sha256(secret),
      hint: secret.slice(0, 10),
      expiresAt: null,
      revokedAt: null,
    });
    assert(!JSON.stringify(key).includes(secret));
  }));
});

Deno.test("newApiKey() keeps the scopes, the agent's name and the expiry it is given", () => {
  const more = {
    scopes: ["records.write"],
    sourceAgent: "till",
    expiresAt: "2027-01-01T00:00:00.000Z",
  } as const;
  const { key } = newApiKey({ ...GIVEN, ...more }, new Uint8Array(32));
  assert.deepEqual({ ...key, ...more }, key);
});

Deno.test("newApiKey() refuses too little chance", () => {
  assert.throws(
    () => newApiKey(GIVEN, new Uint8Array(31)),
    new RangeError("an API key needs 32 random bytes"),
  );
});

Deno.test("hashSecret() is the SHA-256 that anyone can compute", () => {
  assert.equal(
    hashSecret("abc"),
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  );
});

Deno.test("isLive() ends with the expiry or the revocation", () => {
  const noon = "2026-06-01T12:00:00.000Z";
  const before = "2026-06-01T11:59:59.999Z";
  assert(isLive(sampleApiKey(), noon));
  assert(isLive(sampleApiKey({ expiresAt: noon }), before));
  assert(!isLive(sampleApiKey({ expiresAt: noon }), noon));
  assert(!isLive(sampleApiKey({ revokedAt: before }), noon));
  assert(!isLive(sampleApiKey({ revokedAt: before, expiresAt: null }), before));
});
