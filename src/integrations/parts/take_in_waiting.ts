import type { Deps } from "../../../ports/deps.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import type { NoRoom } from "../../billing/no_room.ts";
import type { ConnectionId, RecordId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import { ok, type Result } from "../../kernel/result.ts";
import {
  type IntakeDeps,
  type IntakeTx,
  takeInFrom,
} from "../../records/parts/take_in_from.ts";
import type { Permit } from "../../tenancy/access.ts";
import { chanceOf } from "../chance.ts";
import type { TryOutcome } from "../health.ts";
import type { MappedPayload } from "./map_payloads.ts";
import { noteOutcome } from "./note_outcomes.ts";

/**
 * Takes in what mapped payloads say and marks them, in one unit, and notes how it went; those that are taken in already
 * are left out. Fails, with nothing done, where the plan has no room for all of it.
 */
export async function takeInWaiting(
  deps: Pick<Deps, "uow"> & IntakeDeps,
  permit: Permit,
  { connectionId, mapped, mappingNumber, now }: {
    readonly connectionId: ConnectionId;
    readonly mapped: readonly MappedPayload[];
    readonly mappingNumber: number;
    readonly now: Instant;
  },
): Promise<Result<null, NoRoom>> {
  const chance = chanceOf(deps.ids.secretBytes());
  return await deps.uow.run(
    permit,
    async (tx): Promise<Result<null, NoRoom>> => {
      const ids = mapped.map(({ payload }) => payload.id);
      const still = new Set(
        (await tx.payloads.find(ids)).flatMap(({ id, state }) =>
          state === "waiting" ? id : []
        ),
      );
      const left = mapped.filter(({ payload }) => still.has(payload.id));
      if (left.length === 0) return ok(null);
      const intake = await takeInAll(deps, tx, left, mappingNumber);
      if (!intake.ok) return intake;
      await noteOutcome(tx, connectionId, outcomeOf(left), { now, chance });
      return ok(null);
    },
  );
}

/** Takes drafts in and marks the payloads. */
async function takeInAll(
  deps: IntakeDeps,
  tx: IntakeTx & Pick<Tx, "payloads">,
  mapped: readonly MappedPayload[],
  mappingNumber: number,
): Promise<Result<null, NoRoom>> {
  const intake = await takeInFrom(
    deps,
    tx,
    mapped.flatMap(({ drafts }) => drafts),
  );
  if (!intake.ok) return intake;
  const { record_ids } = intake.value;
  let from = 0;
  await tx.payloads.save(mapped.map(({ payload, drafts, failure }) => {
    const ids = record_ids.slice(from, from += drafts.length);
    return {
      ...payload,
      state: failure === null ? "taken_in" : "failed",
      failure,
      mappingNumber,
      recordIds: [...new Set(ids)] as RecordId[],
    };
  }));
  return ok(null);
}

function outcomeOf(mapped: readonly MappedPayload[]): TryOutcome {
  const failed = mapped.filter(({ failure }) => failure !== null);
  return failed.length < mapped.length
    ? { kind: "succeeded", step: "mapping" }
    : {
      kind: "failed",
      cause: "unmapped",
      detail: failed[0]!.failure!.kind,
    };
}
