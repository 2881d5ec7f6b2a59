import type { Deps } from "../../../ports/deps.ts";
import type { NoRoom } from "../../billing/no_room.ts";
import type { StandingDeps } from "../../billing/parts/read_standing.ts";
import { takeSeat } from "../../billing/parts/take_seat.ts";
import type { Failure } from "../../kernel/failure.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, mayGrant, permit, type Role } from "../access.ts";
import { type Member, memberFailures } from "../member.ts";
import { outlivesMaker } from "../parts/outlives_maker.ts";
import { isOwner, type Scope } from "../scope.ts";

export interface AddMember {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
}

/** Adds a person. E-mail addresses are unique among those who have not left, case aside. */
export async function addMember(
  deps: Pick<Deps, "uow" | "ids"> & StandingDeps,
  scope: Scope,
  command: AddMember,
): Promise<
  Result<
    Member,
    | AccessDenied
    | NoRoom
    | Failure<
      | "member.email_taken"
      | "member.owners_only"
      | "member.beyond_giver"
      | "member.outlives_giver"
    >
  >
> {
  const allowed = permit(scope, "members.write");
  if (!allowed.ok) return allowed;
  if (command.role === "owner" && !isOwner(scope)) {
    return fail(memberFailures.owners_only());
  }
  if (!mayGrant(scope, command.role)) {
    return fail(memberFailures.beyond_giver());
  }
  const member: Member = {
    ...command,
    id: deps.ids.next("usr"),
    version: 1,
    sessionEpoch: 0,
    createdAt: deps.clock.now(),
    removedAt: null,
  };
  return deps.uow.run(allowed.value, async (tx) => {
    const taken = (await tx.members.all()).some((other) =>
      other.removedAt === null &&
      other.email.toLowerCase() === member.email.toLowerCase()
    );
    if (taken) return fail(memberFailures.email_taken());
    if (await outlivesMaker(tx, scope, null)) {
      return fail(memberFailures.outlives_giver());
    }
    const seat = await takeSeat(deps, tx, "members");
    if (!seat.ok) return seat;
    await tx.members.add([member]);
    tx.events.append([{
      type: "MEMBER_ADDED",
      payload: { member_id: member.id, role: member.role },
    }]);
    return ok(member);
  });
}
