import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { Delivery } from "../delivery.ts";
import type { Incoming } from "../draft.ts";
import { type BacklogFull, openSeats } from "../parts/backlog_seats.ts";
import { draftsOf } from "./drafts_of.ts";

/** Keeps a set of records as it came, to be taken in by a job: the sender need not wait. */
export async function receiveDelivery(
  deps: Pick<Deps, "uow" | "clock" | "ids" | "backlog">,
  scope: Scope,
  incoming: readonly Incoming[],
): Promise<
  Result<
    Pick<Delivery, "id" | "receivedAt">,
    | AccessDenied
    | BacklogFull
    | Failure<"record.unknown_connection" | "record.duplicate_ids">
  >
> {
  const allowed = permit(scope, "records.write");
  if (!allowed.ok) return allowed;
  const seats = openSeats(deps.backlog, scope.tenantId, incoming.length);
  const id = deps.ids.next("dlv");
  const receivedAt = deps.clock.now();
  const kept = await deps.uow.run(allowed.value, async (tx) => {
    // In the unit, so that a repeated request gets its answer and not this.
    const room = seats.take();
    if (!room.ok) return room;
    const drafts = await draftsOf(tx, incoming);
    if (!drafts.ok) return drafts;
    await tx.deliveries.add([{
      id,
      version: 1,
      receivedAt,
      drafts: drafts.value,
      intake: null,
      failedAt: null,
    }]);
    tx.events.append([{
      type: "DELIVERY_RECEIVED",
      payload: { delivery_id: id, records: incoming.length },
    }]);
    return ok({ id, receivedAt });
  }).catch(seats.leave);
  seats.keep(kept.ok ? incoming.length : 0);
  return kept;
}
