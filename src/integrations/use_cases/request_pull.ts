import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ConnectionId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { connectionFailures } from "../connection.ts";
import { planPull } from "../parts/plan_pull.ts";
import { healthOf } from "../parts/note_outcomes.ts";

/** Fetches from a source now, whatever was planned, and begins its schedule where it had none. Returns the pull's number. */
export async function requestPull(
  deps: Pick<Deps, "uow" | "clock">,
  scope: Scope,
  id: ConnectionId,
): Promise<
  Result<
    number,
    | AccessDenied
    | Failure<
      | "connection.missing"
      | "connection.archived"
      | "connection.other_kind"
      | "connection.not_authorised"
      | "connection.paused"
    >
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
    if (connection.kind !== "pull") {
      return fail(connectionFailures.other_kind({ kind: connection.kind }));
    }
    const health = await healthOf(tx, id, now);
    if (health.state === "paused") return fail(connectionFailures.paused());
    const [state] = await tx.pullStates.find([id]);
    const isOpen = connection.settings.auth.kind === "bearer" ||
      state!.grant !== null;
    if (!isOpen) return fail(connectionFailures.not_authorised());
    // Who asks by hand wants it tried, whatever the circuit breaker says.
    if (health.nextTryAt !== null) {
      await tx.connectionHealth.save([{ ...health, nextTryAt: null }]);
    }
    const planned = await planPull(tx, state!, null, (run) => ({
      type: "PULL_REQUESTED",
      payload: { connection_id: id, run },
    }));
    return ok(planned.run);
  });
}
