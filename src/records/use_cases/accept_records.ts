import type { Deps } from "../../../ports/deps.ts";
import type { NoRoom } from "../../billing/no_room.ts";
import type { StandingDeps } from "../../billing/parts/read_standing.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { Intake } from "../delivery.ts";
import type { Incoming } from "../draft.ts";
import { type BacklogFull, openSeats } from "../parts/backlog_seats.ts";
import { draftsOf } from "./drafts_of.ts";
import { takeIn } from "../parts/take_in.ts";

/**
 * Takes a set of records in, all or none: new ones wait for processing, repeats are counted,
 * other content under a known external id is kept aside as a conflict. Refused while too many wait already.
 */
export async function acceptRecords(
  deps: Pick<Deps, "uow" | "ids" | "backlog"> & StandingDeps,
  scope: Scope,
  incoming: readonly Incoming[],
): Promise<
  Result<
    Intake,
    | AccessDenied
    | BacklogFull
    | NoRoom
    | Failure<"record.unknown_connection" | "record.duplicate_ids">
  >
> {
  const allowed = permit(scope, "records.write");
  if (!allowed.ok) return allowed;
  const seats = openSeats(deps.backlog, scope.tenantId, incoming.length);
  const taken = await deps.uow.run(allowed.value, async (tx) => {
    // In the unit, so that a repeated request gets its answer and not this.
    const room = seats.take();
    if (!room.ok) return room;
    const drafts = await draftsOf(tx, incoming);
    if (!drafts.ok) return drafts;
    return await takeIn(deps, tx, drafts.value);
  }).catch(seats.leave);
  seats.keep(taken.ok ? taken.value.accepted : 0);
  return taken;
}
