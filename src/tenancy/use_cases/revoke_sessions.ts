import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { MemberId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../access.ts";
import { memberFailures } from "../member.ts";
import { actorId, isOwner, type Scope } from "../scope.ts";

/**
 * Signs a member out everywhere: all sessions, and sign-in codes that were not used yet. Everybody may do so for
 * themselves; for others who keeps members, for owners only an owner.
 */
export async function revokeSessions(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  id: MemberId,
): Promise<
  Result<null, AccessDenied | Failure<"member.missing" | "member.owners_only">>
> {
  const isOwn = actorId(scope) === id;
  const allowed = permit(scope, isOwn ? "session.own" : "members.write");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    const [member] = await tx.members.find([id]);
    if (!member || member.removedAt !== null) {
      return fail(memberFailures.missing({ member_id: id }));
    }
    if (member.role === "owner" && !isOwn && !isOwner(scope)) {
      return fail(memberFailures.owners_only());
    }
    await tx.members.save([
      { ...member, sessionEpoch: member.sessionEpoch + 1 },
    ]);
    tx.events.append([
      { type: "SESSIONS_REVOKED", payload: { member_id: id } },
    ]);
    return ok(null);
  });
}
