import { SignJWT } from "jose";
import { sessionTokens } from "../../adapters/local_identity/session_tokens.ts";
import type { Instant } from "../../src/kernel/instant.ts";
import type { SignedToken } from "../../src/tenancy/session.ts";

export const KEY = "the newest key of these tests, long";
export const OLD = "an earlier key of these tests, long";
export const NOW = "2026-03-01T12:00:00.000Z";
export const EXP = Date.parse("2026-03-02T00:00:00Z") / 1_000;
export const IAT = Date.parse(NOW) / 1_000;
export const TYPE = "balance-session+jwt";

export const TOKEN: SignedToken = {
  use: "session",
  id: "ses_01kx2m6v9dfk3tqz8w5y7r4b1c",
  tenantId: "ten_01kx2m6v9dfk3tqz8w5y7r4b1d",
  memberId: "usr_01kx2m6v9dfk3tqz8w5y7r4b1e",
  epoch: 3,
  issuedAt: NOW,
  expiresAt: "2026-03-02T00:00:00.000Z",
};

export function tokensAt(now: Instant, keys = [KEY]) {
  return sessionTokens({
    clock: { now: () => now },
    newestKey: keys[0]!,
    keysAt: () => keys,
  });
}

export const CLAIMS = {
  tenant: TOKEN.tenantId,
  member: TOKEN.memberId,
  epoch: TOKEN.epoch,
  jti: TOKEN.id,
  iss: "balance",
  aud: TYPE,
  iat: IAT,
  nbf: IAT,
  exp: EXP,
};

/** Signed as ours are, but for what is given. */
export function forged(
  claims: Readonly<Record<string, unknown>> = {},
  header: { readonly alg?: string; readonly typ?: string } = {},
  key: string | CryptoKey = KEY,
): Promise<string> {
  return new SignJWT({ ...CLAIMS, ...claims })
    .setProtectedHeader({ alg: "HS256", typ: TYPE, ...header })
    .sign(typeof key === "string" ? new TextEncoder().encode(key) : key);
}
