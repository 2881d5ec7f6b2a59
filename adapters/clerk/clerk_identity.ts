import { decodeJwt, verifyJwt } from "@clerk/backend/jwt";
import type { Clock } from "../../ports/clock.ts";
import type { Claim, Identity } from "../../ports/identity.ts";
import type { Instant } from "../../src/kernel/instant.ts";
import type { Role } from "../../src/tenancy/access.ts";
import { readSession, type Session } from "./session_claims.ts";
import type { SigningKeys } from "./signing_keys.ts";

/** Clerk's algorithm. None other is taken, so that no public key can serve as a shared secret. */
const ALGORITHM = "RS256";
/** What the clocks of two machines may differ by. */
const SKEW_MS = 5_000;
/** Characters of the longest token that is looked at; Clerk's fit in a cookie of 4 KB. */
const TOKEN_MAX = 16_384;
/** Times are checked here, against the service's own clock. */
const ANY_TIME = Number.MAX_SAFE_INTEGER;

/** What a token has to say. */
export interface ClerkTrust {
  readonly issuer: string;
  /** The origins whose pages may ask, as in `azp`; empty: any. */
  readonly parties: readonly string[];
  /** One of them must be in `aud`; empty: none needs to be. */
  readonly audiences: readonly string[];
  /** Ours for a role of an organisation, by its key such as `org:admin`. */
  readonly roles: ReadonlyMap<string, Role>;
}

/** Checks session tokens of Clerk, with keys that are at hand. */
export function clerkIdentity({ trust, keys, clock }: {
  readonly trust: ClerkTrust;
  readonly keys: SigningKeys;
  readonly clock: Clock;
}): Identity {
  return {
    async verify(token) {
      const payload = await verified(token, trust, keys);
      const session = readSession(payload);
      return session && isAcceptable(session, trust, clock)
        ? claimOf(session, trust)
        : null;
    },
  };
}

/** What a token says whose signature, issuer and party are right; null for any other. */
async function verified(
  token: string,
  { issuer, parties }: ClerkTrust,
  keys: SigningKeys,
): Promise<unknown> {
  const header = headerOf(token, issuer);
  if (!header) return null;
  const key = await keys.find(header.kid);
  if (key === null) return null;
  try {
    return await verifyJwt(token, {
      key,
      issuer,
      authorizedParties: [...parties],
      clockSkewInMs: ANY_TIME,
    });
  } catch {
    // The library throws for whatever it refuses; the key is known to be one.
    return null;
  }
}

/** The header of a token that could be one of this issuer: nothing is fetched for others. */
function headerOf(
  token: string,
  issuer: string,
): { readonly kid: string | undefined } | null {
  if (token.length > TOKEN_MAX) return null;
  try {
    const { header, payload } = decodeJwt(token);
    const { alg, kid } = header as { alg?: unknown; kid?: unknown };
    const isOurs = alg === ALGORITHM && payload.iss === issuer &&
      (kid === undefined || typeof kid === "string");
    return isOurs ? { kid } : null;
  } catch {
    // Not of a token's form.
    return null;
  }
}

function isAcceptable(
  session: Session,
  { audiences }: ClerkTrust,
  clock: Clock,
): boolean {
  const now = Date.parse(clock.now());
  const begins = Math.max(session.notBefore, session.issuedAt) * 1_000;
  return now < session.expiresAt * 1_000 + SKEW_MS &&
    now >= begins - SKEW_MS &&
    (audiences.length === 0 ||
      session.audiences.some((one) => audiences.includes(one))) &&
    !session.pending && !session.impersonated;
}

function claimOf(session: Session, { roles }: ClerkTrust): Claim | null {
  const { user, organisation, issuedAt, expiresAt } = session;
  const role = organisation && roles.get(organisation.role);
  return role
    ? {
      kind: "external",
      provider: "clerk",
      organisation: organisation.id,
      user,
      role,
      issuedAt: instantOf(issuedAt),
      expiresAt: instantOf(expiresAt),
    }
    : null;
}

function instantOf(seconds: number): Instant {
  return new Date(seconds * 1_000).toISOString() as Instant;
}
