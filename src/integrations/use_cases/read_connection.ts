import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ConnectionId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { type Connection, connectionFailures } from "../connection.ts";

/** One connection of the tenant. */
export async function readConnection(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  id: ConnectionId,
): Promise<
  Result<Connection, AccessDenied | Failure<"connection.missing">>
> {
  const allowed = permit(scope, "connections.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    const [connection] = await tx.connections.find([id]);
    return connection
      ? ok(connection)
      : fail(connectionFailures.missing({ connection_id: id }));
  });
}
