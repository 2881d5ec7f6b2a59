import type { Deps } from "../../../ports/deps.ts";
import type { NoRoom } from "../../billing/no_room.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ConflictId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import { actorId, type Scope } from "../../tenancy/scope.ts";
import { conflictFailures, type ConflictInFull } from "../conflict.ts";
import { isErased } from "../erased.ts";
import { carryOutVerdict } from "../parts/carry_out_verdict.ts";
import { conflictsInFull } from "../parts/conflicts_in_full.ts";
import type { IntakeDeps } from "../parts/take_in_from.ts";
import { type ConflictVerdict, recordFailures } from "../record.ts";

export interface ResolveConflict {
  readonly verdict: ConflictVerdict;
  /** The version of the record that the person saw; null: whichever is there. */
  readonly seenVersion: number | null;
}

/**
 * Carries out what a person says of a version that was kept aside, once: the same verdict again changes nothing, and
 * another one is refused.
 */
export async function resolveConflict(
  deps: Pick<Deps, "uow"> & IntakeDeps,
  scope: Scope,
  id: ConflictId,
  { verdict, seenVersion }: ResolveConflict,
): Promise<
  Result<
    ConflictInFull,
    | AccessDenied
    | NoRoom
    | Failure<
      | "conflict.missing"
      | "conflict.resolved"
      | "conflict.erased"
      | "record.stale"
    >
  >
> {
  const allowed = permit(scope, "records.correct");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    const read = async () =>
      (await conflictsInFull(tx, await tx.recordConflicts.find([id])))[0];
    const seen = await read();
    if (!seen) return fail(conflictFailures.missing({ conflict_id: id }));
    const { id: recordId, connectionId } = seen.record;
    // In the order of who takes versions in: the connection, the approval, and then the record.
    await tx.recordVersions.takeTurns([connectionId]);
    await tx.approvals.waitingFor([recordId]);
    await tx.recordVersions.hold([recordId]);
    const { conflict, record } = (await read())!;
    if (conflict.resolution !== null) {
      return conflict.resolution.verdict === verdict
        ? ok({ conflict, record })
        : fail(conflictFailures.resolved({
          conflict_id: id,
          verdict: conflict.resolution.verdict,
        }));
    }
    if (seenVersion !== null && seenVersion !== record.version) {
      const { version } = record;
      return fail(recordFailures.stale({ record_id: recordId, version }));
    }
    if (isErased(record) && verdict !== "keep_old") {
      return fail(conflictFailures.erased({ record_id: recordId }));
    }
    const carried = await carryOutVerdict(
      deps,
      tx,
      { conflict, record },
      verdict,
    );
    if (!carried.ok) return carried;
    const madeRecordId = carried.value;
    const resolution = {
      verdict,
      at: deps.clock.now(),
      by: actorId(scope),
      madeRecordId,
    };
    await tx.recordConflicts.resolve([{ id, resolution }]);
    tx.events.append([{
      type: "RECORD_CONFLICT_RESOLVED",
      payload: {
        record_id: recordId,
        conflict_id: id,
        verdict,
        ...madeRecordId !== null && { made_record_id: madeRecordId },
      },
    }]);
    return ok((await read())!);
  });
}
