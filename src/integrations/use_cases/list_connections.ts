import type { Deps } from "../../../ports/deps.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { Connection } from "../connection.ts";

/** The tenant's connections, oldest first. */
export async function listConnections(
  deps: Pick<Deps, "uow">,
  scope: Scope,
): Promise<Result<readonly Connection[], AccessDenied>> {
  const allowed = permit(scope, "connections.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(
    allowed.value,
    async (tx) => ok(await tx.connections.all()),
  );
}
