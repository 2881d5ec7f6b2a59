import { crc32 } from "../kernel/crc32.ts";
import { sha256 } from "../kernel/sha256.ts";

const PREFIX = "bal_";
const RANDOM_BYTES = 32;
/** 43 digits of base 62 hold 256 bits. */
const RANDOM_DIGITS = 43;
/** 6 digits of base 62 hold a CRC-32. */
const CHECK_DIGITS = 6;
const HINT_CHARACTERS = PREFIX.length + 6;

const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

const FORM = /^bal_[0-9A-Za-z]{49}$/;
/** Keys made before there was a checksum; they stay good until they expire or are revoked. */
const EARLIER_FORM = /^bal_[0-9a-f]{64}$/;

/**
 * A new secret: `bal_`, 32 random bytes as 43 digits of base 62, and their CRC-32 as 6 more. With a prefix and a
 * checksum leaks are found, and hardly anything else is, as with GitHub's tokens
 * (https://github.blog/2021-04-05-behind-githubs-new-authentication-token-formats/).
 */
export function newSecret(random: Uint8Array): string {
  if (random.length < RANDOM_BYTES) {
    throw new RangeError(`an API key needs ${RANDOM_BYTES} random bytes`);
  }
  let bits = 0n;
  for (const byte of random.subarray(0, RANDOM_BYTES)) {
    bits = bits << 8n | BigInt(byte);
  }
  const digits = base62(bits, RANDOM_DIGITS);
  return PREFIX + digits + checkOf(digits);
}

/** Whether `text` can be a secret of ours: it has the form, and its checksum is right. */
export function isSecret(text: string): boolean {
  if (EARLIER_FORM.test(text)) return true;
  return FORM.test(text) &&
    checkOf(text.slice(PREFIX.length, -CHECK_DIGITS)) ===
      text.slice(-CHECK_DIGITS);
}

/** SHA-256 of the whole secret: it is random, so a slow password hash would add nothing. */
export function hashSecret(secret: string): string {
  return sha256(secret);
}

/** The first characters of a secret, to recognise it by. */
export function hintOf(secret: string): string {
  return secret.slice(0, HINT_CHARACTERS);
}

function checkOf(digits: string): string {
  return base62(BigInt(crc32(digits)), CHECK_DIGITS);
}

function base62(value: bigint, length: number): string {
  let text = "";
  for (let rest = value; rest > 0n; rest /= 62n) {
    text = BASE62[Number(rest % 62n)]! + text;
  }
  return text.padStart(length, "0");
}
