import type { Clock } from "../../ports/clock.ts";
import type { FileLinks } from "../../ports/file_links.ts";
import { isId } from "../../src/kernel/ids.ts";
import type { Instant } from "../../src/kernel/instant.ts";
import { keyBytes, ownJwt, verifiedJwt } from "./own_jwt.ts";

const TYPE = "balance-file+jwt";

export interface FileLinksOptions {
  readonly clock: Clock;
  /** What is signed with at this moment. */
  readonly newestKey: string;
  /** What is accepted at `now`, the newest first. */
  readonly keysAt: (now: Instant) => readonly string[];
}

/** Links as JWTs, signed with HMAC-SHA-256 by the key that signs sessions. */
export function signedFileLinks(
  { clock, newestKey, keysAt }: FileLinksOptions,
): FileLinks {
  return {
    sign: ({ tenantId, receiptId, expiresAt }) =>
      ownJwt({ tenant: tenantId, sub: receiptId }, TYPE)
        .setExpirationTime(Math.floor(Date.parse(expiresAt) / 1_000))
        .sign(keyBytes(newestKey)),
    async verify(text) {
      if (!isCanonical(text)) return null;
      const now = clock.now();
      for (const key of keysAt(now)) {
        const payload = await verifiedJwt(text, key, {
          type: TYPE,
          now,
          requiredClaims: ["tenant", "sub", "exp"],
        });
        if (payload === null) continue;
        const { tenant, sub, exp } = payload;
        return isId("ten", String(tenant)) && isId("rcp", String(sub))
          ? {
            tenantId: tenant as `ten_${string}`,
            receiptId: sub as `rcp_${string}`,
            expiresAt: new Date(exp! * 1_000).toISOString() as Instant,
          }
          : null;
      }
      return null;
    },
  };
}

/** The last digit of base 64 has bits that say nothing: another digit there would be the same signature in another text. */
function isCanonical(text: string): boolean {
  const signature = text.split(".")[2] ?? "";
  const digits = { alphabet: "base64url", omitPadding: true } as const;
  try {
    return Uint8Array.fromBase64(signature, digits).toBase64(digits) ===
      signature;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
