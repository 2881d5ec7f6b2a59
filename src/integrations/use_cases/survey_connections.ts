import type { Deps } from "../../../ports/deps.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { Connection } from "../connection.ts";
import { type ConnectionHealth, freshHealth } from "../health.ts";
import type { PullState } from "../pull_state.ts";

/** A connection and how it does, without what of it waits. */
export interface SurveyedConnection {
  readonly connection: Connection;
  readonly health: ConnectionHealth;
  /** Null of connections that are not pulled. */
  readonly pull: PullState | null;
}

/** Every connection, the oldest first, and how each does as its tries told. */
export async function surveyConnections(
  deps: Pick<Deps, "uow" | "clock">,
  scope: Scope,
): Promise<Result<readonly SurveyedConnection[], AccessDenied>> {
  const allowed = permit(scope, "connections.read");
  if (!allowed.ok) return allowed;
  const now = deps.clock.now();
  return deps.uow.run(allowed.value, async (tx) => {
    const connections = await tx.connections.all();
    const ids = connections.map(({ id }) => id);
    const health = new Map(
      (await tx.connectionHealth.find(ids)).map((one) => [one.id, one]),
    );
    const pulls = new Map(
      (await tx.pullStates.find(ids)).map((one) => [one.id, one]),
    );
    return ok(
      connections.map((connection) => ({
        connection,
        health: health.get(connection.id) ?? freshHealth(connection.id, now),
        pull: pulls.get(connection.id) ?? null,
      })),
    );
  });
}
