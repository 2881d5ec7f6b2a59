import { failures } from "../kernel/failure.ts";
import type { MemberId, SessionId, TenantId } from "../kernel/ids.ts";
import { type Instant, plusMs } from "../kernel/instant.ts";
import type { Role } from "./access.ts";
import type { Member } from "./member.ts";

/** What a signed token is good for: a session, or signing in once. */
export type TokenUse = "session" | "sign_in";

/** How long each is good for: a working day, and the way from a terminal to a browser. */
const LIFETIME_MS: Readonly<Record<TokenUse, number>> = {
  session: 12 * 3_600_000,
  sign_in: 10 * 60_000,
};

/** How far the clocks of two processes may be apart. */
export const CLOCKS_APART_MS = 60_000;

/** What a token of ours says: who it was given to, and from when until when it is good. */
export interface SignedToken {
  readonly use: TokenUse;
  readonly id: SessionId;
  readonly tenantId: TenantId;
  readonly memberId: MemberId;
  /** The member's epoch when it was given out: signing out everywhere begins another, in which it is good for nothing. */
  readonly epoch: number;
  readonly issuedAt: Instant;
  readonly expiresAt: Instant;
}

/** What is known of the member of a session at a moment. */
export interface SessionState {
  readonly role: Role;
  readonly epoch: number;
  readonly hasLeft: boolean;
  /** Whether this very session was signed out. */
  readonly isEnded: boolean;
}

export const sessionFailures = failures("session", {
  off: {
    category: "missing",
    title: "Nobody can sign in here: BALANCE_SESSION_KEY is not set",
  },
  refused: {
    category: "unauthenticated",
    title: "This sign-in code is unknown, used or has expired",
  },
  not_a_member: {
    category: "unauthenticated",
    title: "You are signed in there, but are no member of a company here",
  },
  not_asked_for: {
    category: "unauthenticated",
    title: "This browser did not ask to sign in there, or too long ago",
  },
  none: {
    category: "conflict",
    title: "This request was not signed in with a session of a member",
  },
});

export function newToken(
  use: TokenUse,
  id: SessionId,
  tenantId: TenantId,
  member: Pick<Member, "id" | "sessionEpoch">,
  now: Instant,
): SignedToken {
  return {
    use,
    id,
    tenantId,
    memberId: member.id,
    epoch: member.sessionEpoch,
    issuedAt: now,
    // To the second, as it is signed.
    expiresAt: plusMs(now, LIFETIME_MS[use] - Date.parse(now) % 1_000),
  };
}

/** Whether a session of that epoch still opens its tenant. */
export function isOpen(epoch: number, state: SessionState): boolean {
  return !state.hasLeft && !state.isEnded && state.epoch === epoch;
}
