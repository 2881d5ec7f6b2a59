import type { Tx } from "../../../ports/unit_of_work.ts";
import type { Fact } from "../../events/fact.ts";
import type { ConnectionId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import {
  type ConnectionHealth,
  freshHealth,
  healthAfter,
  type HealthState,
  type TryOutcome,
} from "../health.ts";

/** The health of a connection; fresh where nothing was noted yet. */
export async function healthOf(
  tx: Pick<Tx, "connectionHealth">,
  id: ConnectionId,
  now: Instant,
): Promise<ConnectionHealth> {
  const [known] = await tx.connectionHealth.find([id]);
  return known ?? freshHealth(id, now);
}

/** Notes how a try ended, and tells it where the state changed for better or worse. Returns the health after it. */
export async function noteOutcome(
  tx: Pick<Tx, "connectionHealth" | "events">,
  id: ConnectionId,
  outcome: TryOutcome,
  world: { readonly now: Instant; readonly chance: number },
): Promise<ConnectionHealth> {
  const [known] = await tx.connectionHealth.find([id]);
  const before = known ?? freshHealth(id, world.now);
  const after = healthAfter(before, outcome, world);
  if (known) await tx.connectionHealth.save([after]);
  else await tx.connectionHealth.add([after]);
  const reason = outcome.kind === "succeeded" ? "succeeded" : outcome.cause;
  tx.events.append(factsOfChange(id, before.state, after.state, reason));
  return known ? { ...after, version: after.version + 1 } : after;
}

/** How bad a state is. */
const RANK: Readonly<Record<HealthState, number>> = {
  paused: 0,
  healthy: 0,
  degraded: 1,
  broken: 2,
  needs_reauth: 3,
};

function factsOfChange(
  connection_id: ConnectionId,
  from: HealthState,
  to: HealthState,
  reason: string,
): readonly Fact[] {
  if (from === to) return [];
  const change = {
    connection_id,
    before: { state: from },
    after: { state: to },
    reason,
  };
  return [
    RANK[to] > RANK[from]
      ? { type: "CONNECTION_DEGRADED", payload: change }
      : { type: "CONNECTION_RESTORED", payload: change },
  ];
}
