import type { Deps } from "../../../ports/deps.ts";
import type { Admission, NewRecord } from "../../../ports/records.ts";
import type { Alias } from "../../../ports/record_versions.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import type { StandingDeps } from "../../billing/parts/read_standing.ts";
import { takeRecords } from "../../billing/parts/take_records.ts";
import type { NoRoom } from "../../billing/no_room.ts";
import type { Fact } from "../../events/fact.ts";
import type { RecordId } from "../../kernel/ids.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Intake } from "../delivery.ts";
import type { Conflict } from "../record.ts";
import {
  type Arrival,
  type Fate,
  planIntake,
} from "../revision/plan_intake.ts";
import { contentOf } from "../revision/content_of.ts";
import type { Revision } from "../revision/revision_facts.ts";
import type { SourcedDraft } from "../revision/sourced_draft.ts";
import { nameOf, type Standing } from "../revision/standing.ts";
import { knownVersions } from "./known_versions.ts";
import { newRecord } from "./take_in.ts";
import { writeRevisions } from "./write_revisions.ts";

/** What became of a set of versions. */
export type SourcedIntake = Intake & {
  /** Versions that a record took. */
  readonly revised: number;
  /** Versions kept aside for a person, told among the conflicts. */
  readonly quarantined: number;
};

/** The stores that taking versions in reads and writes. */
export type IntakeTx = Pick<
  Tx,
  | "records"
  | "recordVersions"
  | "pendingRecords"
  | "approvals"
  | "events"
  | "billingAccounts"
  | "usage"
>;

/** What taking versions in takes. */
export type IntakeDeps = Pick<Deps, "ids"> & StandingDeps;

/**
 * Puts what a connector found into the store inside the caller's unit, with the facts of it: new transactions become
 * records; a later version of one updates its record, under whatever id; one that does not agree in what tells
 * transactions apart is kept aside. Sets and versions may come in any order, and any number of times. All of them, or none where the plan has no room.
 */
export async function takeInFrom(
  deps: IntakeDeps,
  tx: IntakeTx,
  drafts: readonly SourcedDraft[],
): Promise<Result<SourcedIntake, NoRoom>> {
  if (drafts.length === 0) return ok(intakeOf([], []));
  const now = deps.clock.now();
  const arrivals = drafts.map((draft): Arrival => {
    const { pending: _, supersedes: __, ...plain } = draft;
    return {
      draft,
      fresh: newRecord(deps, plain, now).record,
      conflictId: deps.ids.next("cfl"),
    };
  });
  const known = await knownVersions(tx, drafts);
  const plan = planIntake(known, arrivals, now);
  const all = [...known.standing.values()];

  const fresh = all.filter(({ stored }) => stored === null);
  const admitted = await tx.records.admit(fresh.map(asNew));
  const room = await takeRecords(
    deps,
    tx,
    admitted.filter(({ kind }) => kind === "added").length,
  );
  if (!room.ok) return room;
  /** Somebody who takes no turns, as a push by API, may have brought the id meanwhile. */
  const actual = new Map(
    fresh.map(({ record }, i) => [record.id, admitted[i]!]),
  );
  const idOf = (id: RecordId) => actual.get(id)?.recordId ?? id;

  await writeRevisions(
    deps,
    tx,
    all.flatMap((one) =>
      one.stored !== null && one.record !== one.stored
        ? [{ ...revisionOf(one, one.stored), raw: one.raw! }]
        : []
    ),
  );
  await tx.recordVersions.remember(
    merged(
      plan.aliases.map((one) => ({ ...one, recordId: idOf(one.recordId) })),
    ),
  );
  const isThere = ({ record }: Standing) =>
    (actual.get(record.id)?.kind ?? "added") === "added";
  await tx.pendingRecords.add(
    all.filter((one) => one.pending && !one.wasPending && isThere(one))
      .map(({ record }) => record.id),
  );
  await tx.pendingRecords.remove(
    all.filter((one) => !one.pending && one.wasPending)
      .map(({ record }) => record.id),
  );
  const clashes = fresh.flatMap((one, i): Conflict[] =>
    admitted[i]!.kind === "conflict" ? [clashOf(one, arrivals)] : []
  );
  const conflicts = [...plan.conflicts, ...clashes]
    .map((one) => ({ ...one, recordId: idOf(one.recordId) }));
  const kept = new Set(await tx.records.keepAside(conflicts));
  const fates = plan.fates.map(({ fate, recordId }) => ({
    fate: fate === "added" ? FATE_OF[actual.get(recordId)!.kind] : fate,
    recordId: idOf(recordId),
  }));
  tx.events.append([
    ...fates.flatMap(({ fate, recordId }, i): Fact[] =>
      fate !== "added" ? [] : [{
        type: "INGESTED",
        payload: {
          record_id: recordId,
          connection_id: drafts[i]!.connectionId,
          external_id: drafts[i]!.externalId,
        },
      }]
    ),
    ...conflicts.filter(({ id }) => kept.has(id)).map(conflictFact),
  ]);
  return ok(intakeOf(drafts, fates));
}

const FATE_OF = {
  added: "added",
  duplicate: "duplicate",
  conflict: "quarantined",
} as const satisfies Readonly<Record<Admission["kind"], Fate>>;

function asNew({ record, raw = null }: Standing): NewRecord {
  return { record, raw };
}

function revisionOf(
  { record: after, pending, wasPending, anew }: Standing,
  before: Revision["before"],
): Revision {
  return { before, after, pending, wasPending, anew };
}

/** What was new to the plan, and is another version of a record that came meanwhile. */
function clashOf(
  { record, raw = null, pending }: Standing,
  arrivals: readonly Arrival[],
): Conflict {
  const { conflictId } = arrivals.find(({ fresh }) => fresh.id === record.id)!;
  return {
    id: conflictId,
    recordId: record.id,
    receivedAt: record.receivedAt,
    fingerprint: record.fingerprint,
    externalId: record.externalId,
    pending,
    content: contentOf(record),
    raw,
    reasons: [],
    resolution: null,
  };
}

/** One alias for each name: one statement writes a row once. */
function merged(aliases: readonly Alias[]): readonly Alias[] {
  const byName = new Map<string, Alias>();
  for (const alias of aliases) {
    const name = nameOf(alias.connectionId, alias.externalId);
    const before = byName.get(name)?.fingerprints ?? [];
    const fingerprints = [...new Set([...before, ...alias.fingerprints])];
    byName.set(name, { ...alias, fingerprints });
  }
  return [...byName.values()];
}

function conflictFact({ id, recordId, externalId, reasons }: Conflict): Fact {
  return {
    type: "RECORD_CONFLICTED",
    payload: {
      record_id: recordId,
      conflict_id: id,
      external_id: externalId,
      ...reasons.length > 0 && { differs: reasons.map(({ field }) => field) },
    },
  };
}

function intakeOf(
  drafts: readonly SourcedDraft[],
  fates: readonly { readonly fate: Fate; readonly recordId: RecordId }[],
): SourcedIntake {
  const count = (wanted: Fate) =>
    fates.filter(({ fate }) => fate === wanted).length;
  return {
    accepted: count("added"),
    duplicates: count("duplicate"),
    conflicts: fates.flatMap(({ fate, recordId }, i) =>
      fate !== "quarantined" ? [] : [{
        external_id: drafts[i]!.externalId,
        record_id: recordId,
      }]
    ),
    record_ids: fates.map(({ recordId }) => recordId),
    revised: count("revised"),
    quarantined: count("quarantined"),
  };
}
