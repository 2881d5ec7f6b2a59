import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ConnectionId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { type Connection, connectionFailures } from "../connection.ts";
import type { ConnectionHealth } from "../health.ts";
import { healthOf } from "../parts/note_outcomes.ts";
import type { PayloadState } from "../payload.ts";
import type { PullState } from "../pull_state.ts";

/** How a connection does, and what of it waits. */
export interface HealthReport {
  readonly connection: Connection;
  readonly health: ConnectionHealth;
  readonly payloads: Readonly<Record<PayloadState, number>>;
  /** Null of connections that are not pulled. */
  readonly pull: PullState | null;
}

/** How a connection does, as its tries told: nothing is asked of the source now. */
export async function readHealth(
  deps: Pick<Deps, "uow" | "clock">,
  scope: Scope,
  id: ConnectionId,
): Promise<
  Result<HealthReport, AccessDenied | Failure<"connection.missing">>
> {
  const allowed = permit(scope, "connections.read");
  if (!allowed.ok) return allowed;
  const now = deps.clock.now();
  return deps.uow.run(allowed.value, async (tx) => {
    const [connection] = await tx.connections.find([id]);
    if (!connection) {
      return fail(connectionFailures.missing({ connection_id: id }));
    }
    const [pull] = await tx.pullStates.find([id]);
    return ok({
      connection,
      health: await healthOf(tx, id, now),
      payloads: await tx.payloads.counts(id),
      pull: pull ?? null,
    });
  });
}
