import type { Claim, Identity } from "../../ports/identity.ts";
import type { SessionTokens } from "../../ports/session_tokens.ts";
import { hashSecret } from "../../src/tenancy/api_key.ts";
import { claimsToBeSession } from "./session_tokens.ts";

/** Signs in with what this service itself gave out: sessions, where `sessions` is given, and API keys. */
export function localIdentity(
  sessions: SessionTokens | null = null,
): Identity {
  return {
    verify: async (token) =>
      claimsToBeSession(token)
        ? await sessionClaim(sessions, token)
        : { kind: "api_key", secretHash: hashSecret(token) },
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
