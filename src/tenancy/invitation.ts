import { type Failure, failures } from "../kernel/failure.ts";
import type { InvitationId, MemberId } from "../kernel/ids.ts";
import { type Instant, plusMs } from "../kernel/instant.ts";
import { fail, type Result } from "../kernel/result.ts";
import { sha256 } from "../kernel/sha256.ts";
import {
  type AccessDenied,
  mayGrant,
  type Permit,
  permit,
  type Role,
} from "./access.ts";
import { memberFailures } from "./member.ts";
import { isOwner, type Scope } from "./scope.ts";

/** An address that was asked to join. Only the hash of its code is kept. */
export interface Invitation {
  readonly id: InvitationId;
  readonly version: number;
  readonly email: string;
  readonly role: Role;
  /** SHA-256 of the whole code: it is random, so a slow hash would add nothing. */
  readonly codeHash: string;
  /** The id of who invited. */
  readonly invitedBy: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  /** Who it made a member; null while nobody. */
  readonly acceptedBy: MemberId | null;
  readonly acceptedAt: Instant | null;
  readonly revokedAt: Instant | null;
}

export const invitationFailures = failures("invitation", {
  missing: { category: "missing", title: "No such invitation" },
  accepted: {
    category: "conflict",
    title: "This invitation was accepted already; remove the member instead",
  },
  refused: {
    category: "unauthenticated",
    title: "This invitation is unknown, used, revoked or has expired",
  },
});

/** Whether `scope` may let somebody in with that role; asked when it invites, and again when the invitation is accepted. */
export function mayInvite(
  scope: Scope,
  role: Role,
): Result<
  Permit,
  AccessDenied | Failure<"member.owners_only" | "member.beyond_giver">
> {
  const allowed = permit(scope, "members.write");
  if (!allowed.ok) return allowed;
  if (role === "owner" && !isOwner(scope)) {
    return fail(memberFailures.owners_only());
  }
  return mayGrant(scope, role) ? allowed : fail(memberFailures.beyond_giver());
}

/** How long an invitation stands. */
const LIFETIME_MS = 7 * 86_400_000;
const CODE_PREFIX = "balinv_";

type NewInvitation = Pick<
  Invitation,
  "id" | "email" | "role" | "invitedBy" | "createdAt"
>;

/** An invitation, and its code: `balinv_` and the hexadecimal digits of 32 random bytes. */
export function newInvitation(
  given: NewInvitation,
  random: Uint8Array<ArrayBufferLike>,
): { readonly invitation: Invitation; readonly code: string } {
  if (random.length !== 32) {
    throw new RangeError("an invitation needs 32 random bytes");
  }
  const code = CODE_PREFIX + random.toHex();
  return {
    code,
    invitation: {
      ...given,
      version: 1,
      codeHash: sha256(code),
      expiresAt: plusMs(given.createdAt, LIFETIME_MS),
      acceptedBy: null,
      acceptedAt: null,
      revokedAt: null,
    },
  };
}

/** Whether it can be accepted at `now`. */
export function isStanding(invitation: Invitation, now: Instant): boolean {
  return invitation.acceptedAt === null && invitation.revokedAt === null &&
    invitation.expiresAt > now;
}

/** What the log tells of a revoked one. */
export function revocation({ id }: Invitation) {
  return {
    type: "INVITATION_REVOKED",
    payload: { invitation_id: id },
  } as const;
}

/**
 * The standing ones for an address, as revoked at `now`. Who left, or was asked anew, comes in by none from before.
 */
export function revokedFor(
  email: string,
  invitations: readonly Invitation[],
  now: Instant,
): readonly Invitation[] {
  return invitations
    .filter((one) =>
      isStanding(one, now) && one.email.toLowerCase() === email.toLowerCase()
    )
    .map((one) => ({ ...one, revokedAt: now }));
}
