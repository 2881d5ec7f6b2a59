import type { Clock } from "../../ports/clock.ts";
import type { FileLink, FileLinks } from "../../ports/file_links.ts";
import { isId } from "../../src/kernel/ids.ts";
import type { Instant } from "../../src/kernel/instant.ts";
import { REPORT_FORMATS } from "../../src/reports/report_demand.ts";
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
    sign: (link) =>
      ownJwt({ tenant: link.tenantId, ...claimsOf(link) }, TYPE)
        .setExpirationTime(Math.floor(Date.parse(link.expiresAt) / 1_000))
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
        const { tenant, exp } = payload;
        const file = fileOf(payload);
        return isId("ten", String(tenant)) && file !== null
          ? {
            tenantId: tenant as `ten_${string}`,
            ...file,
            expiresAt: new Date(exp! * 1_000).toISOString() as Instant,
          }
          : null;
      }
      return null;
    },
  };
}

function claimsOf(link: FileLink): { sub: string; format?: string } {
  return "receiptId" in link
    ? { sub: link.receiptId }
    : { sub: link.reportId, format: link.format };
}

function fileOf(claims: { readonly sub?: unknown; readonly format?: unknown }) {
  const sub = String(claims.sub);
  if (isId("rcp", sub)) return { receiptId: sub };
  const format = REPORT_FORMATS.find((one) => one === claims.format);
  return isId("rpt", sub) && format ? { reportId: sub, format } : null;
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
