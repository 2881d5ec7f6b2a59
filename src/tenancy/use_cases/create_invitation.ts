import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import { outlivesMaker } from "../parts/outlives_maker.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { AccessDenied, Role } from "../access.ts";
import {
  type Invitation,
  mayInvite,
  newInvitation,
  revocation,
  revokedFor,
} from "../invitation.ts";
import { memberFailures } from "../member.ts";
import { actorId, isOwner, type Scope } from "../scope.ts";
import { sessionFailures } from "../session.ts";

export interface CreateInvitation {
  readonly email: string;
  readonly role: Role;
}

/** An invitation and its code. The code is null when a repeated request gets the first one's answer: it is told once. */
export interface CreatedInvitation {
  readonly invitation: Invitation;
  readonly code: string | null;
}

/** Asks somebody to join, in a role that allows no more than the inviter has. Earlier invitations of the address are revoked. */
export async function createInvitation(
  deps: Pick<Deps, "uow" | "clock" | "ids" | "sessionTokens">,
  scope: Scope,
  { email, role }: CreateInvitation,
): Promise<
  Result<
    CreatedInvitation,
    | AccessDenied
    | Failure<
      | "member.email_taken"
      | "member.owners_only"
      | "member.beyond_giver"
      | "member.outlives_giver"
      | "session.off"
    >
  >
> {
  const allowed = mayInvite(scope, role);
  if (!allowed.ok) return allowed;
  if (!deps.sessionTokens) return fail(sessionFailures.off());
  const now = deps.clock.now();
  const { invitation, code } = newInvitation({
    id: deps.ids.next("inv"),
    email,
    role,
    invitedBy: actorId(scope),
    createdAt: now,
  }, deps.ids.secretBytes());
  const created = await deps.uow.run(allowed.value, async (tx) => {
    await tx.usage.takeTurn("invitations");
    const taken = (await tx.members.all()).some((member) =>
      member.removedAt === null &&
      member.email.toLowerCase() === email.toLowerCase()
    );
    if (taken) return fail(memberFailures.email_taken());
    if (await outlivesMaker(tx, scope, null)) {
      return fail(memberFailures.outlives_giver());
    }
    const revoked = revokedFor(email, await tx.invitations.all(), now);
    if (revoked.some((one) => one.role === "owner") && !isOwner(scope)) {
      return fail(memberFailures.owners_only());
    }
    await tx.invitations.save(revoked);
    await tx.invitations.add([invitation]);
    tx.events.append([
      ...revoked.map(revocation),
      {
        type: "INVITATION_CREATED",
        payload: { invitation_id: invitation.id, role },
      },
    ]);
    return ok(invitation);
  });
  if (!created.ok) return created;
  const isFirst = created.value.id === invitation.id;
  return ok({ invitation: created.value, code: isFirst ? code : null });
}
