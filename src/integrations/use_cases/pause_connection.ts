import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ConnectionId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { connectionFailures } from "../connection.ts";
import { type ConnectionHealth, freshHealth } from "../health.ts";
import { planPull } from "../parts/plan_pull.ts";
import { healthOf } from "../parts/note_outcomes.ts";

/**
 * Pauses a connection, or lets it go on. While it is paused webhooks are kept and not taken in, and nothing is
 * fetched; what waits is taken in when it goes on. Done twice it is done once.
 */
export async function pauseConnection(
  deps: Pick<Deps, "uow" | "clock">,
  scope: Scope,
  { id, paused }: { readonly id: ConnectionId; readonly paused: boolean },
): Promise<
  Result<
    ConnectionHealth,
    AccessDenied | Failure<"connection.missing" | "connection.archived">
  >
> {
  const allowed = permit(scope, "connections.write");
  if (!allowed.ok) return allowed;
  const now = deps.clock.now();
  return deps.uow.run(allowed.value, async (tx) => {
    const [connection] = await tx.connections.find([id]);
    if (!connection) {
      return fail(connectionFailures.missing({ connection_id: id }));
    }
    if (connection.archivedAt !== null) {
      return fail(connectionFailures.archived());
    }
    const [known] = await tx.connectionHealth.find([id]);
    const before = known ?? await healthOf(tx, id, now);
    if ((before.state === "paused") === paused) return ok(before);
    const after: ConnectionHealth = paused
      ? { ...before, state: "paused", since: now, nextTryAt: null }
      // Its past is known and long ago: what it does now is what counts.
      : {
        ...freshHealth(id, now),
        version: before.version,
        lastSuccessAt: before.lastSuccessAt,
        lastFailure: before.lastFailure,
      };
    if (known) await tx.connectionHealth.save([after]);
    else await tx.connectionHealth.add([after]);
    tx.events.append([{
      type: paused ? "CONNECTION_PAUSED" : "CONNECTION_RESUMED",
      payload: { connection_id: id },
    }]);
    const [pull] = await tx.pullStates.find([id]);
    if (!paused && pull) {
      await planPull(tx, pull, null, (run) => ({
        type: "PULL_REQUESTED",
        payload: { connection_id: id, run },
      }));
    }
    return ok(after);
  });
}
