import { headed, isHmacSigned } from "../web_crypto/is_hmac_signed.ts";

/** Seconds by which a message may be late or early: what Svix' own libraries allow. */
const TOLERANCE_S = 5 * 60;
const SIGNATURES_MAX = 20;

/** The headers of a message, as Svix signs it. */
export interface SignedHeaders {
  readonly id: string;
  /** Unix seconds, as text. */
  readonly timestamp: string;
  readonly signatures: readonly string[];
}

/** Null where one is missing or not of its form. */
export function signedHeaders(
  headers: Pick<Headers, "get">,
): SignedHeaders | null {
  const id = headers.get("svix-id") ?? "";
  const timestamp = headers.get("svix-timestamp") ?? "";
  const signatures = (headers.get("svix-signature") ?? "").split(" ");
  const isWhole = /^[\w.-]{1,128}$/.test(id) && /^\d{1,12}$/.test(timestamp) &&
    signatures.length <= SIGNATURES_MAX &&
    signatures.every((one) => /^v\d+a?,[\w+/=-]{1,200}$/.test(one));
  return isWhole ? { id, timestamp, signatures } : null;
}

export function isInTime({ timestamp }: SignedHeaders, nowMs: number): boolean {
  return Math.abs(nowMs / 1_000 - Number(timestamp)) <= TOLERANCE_S;
}

/**
 * Whether one of `secrets` (`whsec_` and base 64) made one of the signatures: HMAC-SHA-256 over id, time and the very
 * bytes. Clerk's own function is not used: it decodes the bytes first and reads the machine's clock.
 */
export async function isSigned(
  { id, timestamp, signatures }: SignedHeaders,
  bytes: Uint8Array,
  secrets: readonly string[],
): Promise<boolean> {
  const given = signatures.flatMap((one) => {
    const bytes = one.startsWith("v1,") ? base64(one.slice(3)) : null;
    return bytes ? [bytes] : [];
  });
  const keys = secrets.map((secret) => {
    const raw = base64(secret.replace(/^whsec_/, ""));
    if (!raw) throw new Error("a signing secret is not base 64");
    return raw;
  });
  return await isHmacSigned(headed(`${id}.${timestamp}.`, bytes), given, keys);
}

function base64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  } catch {
    // Not base 64.
    return null;
  }
}
