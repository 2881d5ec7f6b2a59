import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ConnectionId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import { actorId, type Scope } from "../../tenancy/scope.ts";
import { connectionFailures } from "../connection.ts";
import { type Mapping, mappingFailures, mappingInForce } from "../mapping.ts";

/**
 * Puts a mapping in force for what a connection receives from now on; earlier ones stay, and what they made too. Where
 * another than the one numbered `seen` is in force it is refused; absent takes whichever is.
 */
export async function makeMapping(
  deps: Pick<Deps, "uow" | "clock" | "ids" | "mapper">,
  scope: Scope,
  { connectionId, expression, seen }: {
    readonly connectionId: ConnectionId;
    readonly expression: string;
    readonly seen?: number | undefined;
  },
): Promise<
  Result<
    Mapping,
    | AccessDenied
    | Failure<
      | "connection.missing"
      | "connection.other_kind"
      | "mapping.stale"
      | "mapping.wrong_expression"
    >
  >
> {
  const allowed = permit(scope, "connections.write");
  if (!allowed.ok) return allowed;
  const ready = deps.mapper.read(expression);
  if (!ready.ok) return ready;
  const id = deps.ids.next("map");
  const createdAt = deps.clock.now();
  return deps.uow.run(allowed.value, async (tx) => {
    const [connection] = await tx.connections.find([connectionId]);
    if (!connection) {
      return fail(connectionFailures.missing({ connection_id: connectionId }));
    }
    if (connection.kind !== "webhook" && connection.kind !== "pull") {
      return fail(connectionFailures.other_kind({ kind: connection.kind }));
    }
    const before = mappingInForce(await tx.mappings.all(), connectionId);
    if (seen !== undefined && seen !== before.number) {
      return fail(mappingFailures.stale({ number: before.number }));
    }
    const mapping: Mapping = {
      id,
      version: 1,
      connectionId,
      number: before.number + 1,
      expression,
      createdAt,
      createdBy: actorId(scope),
    };
    await tx.mappings.add([mapping]);
    tx.events.append([{
      type: "CONNECTION_MAPPED",
      payload: {
        connection_id: connectionId,
        mapping_id: mapping.id,
        number: mapping.number,
      },
    }]);
    return ok(mapping);
  });
}
