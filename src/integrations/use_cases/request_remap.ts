import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ConnectionId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { connectionFailures } from "../connection.ts";
import { mappingInForce } from "../mapping.ts";

/** Applies the mapping in force to what was taken in before; a job does it. Returns the mapping's number. */
export async function requestRemap(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  connectionId: ConnectionId,
): Promise<
  Result<number, AccessDenied | Failure<"connection.missing">>
> {
  const allowed = permit(scope, "connections.write");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    const [connection] = await tx.connections.find([connectionId]);
    if (!connection) {
      return fail(connectionFailures.missing({ connection_id: connectionId }));
    }
    const { number } = mappingInForce(await tx.mappings.all(), connectionId);
    tx.events.append([{
      type: "REMAP_REQUESTED",
      payload: { connection_id: connectionId, number },
    }]);
    return ok(number);
  });
}
