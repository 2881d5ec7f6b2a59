import { errors, type JWTPayload, jwtVerify, SignJWT } from "jose";
import type { Instant } from "../../src/kernel/instant.ts";

const ALGORITHM = "HS256";
const ISSUER = "balance";

/** A JWT of ours, to be signed with `keyBytes`. Each type has an audience of its own (RFC 8725, 3.11), so that none passes for another. */
export function ownJwt(claims: JWTPayload, type: string): SignJWT {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: ALGORITHM, typ: type })
    .setIssuer(ISSUER)
    .setAudience(type);
}

/** What a JWT of ours says; null where it is none of that type, by that key, at that time. */
export async function verifiedJwt(
  text: string,
  key: string,
  { type, now, requiredClaims }: {
    readonly type: string;
    readonly now: Instant;
    readonly requiredClaims: readonly string[];
  },
): Promise<JWTPayload | null> {
  try {
    const { payload } = await jwtVerify(text, keyBytes(key), {
      algorithms: [ALGORITHM],
      typ: type,
      issuer: ISSUER,
      audience: type,
      currentDate: new Date(now),
      requiredClaims: [...requiredClaims],
    });
    return payload;
  } catch (error) {
    // Every way of being no good token of ours; anything else is a bug.
    if (error instanceof errors.JOSEError) return null;
    throw error;
  }
}

export function keyBytes(key: string): Uint8Array {
  return new TextEncoder().encode(key);
}
