import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ConnectionId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { connectionFailures } from "../connection.ts";
import type { Mapping } from "../mapping.ts";

/** The mappings that a connection has had, oldest first. */
export async function listMappings(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  connectionId: ConnectionId,
): Promise<
  Result<readonly Mapping[], AccessDenied | Failure<"connection.missing">>
> {
  const allowed = permit(scope, "connections.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    const [connection] = await tx.connections.find([connectionId]);
    if (!connection) {
      return fail(connectionFailures.missing({ connection_id: connectionId }));
    }
    const all = await tx.mappings.all();
    return ok(all.filter((one) => one.connectionId === connectionId));
  });
}
