import type { Deps } from "../../../ports/deps.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import type { NoRoom } from "../../billing/no_room.ts";
import { takeRecords, type TakeTx } from "../../billing/parts/take_records.ts";
import type { RecordId } from "../../kernel/ids.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type ConflictInFull, overruledBy } from "../conflict.ts";
import type { CompanyRecord, ConflictVerdict } from "../record.ts";
import { revisedAnew, revisedRecord } from "../revision/revised_record.ts";
import type { IntakeDeps, IntakeTx } from "./take_in_from.ts";
import { newRecord } from "./take_in.ts";
import { writeRevisions } from "./write_revisions.ts";

/** Does what a person said of a version whose record the unit holds; answers the record that was made of it, if one was. */
export async function carryOutVerdict(
  deps: IntakeDeps,
  tx: IntakeTx,
  { conflict, record }: ConflictInFull,
  verdict: ConflictVerdict,
): Promise<Result<RecordId | null, NoRoom>> {
  if (verdict === "both") return await makeRecord(deps, tx, conflict, record);
  const [wasPending] = await tx.pendingRecords.among([record.id]);
  const books = wasPending !== undefined && !conflict.pending;
  if (verdict === "take_new") {
    await takeVersion(deps, tx, { conflict, record }, {
      wasPending: wasPending !== undefined,
      pending: wasPending !== undefined && !books,
    });
  }
  // The source has booked it, whatever the person makes of how.
  if (books) await tx.pendingRecords.remove([record.id]);
  return ok(null);
}

async function takeVersion(
  deps: Pick<Deps, "clock">,
  tx: IntakeTx,
  { conflict, record }: ConflictInFull,
  states: { readonly wasPending: boolean; readonly pending: boolean },
): Promise<void> {
  const { connectionId } = record;
  const name = { connectionId, externalId: conflict.externalId };
  const [holder] = await tx.recordVersions.holders([name]);
  const isFree = holder === undefined || holder.recordId === record.id;
  const version = {
    ...conflict.content,
    connectionId,
    externalId: isFree ? conflict.externalId : record.externalId,
    fingerprint: conflict.fingerprint,
  };
  const anew = mayBeDecidedAnew(record);
  const overruled = overruledBy(conflict.reasons);
  await writeRevisions(deps, tx, [{
    before: record,
    after: anew
      ? revisedAnew(record, version, overruled)
      : revisedRecord(record, version, overruled),
    ...states,
    anew,
    raw: conflict.raw,
  }]);
  await tx.recordVersions.remember([{
    connectionId,
    externalId: record.externalId,
    recordId: record.id,
    fingerprints: [record.fingerprint],
    guessed: false,
  }]);
}

/** A decision of a person stays; one of the service was on something else. */
function mayBeDecidedAnew({ status, settledByPerson }: CompanyRecord): boolean {
  return (status === "processed" || status === "failed") &&
    !settledByPerson.includes("category_id");
}

async function makeRecord(
  deps: IntakeDeps,
  tx:
    & Pick<Tx, "records" | "recordVersions" | "pendingRecords">
    & TakeTx,
  { id, externalId, fingerprint, content, raw, pending }:
    ConflictInFull["conflict"],
  { id: recordId, connectionId, externalId: taken }: CompanyRecord,
): Promise<Result<RecordId, NoRoom>> {
  const name = { connectionId, externalId };
  const [holder] = await tx.recordVersions.holders([name]);
  const isAlias = holder?.recordId === recordId && externalId !== taken;
  if (isAlias) await tx.recordVersions.forget([name]);
  const draft = {
    ...content,
    connectionId,
    // The source used one id twice; what comes under it stays the first record's.
    externalId: isAlias || !holder ? externalId : `${externalId}~${id}`,
    fingerprint,
    raw,
  };
  const made = newRecord(deps, draft, deps.clock.now());
  const [admission] = await tx.records.admit([made]);
  if (admission?.kind !== "added") {
    throw new Error(`a name of ${recordId} was taken while a unit held it`);
  }
  const room = await takeRecords(deps, tx, 1);
  if (!room.ok) return room;
  if (pending) await tx.pendingRecords.add([made.record.id]);
  tx.events.append([{
    type: "INGESTED",
    payload: {
      record_id: made.record.id,
      connection_id: connectionId,
      external_id: draft.externalId,
    },
  }]);
  return ok(made.record.id);
}
