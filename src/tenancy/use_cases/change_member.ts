import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { MemberId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, mayGrant, permit, type Role } from "../access.ts";
import { revocation, revokedFor } from "../invitation.ts";
import { isDecider } from "../is_decider.ts";
import { type Member, memberFailures } from "../member.ts";
import { isOwner, type Scope } from "../scope.ts";

/** What to change; `remove` ends the membership. A wrong `seenVersion` is refused; without one whichever is there is taken. */
export interface ChangeMember {
  readonly name?: string;
  readonly role?: Role;
  readonly remove?: true;
  readonly seenVersion?: number;
}

/** Renames a member, gives another role, or removes, with standing invitations of the same address. What is held by who may not decide any more is free. The last owner stays. */
export async function changeMember(
  deps: Pick<Deps, "uow" | "clock">,
  scope: Scope,
  id: MemberId,
  change: ChangeMember,
): Promise<
  Result<
    Member,
    | AccessDenied
    | Failure<
      | "member.missing"
      | "member.stale"
      | "member.last_owner"
      | "member.kept_by_provider"
      | "member.owners_only"
      | "member.beyond_giver"
    >
  >
> {
  const allowed = permit(scope, "members.write");
  if (!allowed.ok) return allowed;
  if (change.role && !mayGrant(scope, change.role)) {
    return fail(memberFailures.beyond_giver());
  }
  const now = deps.clock.now();
  return deps.uow.run(allowed.value, async (tx) => {
    const present = (await tx.members.all())
      .filter((member) => member.removedAt === null);
    const member = present.find((member) => member.id === id);
    if (!member) return fail(memberFailures.missing({ member_id: id }));
    if ((change.seenVersion ?? member.version) !== member.version) {
      return fail(memberFailures.stale({ version: member.version }));
    }
    const isKept = (await tx.externalMembers.all())
      .some(({ memberId }) => memberId === id);
    if (isKept) return fail(memberFailures.kept_by_provider());
    const next: Member = {
      ...member,
      name: change.name ?? member.name,
      role: change.role ?? member.role,
      removedAt: change.remove ? now : null,
    };
    const touchesOwner = member.role === "owner" || next.role === "owner";
    if (touchesOwner && !isOwner(scope)) {
      return fail(memberFailures.owners_only());
    }
    const owners = present.filter((member) => member.role === "owner");
    const staysOwner = next.role === "owner" && next.removedAt === null;
    if (member.role === "owner" && owners.length === 1 && !staysOwner) {
      return fail(memberFailures.last_owner());
    }
    // Every owner is written, so that two owners who leave at once race on one version.
    const others = owners.filter((owner) => owner.id !== id);
    await tx.members.save(
      member.role === "owner" && !staysOwner ? [next, ...others] : [next],
    );
    if (!isDecider(next)) await tx.reviewWork.releaseAll([id]);
    const revoked = change.remove
      ? revokedFor(member.email, await tx.invitations.all(), now)
      : [];
    await tx.invitations.save(revoked);
    tx.events.append(revoked.map(revocation));
    tx.events.append([
      change.remove ? { type: "MEMBER_REMOVED", payload: { member_id: id } } : {
        type: "MEMBER_UPDATED",
        payload: {
          member_id: id,
          before: { name: member.name, role: member.role },
          after: { name: next.name, role: next.role },
        },
      },
    ]);
    return ok({ ...next, version: member.version + 1 });
  });
}
