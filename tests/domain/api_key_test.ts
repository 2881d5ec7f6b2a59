import assert from "node:assert/strict";
import fc from "fast-check";
import { sha256 } from "../../src/kernel/sha256.ts";
import { isLive, newApiKey } from "../../src/tenancy/api_key.ts";
import { newSecret } from "../../src/tenancy/api_key_secret.ts";
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
    assert.equal(secret, newSecret(bytes));
    assert.deepEqual(key, {
      ...GIVEN,
      version: 1,
      scopes: [],
      sourceAgent: "balance",
      secretHash: sha256(secret),
      hint: secret.slice(0, 10),
      expiresAt: null,
      revokedAt: null,
      replaces: null,
      replacedBy: null,
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

Deno.test("isLive() ends with the expiry or the revocation", () => {
  const noon = "2026-06-01T12:00:00.000Z";
  const before = "2026-06-01T11:59:59.999Z";
  assert(isLive(sampleApiKey(), noon));
  assert(isLive(sampleApiKey({ expiresAt: noon }), before));
  assert(!isLive(sampleApiKey({ expiresAt: noon }), noon));
  assert(!isLive(sampleApiKey({ revokedAt: before }), noon));
  assert(!isLive(sampleApiKey({ revokedAt: before, expiresAt: null }), before));
});
