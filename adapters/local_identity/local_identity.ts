import type { Claim, Identity } from "../../ports/identity.ts";
import type { SessionTokens } from "../../ports/session_tokens.ts";
import { hashSecret, isSecret } from "../../src/tenancy/api_key_secret.ts";
import { claimsToBeSession } from "./session_tokens.ts";

/**
 * Signs in with what this service itself gave out: sessions, where `sessions` is given, and API keys. What has the form
 * of neither is refused without a look-up; the caller gets the same answer in the same words as for a key that is not
 * known.
 */
export function localIdentity(
  sessions: SessionTokens | null = null,
): Identity {
  return {
    async verify(token) {
      if (claimsToBeSession(token)) return await sessionClaim(sessions, token);
      return isSecret(token)
        ? { kind: "api_key", secretHash: hashSecret(token) }
        : null;
    },
  };
}

async function sessionClaim(
  sessions: SessionTokens | null,
  token: string,
): Promise<Claim | null> {
  const session = await sessions?.verify("session", token);
  if (!session) return null;
  const { id, tenantId, memberId, epoch, expiresAt } = session;
  return { kind: "session", id, tenantId, memberId, epoch, expiresAt };
}
