import type { Deps } from "../../../ports/deps.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { ChainHead } from "../event.ts";

/** Where the log stands; kept elsewhere, it shows later that nothing up to here was rewritten. */
export async function readCheckpoint(
  deps: Pick<Deps, "uow">,
  scope: Scope,
): Promise<Result<ChainHead, AccessDenied>> {
  const allowed = permit(scope, "events.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(
    allowed.value,
    async (tx) => ok(await tx.events.head()),
  );
}
