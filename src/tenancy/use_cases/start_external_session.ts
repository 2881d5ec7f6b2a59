import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../access.ts";
import { sessionFailures } from "../session.ts";
import { authenticate } from "./authenticate.ts";
import { type StartedSession, startSession } from "./start_session.ts";

/**
 * A session of our own for the member whom an identity provider's token names just now. From then on it is like any
 * other: it ends by itself, and with the membership. No API key, and no session of ours, makes one.
 */
export async function startExternalSession(
  deps: Parameters<typeof authenticate>[0] & Pick<Deps, "sessionTokens">,
  token: string,
): Promise<
  Result<
    StartedSession,
    AccessDenied | Failure<"session.off" | "session.not_a_member">
  >
> {
  const { sessionTokens } = deps;
  if (!sessionTokens) return fail(sessionFailures.off());
  const scope = await authenticate(deps, token);
  if (!scope.ok) return fail(sessionFailures.not_a_member());
  const { actor, session, tenantId } = scope.value;
  if (actor.kind !== "member" || session) {
    return fail(sessionFailures.not_a_member());
  }
  const allowed = permit(scope.value, "session.own");
  if (!allowed.ok) return allowed;
  const found = await deps.uow.run(allowed.value, async (tx) => {
    const [member] = await tx.members.find([actor.id]);
    const [tenant] = await tx.tenants.find([tenantId]);
    return member && member.removedAt === null && tenant
      ? ok({ member, tenant })
      : fail(sessionFailures.not_a_member());
  });
  if (!found.ok) return found;
  return ok(await startSession({ ...deps, sessionTokens }, found.value));
}
