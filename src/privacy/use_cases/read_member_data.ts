import type { Deps } from "../../../ports/deps.ts";
import type { RecordedEvent } from "../../events/event.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { MemberId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import { type Member, memberFailures } from "../../tenancy/member.ts";
import type { Scope } from "../../tenancy/scope.ts";

/** What is kept of a member: the row, and a page of what the member did. */
export interface MemberData {
  readonly member: Member;
  /** By `seq`: decisions, keys made, rules written, each with its ids. */
  readonly events: readonly RecordedEvent[];
}

/** Reads all that is kept of a member, also of one who has left; events beyond `after`, up to `limit`. */
export async function readMemberData(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  { id, after, limit }: {
    readonly id: MemberId;
    readonly after: number;
    readonly limit: number;
  },
): Promise<Result<MemberData, AccessDenied | Failure<"member.missing">>> {
  const allowed = permit(scope, "privacy.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    const [member] = await tx.members.find([id]);
    if (!member) return fail(memberFailures.missing({ member_id: id }));
    const events = await tx.events.after(after, limit, { actor: id });
    return ok({ member, events });
  });
}
