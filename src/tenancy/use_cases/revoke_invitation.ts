import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { InvitationId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../access.ts";
import { invitationFailures, revocation } from "../invitation.ts";
import { memberFailures } from "../member.ts";
import { isOwner, type Scope } from "../scope.ts";

/** Takes an invitation back. Revoking a revoked one changes nothing; an accepted one is refused. */
export async function revokeInvitation(
  deps: Pick<Deps, "uow" | "clock">,
  scope: Scope,
  id: InvitationId,
): Promise<
  Result<
    null,
    | AccessDenied
    | Failure<
      "invitation.missing" | "invitation.accepted" | "member.owners_only"
    >
  >
> {
  const allowed = permit(scope, "members.write");
  if (!allowed.ok) return allowed;
  const revokedAt = deps.clock.now();
  return deps.uow.run(allowed.value, async (tx) => {
    const [invitation] = await tx.invitations.find([id]);
    if (!invitation) {
      return fail(invitationFailures.missing({ invitation_id: id }));
    }
    if (invitation.role === "owner" && !isOwner(scope)) {
      return fail(memberFailures.owners_only());
    }
    if (invitation.acceptedAt !== null) {
      return fail(invitationFailures.accepted({ invitation_id: id }));
    }
    if (invitation.revokedAt !== null) return ok(null);
    await tx.invitations.save([{ ...invitation, revokedAt }]);
    tx.events.append([revocation(invitation)]);
    return ok(null);
  });
}
