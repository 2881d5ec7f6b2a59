import assert from "node:assert/strict";
import fc from "fast-check";
import { crc32 } from "../../src/kernel/crc32.ts";
import {
  hashSecret,
  hintOf,
  isSecret,
  newSecret,
} from "../../src/tenancy/api_key_secret.ts";

const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const RANDOM = fc.uint8Array({ minLength: 32, maxLength: 40 });

/** Reads digits of base 62, by the book. */
function numberOf(digits: string): bigint {
  return [...digits].reduce(
    (sum, digit) => sum * 62n + BigInt(BASE62.indexOf(digit)),
    0n,
  );
}

Deno.test("newSecret() is as it was computed elsewhere: Python's zlib.crc32, the same digits", () => {
  const secrets = [
    new Uint8Array(32),
    new Uint8Array(32).fill(0xff),
    Uint8Array.from({ length: 32 }, (_, i) => i),
  ].map(newSecret);
  assert.deepEqual(secrets, [
    "bal_00000000000000000000000000000000000000000002CZclj",
    "bal_yhjskwdA6OZ1AL1YmHWZWm8LLG7HjnuCA2j5rOw8Xp13sRzl1",
    "bal_003aUlTJC7tjlCTQj2uNU3MFagCXG9LRKRcwGkBIDlf1Yo7hP",
  ]);
});

Deno.test("newSecret() holds all 32 bytes and the checksum of their digits", () => {
  fc.assert(fc.property(RANDOM, (bytes) => {
    const secret = newSecret(bytes);
    const [, digits, check] =
      /^bal_([0-9A-Za-z]{43})([0-9A-Za-z]{6})$/.exec(secret) ?? [];
    const hex = numberOf(digits!).toString(16).padStart(64, "0");
    assert.equal(hex, bytes.slice(0, 32).toHex());
    assert.equal(numberOf(check!), BigInt(crc32(digits!)));
    assert(isSecret(secret));
    assert.equal(hintOf(secret), secret.slice(0, 10));
  }));
});

Deno.test("newSecret() refuses too little chance", () => {
  assert.throws(
    () => newSecret(new Uint8Array(31)),
    new RangeError("an API key needs 32 random bytes"),
  );
});

Deno.test("isSecret() refuses a secret with any one character changed, left out or added", () => {
  const digit = fc.constantFrom(...BASE62);
  fc.assert(fc.property(RANDOM, fc.nat(52), digit, (bytes, at, other) => {
    const secret = newSecret(bytes);
    const [before, after] = [secret.slice(0, at), secret.slice(at + 1)];
    assert.equal(isSecret(before + other + after), other === secret[at]);
    assert(!isSecret(before + after));
    assert(!isSecret(before + other + secret.slice(at)));
  }));
});

Deno.test("isSecret() takes keys of the earlier form, and nothing that is near to either", () => {
  const hex = "0f".repeat(32);
  assert(isSecret(`bal_${hex}`));
  const secret = newSecret(new Uint8Array(32));
  const wrong = [
    "",
    "bal_",
    hex,
    `bal_${hex}0`,
    `bal_${hex.slice(1)}`,
    `bal_${hex.toUpperCase()}`,
    `BAL_${hex}`,
    `bal-${hex}`,
    `bal_${hex}\n`,
    ` bal_${hex}`,
    secret.toUpperCase(),
    `${secret}\n`,
    ` ${secret}`,
    secret.replace("bal_", "lab_"),
    secret.replace("_", "-"),
    `bal_${"0".repeat(49)}`,
  ];
  assert.deepEqual(wrong.filter(isSecret), []);
});

Deno.test("hashSecret() is the SHA-256 that anyone can compute", () => {
  assert.equal(
    hashSecret("abc"),
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  );
});
