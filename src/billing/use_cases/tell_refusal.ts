import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { isNoRoom } from "../no_room.ts";
import { tellReached } from "../parts/put_off.ts";

/** Notes that a request found no room, so that whoever pays hears of it: the unit that was refused has left nothing. */
export async function tellRefusal(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  failure: Failure,
): Promise<Result<null, AccessDenied>> {
  const allowed = permit(scope, "session.own");
  if (!allowed.ok || !isNoRoom(failure)) return ok(null);
  return await deps.uow.run(allowed.value, async (tx) => {
    await tellReached(tx, failure);
    return ok(null);
  });
}
