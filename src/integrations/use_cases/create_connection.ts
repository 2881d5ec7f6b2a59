import type { Deps } from "../../../ports/deps.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { Connection } from "../connection.ts";

/** Adds a source of records that are pushed by API. */
export async function createConnection(
  deps: Pick<Deps, "uow" | "clock" | "ids">,
  scope: Scope,
  command: { readonly name: string },
): Promise<Result<Connection, AccessDenied>> {
  const allowed = permit(scope, "connections.write");
  if (!allowed.ok) return allowed;
  const connection: Connection = {
    id: deps.ids.next("con"),
    version: 1,
    name: command.name,
    kind: "api",
    isDefault: false,
    createdAt: deps.clock.now(),
  };
  return deps.uow.run(allowed.value, async (tx) => {
    await tx.connections.add([connection]);
    tx.events.append([{
      type: "CONNECTION_CREATED",
      payload: { connection_id: connection.id, name: connection.name },
    }]);
    return ok(connection);
  });
}
