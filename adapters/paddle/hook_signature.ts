import { headed, isHmacSigned } from "../web_crypto/is_hmac_signed.ts";

/** Seconds by which a message may be late or early: what Paddle's own libraries allow, and as long as Paddle waits for an answer. */
const TOLERANCE_S = 5;
const SIGNATURES_MAX = 20;

/** What the header of a message says. */
export interface PaddleSignature {
  /** Unix seconds, as text. */
  readonly timestamp: string;
  /** Several while the secret is changed. */
  readonly signatures: readonly Uint8Array<ArrayBuffer>[];
}

/** Reads `ts=…;h1=…`; null where a part is missing or not of its form. */
export function readSignature(header: string): PaddleSignature | null {
  const parts = header.split(";");
  const [timestamp = "", ...others] = valuesOf(parts, "ts");
  const signatures = valuesOf(parts, "h1");
  const isWhole = /^\d{1,12}$/.test(timestamp) && others.length === 0 &&
    signatures.length > 0 && signatures.length <= SIGNATURES_MAX &&
    signatures.every((one) => /^[0-9a-f]{64}$/i.test(one));
  return isWhole
    ? { timestamp, signatures: signatures.map(Uint8Array.fromHex) }
    : null;
}

export function isInTime(
  { timestamp }: PaddleSignature,
  nowMs: number,
): boolean {
  return Math.abs(nowMs / 1_000 - Number(timestamp)) <= TOLERANCE_S;
}

/**
 * Whether one of `secrets` made one of the signatures over the time and the very bytes. The SDK's own check is not used:
 * it takes text, reads the machine's clock, sees one signature of several, and does not compare in constant time.
 */
export async function isSigned(
  { timestamp, signatures }: PaddleSignature,
  bytes: Uint8Array,
  secrets: readonly string[],
): Promise<boolean> {
  return await isHmacSigned(
    headed(`${timestamp}:`, bytes),
    signatures,
    secrets.map((secret) => new TextEncoder().encode(secret)),
  );
}

function valuesOf(parts: readonly string[], name: string): readonly string[] {
  return parts.map((part) => part.trim())
    .filter((part) => part.startsWith(`${name}=`))
    .map((part) => part.slice(name.length + 1));
}
