import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import { plusMs } from "../../kernel/instant.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../access.ts";
import type { Scope } from "../scope.ts";
import { CLOCKS_APART_MS, sessionFailures } from "../session.ts";

/** Signs out: the session that `scope` came by opens nothing any more. */
export async function endSession(
  deps: Pick<Deps, "uow" | "clock">,
  scope: Scope,
): Promise<Result<null, AccessDenied | Failure<"session.none">>> {
  const allowed = permit(scope, "session.own");
  if (!allowed.ok) return allowed;
  const { actor, session } = scope;
  if (actor.kind !== "member" || !session) return fail(sessionFailures.none());
  return deps.uow.run(allowed.value, async (tx) => {
    await tx.endedSessions.end(
      { ...session, memberId: actor.id },
      // Another process, whose clock is behind, may still take what has expired by ours.
      plusMs(deps.clock.now(), -CLOCKS_APART_MS),
    );
    return ok(null);
  });
}
