import type { ConflictId, RecordId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import { isErased } from "../erased.ts";
import type { CompanyRecord, Conflict, Difference } from "../record.ts";
import { contentOf } from "./content_of.ts";
import { type Bookable, openBookable } from "./bookable.ts";
import { openCounterparts } from "./counterparts.ts";
import { type AliasNote, openNames } from "./names.ts";
import { isAside, isUnchanged } from "./nothing_new.ts";
import { judgeRevision } from "./judge_revision.ts";
import { mayTakeAmount } from "./may_take_amount.ts";
import { revisedAnew, revisedRecord } from "./revised_record.ts";
import type { SourcedDraft } from "./sourced_draft.ts";
import type { Known, Standing } from "./standing.ts";

/** A version that arrived, with the record that it makes where it is of none, and an id for where it is kept aside. */
export interface Arrival {
  readonly draft: SourcedDraft;
  readonly fresh: CompanyRecord;
  readonly conflictId: ConflictId;
}

export type Fate = "added" | "duplicate" | "revised" | "quarantined";

/** What becomes of a set of versions. The standing records of `known` hold what is to be written of each. */
export interface IntakePlan {
  /** In the order given. */
  readonly fates: readonly {
    readonly fate: Fate;
    readonly recordId: RecordId;
  }[];
  readonly aliases: readonly AliasNote[];
  readonly conflicts: readonly Conflict[];
}

const RENUMBERED: Difference = {
  field: "external_id",
  detail: "is new, while the record's own came with something else",
};
const TAKEN: Difference = {
  field: "external_id",
  detail: "names a version in whose place another id has come already",
};

/**
 * Says of each version whose it is, and what it does: docs/revisions.md has the table of cases. Known ids go first,
 * then what names an id before it, then the rest, so that the order within a set does not matter.
 */
export function planIntake(
  known: Known,
  arrivals: readonly Arrival[],
  now: Instant,
): IntakePlan {
  const { standing } = known;
  const names = openNames(known);
  const conflicts: Conflict[] = [];
  const fates: IntakePlan["fates"][number][] = new Array(arrivals.length);
  const turnOf = ({ draft }: Arrival) =>
    names.holderOf(draft, draft.externalId)
      ? 0
      : draft.supersedes !== null
      ? 1
      : 2;
  const shownPending = new Set(
    arrivals.flatMap(({ draft }) =>
      draft.pending
        ? names.holderOf(draft, draft.externalId)?.record.id ?? []
        : []
    ),
  );
  /** Booked records under whose own id something else came. */
  const displaced = openCounterparts();
  let pending: Bookable | null = null;
  const inTurn = arrivals.map((arrival, place) => ({
    arrival,
    place,
    turn: turnOf(arrival),
  })).sort((a, b) => a.turn - b.turn || a.place - b.place);

  for (const { arrival, place } of inTurn) {
    const { draft } = arrival;
    const [one, fate] = take(arrival);
    const { id } = one.record;
    fates[place] = { fate, recordId: id };
    // Under either id, what comes late is of this record.
    for (const externalId of [draft.externalId, draft.supersedes]) {
      if (externalId !== null && !names.ownerOf(draft, externalId)) {
        names.note(one, { externalId });
      }
    }
  }
  return { fates, aliases: names.noted, conflicts };

  /** Asked for once the versions with known ids and links are through. */
  function bookable(): Bookable {
    return pending ??= openBookable(known, shownPending);
  }

  function take(arrival: Arrival): readonly [Standing, Fate] {
    const { draft } = arrival;
    const own = names.ownerOf(draft, draft.externalId);
    if (own) return [own, again(own, arrival)];
    const before = draft.supersedes === null
      ? undefined
      : names.ownerOf(draft, draft.supersedes);
    if (before) return [before, succeed(before, arrival)];
    const isUnheardOf = !names.holderOf(draft, draft.externalId);
    if (isUnheardOf && draft.supersedes === null && !draft.pending) {
      const { asTheyStand, asKeptAside } = bookable();
      const booked = asTheyStand.take(draft);
      if (booked) return [booked, revise(booked, draft, { guessed: true })];
      const waiting = asKeptAside.take(draft);
      if (waiting) return [waiting, judged(waiting, arrival)];
      const renumbered = displaced.take(draft);
      if (renumbered) {
        return [renumbered, keepAside(renumbered, arrival, [RENUMBERED])];
      }
    }
    return [add(arrival), "added"];
  }

  /** A version under an id that the record has, had, or that was kept aside for it. */
  function again(one: Standing, arrival: Arrival): Fate {
    const { draft } = arrival;
    const books = one.pending && !draft.pending;
    const isOwnId = draft.externalId === one.record.externalId;
    const isKnown = draft.fingerprint === one.record.fingerprint ||
      one.earlier.has(draft.fingerprint);
    if (isErased(one.record)) return ofErased(one, draft);
    if (isAside(one, draft)) return "duplicate";
    if (isKnown && !books) return "duplicate";
    // Not booked, or under an id that was left: from before what stands.
    if (draft.pending && (!one.pending || !isOwnId)) return "duplicate";
    const fate = judged(one, arrival, { isOlder: !isOwnId && !books });
    if (fate === "quarantined" && isOwnId && !one.pending) displaced.add(one);
    return fate;
  }

  /** A version under a new id that names one which the record has or had. */
  function succeed(one: Standing, arrival: Arrival): Fate {
    const { draft } = arrival;
    if (isErased(one.record)) return ofErased(one, draft);
    if (draft.pending && !one.pending) return "duplicate";
    const isLatest = draft.supersedes === one.record.externalId;
    if (draft.pending && !isLatest) return "duplicate";
    return !isLatest && !one.pending
      ? keepAside(one, arrival, [TAKEN])
      : judged(one, arrival);
  }

  /** What was erased does not come back; it is booked all the same. */
  function ofErased(one: Standing, draft: SourcedDraft): Fate {
    one.pending &&= draft.pending;
    return "duplicate";
  }

  function judged(
    one: Standing,
    arrival: Arrival,
    { isOlder }: { readonly isOlder: boolean } = { isOlder: false },
  ): Fate {
    const { draft } = arrival;
    const judgement = judgeRevision(one.record, draft);
    if (judgement.kind !== "differs") {
      return isOlder ? "duplicate" : revise(one, draft);
    }
    const { differences } = judgement;
    return !isOlder && mayTakeAmount(one, draft, differences)
      ? revise(one, draft, { anew: true })
      : keepAside(one, arrival, differences);
  }

  function revise(
    one: Standing,
    { pending, supersedes: _, raw, ...version }: SourcedDraft,
    { anew = false, guessed = false }: {
      readonly anew?: boolean;
      readonly guessed?: boolean;
    } = {},
  ): Fate {
    const { record } = one;
    const decidesAnew = anew && record.status !== "ingested";
    const next = decidesAnew
      ? revisedAnew(record, version)
      : revisedRecord(record, version);
    if (one.pending === pending && isUnchanged(record, next)) {
      return "duplicate";
    }
    names.note(one, {
      externalId: record.externalId,
      fingerprints: [record.fingerprint],
      guessed,
    });
    one.earlier.add(record.fingerprint);
    one.record = next;
    one.raw = raw;
    one.pending = pending;
    one.anew ||= decidesAnew;
    names.keep(one);
    return "revised";
  }

  function keepAside(
    one: Standing,
    { draft, conflictId }: Arrival,
    reasons: readonly Difference[],
  ): "quarantined" {
    const { externalId, pending, raw, fingerprint } = draft;
    const content = contentOf(draft);
    one.aside.push({ fingerprint, externalId, pending, content });
    conflicts.push({
      id: conflictId,
      recordId: one.record.id,
      receivedAt: now,
      fingerprint,
      externalId,
      pending,
      content,
      raw,
      reasons,
      resolution: null,
    });
    return "quarantined";
  }

  function add({ draft, fresh }: Arrival): Standing {
    const one: Standing = {
      stored: null,
      record: fresh,
      raw: draft.raw,
      pending: draft.pending,
      wasPending: false,
      anew: false,
      earlier: new Set(),
      aside: [],
    };
    standing.set(fresh.id, one);
    names.keep(one);
    return one;
  }
}
