import type { Deps } from "../../../ports/deps.ts";
import type { NoRoom } from "../../billing/no_room.ts";
import type { StandingDeps } from "../../billing/parts/read_standing.ts";
import { takeSeat } from "../../billing/parts/take_seat.ts";
import type { Failure } from "../../kernel/failure.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { sha256 } from "../../kernel/sha256.ts";
import { type AccessDenied, permit } from "../access.ts";
import { invitationFailures, isStanding, mayInvite } from "../invitation.ts";
import { type Member, memberFailures } from "../member.ts";
import { openScope } from "../open_scope.ts";
import { sessionFailures } from "../session.ts";
import { findInviter } from "./find_inviter.ts";
import { type StartedSession, startSession } from "./start_session.ts";

/**
 * Makes a member of whoever brings an invitation's code, and signs them in. Of many who bring it at once one becomes a member. Refused
 * when who invited could not invite for that role any more: one who left or lost the right lets nobody in.
 */
export async function acceptInvitation(
  deps:
    & Pick<Deps, "uow" | "ids" | "sessionTokens" | "directory">
    & StandingDeps,
  { code, name }: { readonly code: string; readonly name: string },
): Promise<
  Result<
    StartedSession,
    | AccessDenied
    | NoRoom
    | Failure<"session.off" | "invitation.refused" | "member.email_taken">
  >
> {
  const { sessionTokens } = deps;
  if (!sessionTokens) return fail(sessionFailures.off());
  const found = await deps.directory.invitationByHash(sha256(code));
  if (!found) return fail(invitationFailures.refused());
  const scope = openScope(found.tenantId, { kind: "system", id: "sign_in" });
  const allowed = permit(scope, "members.write");
  if (!allowed.ok) return allowed;
  const now = deps.clock.now();
  const memberId = deps.ids.next("usr");
  const accepted = await deps.uow.run(allowed.value, async (tx) => {
    // Before the invitation: whoever sees the winner's member sees that the invitation was accepted, too.
    const members = await tx.members.all();
    const [tenant] = await tx.tenants.find([found.tenantId]);
    const [invitation] = await tx.invitations.find([found.id]);
    if (!tenant || !invitation || !isStanding(invitation, now)) {
      return fail(invitationFailures.refused());
    }
    const { email, role } = invitation;
    const inviter = await findInviter(tx, tenant.id, invitation, now);
    if (inviter === null || !mayInvite(inviter, role).ok) {
      return fail(invitationFailures.refused());
    }
    const taken = members.some((other) =>
      other.removedAt === null &&
      other.email.toLowerCase() === email.toLowerCase()
    );
    if (taken) return fail(memberFailures.email_taken());
    const member: Member = {
      id: memberId,
      version: 1,
      email,
      name,
      role,
      sessionEpoch: 0,
      createdAt: now,
      removedAt: null,
    };
    const seat = await takeSeat(deps, tx, "members");
    if (!seat.ok) return seat;
    await tx.members.add([member]);
    await tx.invitations.save([
      { ...invitation, acceptedBy: memberId, acceptedAt: now },
    ]);
    tx.events.append([
      { type: "MEMBER_ADDED", payload: { member_id: memberId, role } },
      {
        type: "INVITATION_ACCEPTED",
        payload: { invitation_id: invitation.id, member_id: memberId, role },
      },
    ]);
    return ok({ member, tenant });
  });
  if (!accepted.ok) return accepted;
  return ok(await startSession({ ...deps, sessionTokens }, accepted.value));
}
