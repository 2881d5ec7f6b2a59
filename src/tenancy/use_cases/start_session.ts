import type { Deps } from "../../../ports/deps.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { SessionTokens } from "../../../ports/session_tokens.ts";
import type { Member } from "../member.ts";
import { newToken } from "../session.ts";
import type { Tenant } from "../tenant.ts";

/** A session that begins: who signed in where, and the token that proves it from now on. */
export interface StartedSession {
  readonly member: Member;
  readonly tenant: Tenant;
  readonly token: string;
  readonly expiresAt: Instant;
}

/** Signs a session for a member who has just proved to be one. */
export async function startSession(
  deps: Pick<Deps, "clock" | "ids"> & { readonly sessionTokens: SessionTokens },
  { member, tenant }: { readonly member: Member; readonly tenant: Tenant },
): Promise<StartedSession> {
  const signed = newToken(
    "session",
    deps.ids.next("ses"),
    tenant.id,
    member,
    deps.clock.now(),
  );
  const token = await deps.sessionTokens.sign(signed);
  return { member, tenant, token, expiresAt: signed.expiresAt };
}
