import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../access.ts";
import type { Scope } from "../scope.ts";
import { sessionFailures } from "../session.ts";

/** Signs the member out everywhere: this session, all others, and sign-in tokens that were not used yet. */
export async function revokeSessions(
  deps: Pick<Deps, "uow">,
  scope: Scope,
): Promise<Result<null, AccessDenied | Failure<"session.none">>> {
  const allowed = permit(scope, "session.own");
  if (!allowed.ok) return allowed;
  const { actor } = scope;
  if (actor.kind !== "member") return fail(sessionFailures.none());
  return deps.uow.run(allowed.value, async (tx) => {
    const [member] = await tx.members.find([actor.id]);
    if (!member) return fail(sessionFailures.none());
    await tx.members.save([
      { ...member, sessionEpoch: member.sessionEpoch + 1 },
    ]);
    tx.events.append([{
      type: "SESSIONS_REVOKED",
      payload: { member_id: member.id },
    }]);
    return ok(null);
  });
}
