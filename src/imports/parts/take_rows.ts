import type { Deps } from "../../../ports/deps.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import type { NoRoom } from "../../billing/no_room.ts";
import type { StandingDeps } from "../../billing/parts/read_standing.ts";
import type { TakeTx } from "../../billing/parts/take_records.ts";
import type { Instant } from "../../kernel/instant.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { takeIn } from "../../records/parts/take_in.ts";
import type { Intake } from "../../records/delivery.ts";
import { draftOf, type Incoming } from "../../records/draft.ts";
import type { Draft } from "../../records/record.ts";
import {
  type FileImport,
  type ImportCounts,
  type ImportRemark,
  REMARKS_MAX,
} from "../file_import.ts";
import type { FoundRow, Remark } from "../found_row.ts";
import type { NamedRow, Slice } from "../in_slices.ts";

type Said = Remark & Pick<ImportRemark, "kind">;

/** Takes a slice of a file in, says what is to be said of it, and keeps how far the file is read. Returns how many records are new; fails where the plan has no room for them. */
export async function takeRows(
  deps: Pick<Deps, "ids"> & StandingDeps,
  tx: Pick<Tx, "records" | "imports" | "importRemarks"> & TakeTx,
  found: FileImport,
  { rows, isLast }: Slice,
): Promise<Result<number, NoRoom>> {
  const intakes: Intake[] = [];
  const conflicts: Said[] = [];
  for (const round of inRounds(rows)) {
    const intake = await takeIn(deps, tx, round.map(({ draft }) => draft));
    if (!intake.ok) return intake;
    intakes.push(intake.value);
    conflicts.push(...toldConflicts(round, intake.value));
  }
  const unreadable = rows.find(({ row }) => row.kind === "unreadable")?.row;
  const said = [...rows.flatMap(({ row }) => saidOf(row)), ...conflicts]
    .toSorted((a, b) => a.line - b.line);
  await tx.importRemarks.add(
    found.id,
    said.slice(0, Math.max(0, REMARKS_MAX - found.counts.remarks))
      .map(({ line, kind, field, detail }, i) => ({
        place: found.counts.remarks + i + 1,
        line,
        kind,
        field,
        detail,
      })),
  );
  const counts = countsWith(found.counts, rows, intakes, said.length);
  const begun = rows.find(({ row }) => row.kind === "begun")?.row;
  const next: FileImport = {
    ...found,
    format: begun?.kind === "begun" ? begun.format : found.format,
    state: "running",
    endedAt: null,
    rowAt: found.rowAt + rows.length,
    counts,
  };
  const ended = unreadable?.kind === "unreadable"
    ? failed(tx, next, unreadable, deps.clock.now())
    : isLast
    ? done(tx, next, deps.clock.now())
    : next;
  await tx.imports.save([ended]);
  return ok(intakes.reduce((sum, { accepted }) => sum + accepted, 0));
}

interface Drafted {
  readonly line: number;
  readonly draft: Draft;
}

/** The drafts, those that bear another's external id in a later round: it is a repeat of it or a conflict with it. */
function inRounds(rows: readonly NamedRow[]): readonly (readonly Drafted[])[] {
  const rounds: Drafted[][] = [];
  const seen = new Map<string, number>();
  for (const { row, incoming } of rows) {
    if (incoming === null) continue;
    const round = seen.get(incoming.externalId) ?? 0;
    seen.set(incoming.externalId, round + 1);
    const draft = row.kind === "entry"
      ? entryDraft(incoming)
      : draftOf(incoming, incoming.connectionId!);
    (rounds[round] ??= []).push({ line: row.line, draft });
  }
  return rounds;
}

/** Compared without the payload: what a bank writes beside an entry, such as a running balance, differs between statements. */
function entryDraft(incoming: Incoming): Draft {
  const { raw } = incoming;
  return {
    ...draftOf({ ...incoming, raw: null }, incoming.connectionId!),
    raw,
  };
}

function toldConflicts(
  round: readonly Drafted[],
  { conflicts }: Intake,
): readonly Said[] {
  if (conflicts.length === 0) return [];
  const lines = new Map(
    round.map(({ line, draft }) => [draft.externalId, line]),
  );
  return conflicts.map(({ external_id, record_id }) => ({
    kind: "conflict",
    line: lines.get(external_id)!,
    field: "external_id",
    detail: `is that of ${record_id}, which has other content; kept aside`,
  }));
}

function saidOf(row: FoundRow): readonly Said[] {
  if (row.kind !== "bad" && row.kind !== "skipped" && row.kind !== "told") {
    return [];
  }
  const { kind, line, field, detail } = row;
  return [{ kind, line, field, detail }];
}

function countsWith(
  before: ImportCounts,
  rows: readonly NamedRow[],
  intakes: readonly Intake[],
  remarks: number,
): ImportCounts {
  const of = (...kinds: readonly FoundRow["kind"][]) =>
    rows.filter(({ row }) => kinds.includes(row.kind)).length;
  const sum = (count: (intake: Intake) => number) =>
    intakes.reduce((total, intake) => total + count(intake), 0);
  return {
    read: before.read + of("entry", "record", "bad", "skipped"),
    accepted: before.accepted + sum(({ accepted }) => accepted),
    duplicates: before.duplicates + sum(({ duplicates }) => duplicates),
    conflicts: before.conflicts + sum(({ conflicts }) => conflicts.length),
    bad: before.bad + of("bad"),
    skipped: before.skipped + of("skipped"),
    remarks: before.remarks + remarks,
  };
}

function done(
  tx: Pick<Tx, "events">,
  found: FileImport,
  endedAt: Instant,
): FileImport {
  const { accepted, duplicates, conflicts, bad } = found.counts;
  tx.events.append([{
    type: "IMPORT_DONE",
    payload: {
      import_id: found.id,
      accepted,
      duplicates,
      conflicts,
      bad_rows: bad,
    },
  }]);
  return { ...found, state: "done", endedAt };
}

function failed(
  tx: Pick<Tx, "events">,
  found: FileImport,
  { line, field, detail }: Remark,
  endedAt: Instant,
): FileImport {
  tx.events.append([{
    type: "IMPORT_FAILED",
    payload: { import_id: found.id, line },
  }]);
  const failure = { line, field, detail };
  return { ...found, state: "failed", failure, endedAt };
}
