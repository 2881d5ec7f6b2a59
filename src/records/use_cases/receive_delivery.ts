import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { Delivery } from "../delivery.ts";
import type { Incoming } from "../draft.ts";
import { admitMore, type BacklogFull } from "./admit_more.ts";
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
  let received = 0;
  const id = deps.ids.next("dlv");
  const receivedAt = deps.clock.now();
  const kept = await deps.uow.run(allowed.value, async (tx) => {
    // In the unit, so that a repeated request gets its answer and not this.
    const room = admitMore(deps.backlog, scope.tenantId);
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
    received = incoming.length;
    return ok({ id, receivedAt });
  });
  if (kept.ok) deps.backlog.note(scope.tenantId, received);
  return kept;
}
