import { decodeProtectedHeader } from "jose";
import type { JWTPayload } from "jose";
import type { Clock } from "../../ports/clock.ts";
import type { SessionTokens } from "../../ports/session_tokens.ts";
import { isId } from "../../src/kernel/ids.ts";
import { type Instant, plusMs } from "../../src/kernel/instant.ts";
import {
  CLOCKS_APART_MS,
  type SignedToken,
  type TokenUse,
} from "../../src/tenancy/session.ts";
import { keyBytes, ownJwt, verifiedJwt } from "./own_jwt.ts";

const TYPE: Readonly<Record<TokenUse, string>> = {
  session: "balance-session+jwt",
  sign_in: "balance-sign-in+jwt",
};

export interface SessionTokensOptions {
  readonly clock: Clock;
  /** What is signed with at this moment. */
  readonly newestKey: string;
  /** What is accepted at `now`, the newest first. */
  readonly keysAt: (now: Instant) => readonly string[];
}

/** Sessions and sign-in tokens as JWTs, signed with HMAC-SHA-256. */
export function sessionTokens(
  { clock, newestKey, keysAt }: SessionTokensOptions,
): SessionTokens {
  return {
    sign({ use, id, tenantId, memberId, epoch, issuedAt, expiresAt }) {
      const claims = { tenant: tenantId, member: memberId, epoch };
      return ownJwt(claims, TYPE[use])
        .setJti(id)
        .setIssuedAt(seconds(issuedAt))
        .setNotBefore(seconds(plusMs(issuedAt, -CLOCKS_APART_MS)))
        .setExpirationTime(seconds(expiresAt))
        .sign(keyBytes(newestKey));
    },
    async verify(use, text) {
      const now = clock.now();
      for (const key of keysAt(now)) {
        const payload = await verifiedJwt(text, key, {
          type: TYPE[use],
          now,
          requiredClaims: ["jti", "iat", "nbf", "exp"],
        });
        if (payload) return tokenOf(use, payload);
      }
      return null;
    },
  };
}

/** Whether `text` says that it is a session of ours; that it is one is for `verify` to find. */
export function claimsToBeSession(text: string): boolean {
  if (text.split(".").length !== 3) return false;
  try {
    return decodeProtectedHeader(text).typ === TYPE.session;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function tokenOf(use: TokenUse, payload: JWTPayload): SignedToken | null {
  const { jti: id, tenant, member, epoch, iat, exp } = payload;
  const isOurs = isIdOf("ses", id) && isIdOf("ten", tenant) &&
    isIdOf("usr", member) && Number.isSafeInteger(epoch);
  return isOurs
    ? {
      use,
      id,
      tenantId: tenant,
      memberId: member,
      epoch: epoch as number,
      issuedAt: instantOf(iat!),
      expiresAt: instantOf(exp!),
    }
    : null;
}

function isIdOf<const P extends string>(
  prefix: P,
  value: unknown,
): value is `${P}_${string}` {
  return typeof value === "string" && isId(prefix, value);
}

function seconds(instant: Instant): number {
  return Math.floor(Date.parse(instant) / 1_000);
}

function instantOf(seconds: number): Instant {
  return new Date(seconds * 1_000).toISOString() as Instant;
}
