import type { Deps } from "../../../ports/deps.ts";
import type { NoRoom } from "../../billing/no_room.ts";
import type { StandingDeps } from "../../billing/parts/read_standing.ts";
import { takeSeat } from "../../billing/parts/take_seat.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ConnectionId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { pullAddressFlaws } from "../parts/pull_addresses.ts";
import { planPull } from "../parts/plan_pull.ts";
import {
  type Connection,
  connectionFailures,
  type ConnectionSource,
} from "../connection.ts";

export interface ChangeConnection {
  readonly name?: string | undefined;
  /** Of the kind that the connection has. */
  readonly source?: ConnectionSource | undefined;
  readonly archived?: boolean | undefined;
}

/** Changes a connection's name or settings, or archives it: it takes nothing in any more, and its records stay. Back again it needs a seat. */
export async function changeConnection(
  deps: Pick<Deps, "uow" | "outgoing"> & StandingDeps,
  scope: Scope,
  { id, seenVersion, ...change }: ChangeConnection & {
    readonly id: ConnectionId;
    /** Null: whichever version is there. */
    readonly seenVersion: number | null;
  },
): Promise<
  Result<
    Connection,
    | AccessDenied
    | NoRoom
    | Failure<
      | "connection.missing"
      | "connection.stale"
      | "connection.is_default"
      | "connection.other_kind"
      | "connection.invalid"
    >
  >
> {
  const allowed = permit(scope, "connections.write");
  if (!allowed.ok) return allowed;
  const flaws = change.source
    ? pullAddressFlaws(deps, change.source, "/source")
    : [];
  if (flaws.length > 0) return fail(connectionFailures.invalid({}, flaws));
  const now = deps.clock.now();
  return deps.uow.run(allowed.value, async (tx) => {
    const [before] = await tx.connections.find([id]);
    if (!before) return fail(connectionFailures.missing({ connection_id: id }));
    if (seenVersion !== null && seenVersion !== before.version) {
      return fail(connectionFailures.stale({ version: before.version }));
    }
    if (change.source && change.source.kind !== before.kind) {
      return fail(connectionFailures.other_kind({ kind: before.kind }));
    }
    const archived = change.archived ?? before.archivedAt !== null;
    if (archived && before.isDefault) {
      return fail(connectionFailures.is_default());
    }
    const after = {
      ...before,
      ...change.source,
      name: change.name ?? before.name,
      archivedAt: archived ? before.archivedAt ?? now : null,
    } as Connection;
    const isBack = before.archivedAt !== null && after.archivedAt === null;
    if (isBack) {
      const seat = await takeSeat(deps, tx, "connections");
      if (!seat.ok) return seat;
    }
    await tx.connections.save([after]);
    tx.events.append([{
      type: "CONNECTION_UPDATED",
      payload: {
        connection_id: id,
        before: told(before),
        after: told(after),
      },
    }]);
    const [pull] = await tx.pullStates.find([id]);
    if (pull && isBack) {
      await planPull(tx, pull, null, (run) => ({
        type: "PULL_REQUESTED",
        payload: { connection_id: id, run },
      }));
    }
    return ok({ ...after, version: before.version + 1 });
  });
}

/** Settings are not told: addresses and parameters may say more than a log should keep for ever. */
function told({ name, archivedAt }: Connection) {
  return { name, archived: archivedAt !== null };
}
