import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../access.ts";
import { openScope } from "../open_scope.ts";
import { isOpen, sessionFailures } from "../session.ts";
import { type StartedSession, startSession } from "./start_session.ts";

/** Makes a session out of a sign-in code, which is used up by it: of many who bring it at once one gets in. */
export async function exchangeSignIn(
  deps: Pick<Deps, "uow" | "clock" | "ids" | "sessionTokens">,
  code: string,
): Promise<
  Result<
    StartedSession,
    AccessDenied | Failure<"session.off" | "session.refused">
  >
> {
  const { sessionTokens } = deps;
  if (!sessionTokens) return fail(sessionFailures.off());
  const signed = await sessionTokens.verify("sign_in", code);
  if (!signed) return fail(sessionFailures.refused());
  const { id, tenantId, memberId, epoch } = signed;
  const scope = openScope(tenantId, { kind: "system", id: "sign_in" });
  const allowed = permit(scope, "session.own");
  if (!allowed.ok) return allowed;
  const found = await deps.uow.run(allowed.value, async (tx) => {
    const claim = await tx.inbox.claim(`sign-in ${id}`, id);
    const [member] = await tx.members.find([memberId]);
    const [tenant] = await tx.tenants.find([tenantId]);
    const isGood = claim.kind === "first" && member && tenant &&
      isOpen(epoch, {
        role: member.role,
        epoch: member.sessionEpoch,
        hasLeft: member.removedAt !== null,
        isEnded: false,
      });
    return isGood ? ok({ member, tenant }) : fail(sessionFailures.refused());
  });
  if (!found.ok) return found;
  return ok(await startSession({ ...deps, sessionTokens }, found.value));
}
