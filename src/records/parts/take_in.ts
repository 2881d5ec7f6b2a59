import type { Deps } from "../../../ports/deps.ts";
import type { Admission, NewRecord } from "../../../ports/records.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import type { StandingDeps } from "../../billing/parts/read_standing.ts";
import { takeRecords, type TakeTx } from "../../billing/parts/take_records.ts";
import type { NoRoom } from "../../billing/no_room.ts";
import type { Fact } from "../../events/fact.ts";
import type { Instant } from "../../kernel/instant.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Intake } from "../delivery.ts";
import type { Conflict, Draft } from "../record.ts";

/** Puts drafts into the store inside the caller's unit, with the facts of it; all of them, or none where the plan has no room. */
export async function takeIn(
  deps: Pick<Deps, "ids"> & StandingDeps,
  tx: Pick<Tx, "records"> & TakeTx,
  drafts: readonly Draft[],
): Promise<Result<Intake, NoRoom>> {
  const now = deps.clock.now();
  const admissions = await tx.records.admit(
    drafts.map((draft) => newRecord(deps, draft, now)),
  );
  const count = (kind: Admission["kind"]) =>
    admissions.filter((admission) => admission.kind === kind).length;
  const room = await takeRecords(deps, tx, count("added"));
  if (!room.ok) return room;
  const conflicts = await keepConflicts(deps, tx, drafts, admissions, now);
  tx.events.append([
    ...drafts.flatMap((draft, i): Fact[] =>
      admissions[i]!.kind !== "added" ? [] : [{
        type: "INGESTED",
        payload: {
          record_id: admissions[i]!.recordId,
          connection_id: draft.connectionId,
          external_id: draft.externalId,
        },
      }]
    ),
    ...conflicts.fresh,
  ]);
  return ok({
    accepted: count("added"),
    duplicates: count("duplicate"),
    conflicts: conflicts.all,
    record_ids: admissions.map((admission) => admission.recordId),
  });
}

/** A record that waits for its first decision. */
export function newRecord(
  deps: Pick<Deps, "ids">,
  { raw, ...draft }: Draft,
  receivedAt: Instant,
): NewRecord {
  const record = {
    ...draft,
    id: deps.ids.next("rec"),
    version: 1,
    receivedAt,
    status: "ingested",
    outcome: null,
    categoryId: null,
    source: null,
    confidence: null,
    trace: null,
    settledByPerson: [],
  } as const;
  return { record, raw };
}

async function keepConflicts(
  deps: Pick<Deps, "ids">,
  tx: Pick<Tx, "records">,
  drafts: readonly Draft[],
  admissions: readonly Admission[],
  receivedAt: Instant,
) {
  const pairs = drafts.flatMap((draft, i) => {
    const { kind, recordId } = admissions[i]!;
    if (kind !== "conflict") return [];
    const { externalId, connectionId: _, raw, fingerprint, ...content } = draft;
    const conflict: Conflict = {
      id: deps.ids.next("cfl"),
      recordId,
      receivedAt,
      fingerprint,
      externalId,
      pending: false,
      content,
      raw,
      reasons: [],
      resolution: null,
    };
    return [{ externalId, conflict }];
  });
  const conflicts = pairs.map((pair) => pair.conflict);
  const kept = new Set(await tx.records.keepAside(conflicts));
  return {
    all: pairs.map(({ externalId, conflict }) => ({
      external_id: externalId,
      record_id: conflict.recordId,
    })),
    fresh: pairs.filter(({ conflict }) => kept.has(conflict.id)).map((
      { externalId, conflict },
    ): Fact => ({
      type: "RECORD_CONFLICTED",
      payload: {
        record_id: conflict.recordId,
        conflict_id: conflict.id,
        external_id: externalId,
      },
    })),
  };
}
