import type { Deps } from "../../../ports/deps.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import type { Fact } from "../../events/fact.ts";
import type { RecordId, RunId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { exampleOf } from "../../processing/example_of.ts";
import type { CompanyRecord } from "../../records/record.ts";
import {
  type FieldChange,
  type RecordDiff,
  type UndoNote,
  valuesOf,
} from "../history/plan.ts";
import { rulesTried } from "../history/plan_record.ts";
import type { RuleRun } from "../history/run.ts";
import { takeBack } from "../history/take_back.ts";
import { approvalsAfter } from "./approvals_after_undo.ts";
import { chunkFailures, type Raced } from "./in_chunks.ts";

/** A diff of a run as an undo leaves it. */
type Taken = {
  readonly runId: RunId;
  readonly diff: RecordDiff & { readonly undo: UndoNote };
};

/** One record on its way back; `record` is null where all of it was left. */
export interface Undoing {
  readonly recordId: RecordId;
  readonly record: CompanyRecord | null;
  /** The fields given back, from what they were to what they are. */
  readonly back: ReadonlyMap<FieldChange["field"], FieldChange>;
  /** This run's diff, then those of earlier runs. */
  readonly taken: readonly Taken[];
}

/**
 * Takes diffs of a run back, in the caller's unit: how many records got anything. What an earlier run changed and its
 * own undo had to leave, because this run stood in its way, comes back too.
 */
export async function undoDiffs(
  deps: Pick<Deps, "ids">,
  tx: Tx,
  { id: runId, undoneBy }: RuleRun,
  diffs: readonly RecordDiff[],
  { contextAttributes, now }: {
    readonly contextAttributes: readonly string[];
    readonly now: Instant;
  },
): Promise<Result<number, Raced>> {
  const records = new Map(
    (await tx.records.find(diffs.map(({ recordId }) => recordId)))
      .map((record) => [record.id, record]),
  );
  const own = diffs.flatMap((diff): Undoing[] => {
    const record = records.get(diff.recordId);
    return record ? [undone(untouched(record), diff, runId)] : [];
  });
  const undoing = await withEarlierRuns(tx, own);
  const restored = undoing.flatMap(({ record }) => record ?? []);
  const approvals = await approvalsAfter(deps, tx, undoing, {
    contextAttributes,
    now,
    undoneBy,
  });
  const written = await tx.records.save(restored, now);
  if (written.length < restored.length) return fail(chunkFailures.raced());
  // One of a record waits at a time.
  await tx.approvals.save(approvals.withdrawn);
  await tx.approvals.save(approvals.reopened);
  await tx.approvals.add(approvals.added);
  await tx.approvalHistory.add(approvals.happened);
  await tx.examples.remember(restored.flatMap((record) => {
    const at = record.trace?.steps
      .findLast((step) => step.kind === "person_decided")?.at ?? now;
    return exampleOf(record, contextAttributes, at) ?? [];
  }));
  const byRun = Map.groupBy(
    undoing.flatMap(({ taken }) => taken),
    (taken) => taken.runId,
  );
  for (const [id, taken] of byRun) {
    await tx.ruleDiffs.put(id, taken.map(({ diff }) => diff));
  }
  tx.events.append(undoing.flatMap((one) => factOf(one, runId)));
  return ok(restored.length);
}

/** Goes on with runs that were undone before, the latest first: one statement for each. */
async function withEarlierRuns(
  tx: Pick<Tx, "runs" | "ruleDiffs">,
  own: readonly Undoing[],
): Promise<readonly Undoing[]> {
  const ids = new Set(own.flatMap(({ record }) => runsOf(record)));
  const runs = (await tx.runs.find([...ids]))
    .filter(({ undoneBy }) => undoneBy !== null)
    .sort((a, b) => a.id < b.id ? 1 : -1);
  let undoing = own;
  for (const { id } of runs) {
    const concerned = undoing.filter(({ record }) =>
      runsOf(record).includes(id)
    );
    const diffs = new Map(
      (await tx.ruleDiffs.find(id, concerned.map(({ recordId }) => recordId)))
        .map((diff) => [diff.recordId, diff]),
    );
    undoing = undoing.map((one) => {
      const diff = diffs.get(one.recordId);
      return diff ? undone(one, diff, id) : one;
    });
  }
  return undoing;
}

function runsOf(record: CompanyRecord | null): readonly RunId[] {
  return record ? rulesTried(record)?.runs ?? [] : [];
}

function untouched(record: CompanyRecord): Undoing {
  return { recordId: record.id, record, back: new Map(), taken: [] };
}

/** One step back. Of a run that was undone already, what it left then; its job may still come to the others. */
function undone(
  { recordId, record, back, taken }: Undoing,
  diff: RecordDiff,
  runId: RunId,
): Undoing {
  const isOwn = taken.length === 0;
  const { undo } = diff;
  if (!undo || !record || (!isOwn && undo.outcome === null)) {
    return { recordId, record: isOwn ? null : record, back, taken };
  }
  const leftThen = new Set(undo.outcome?.left.map(({ field }) => field));
  const changes = isOwn
    ? diff.changes
    : diff.changes.filter(({ field }) => leftThen.has(field));
  const step = takeBack(record, { changes }, undo, runId);
  if (!isOwn && step.record === null) return { recordId, record, back, taken };
  const { restored, left } = step.outcome;
  const outcome = isOwn ? step.outcome : {
    restored: [...undo.outcome!.restored, ...restored],
    left,
  };
  const given = changes.filter(({ field }) => restored.includes(field))
    .map((change) => {
      const later = back.get(change.field) ?? change;
      return [change.field, { ...later, before: change.before }] as const;
    });
  return {
    recordId,
    record: step.record,
    back: new Map([...back, ...given]),
    taken: [...taken, { runId, diff: { ...diff, undo: { ...undo, outcome } } }],
  };
}

function factOf(
  { recordId, record, back }: Undoing,
  runId: RunId,
): readonly Fact[] {
  if (!record) return [];
  const changes = [...back.values()];
  return [{
    type: "RECORD_UPDATED",
    payload: {
      record_id: recordId,
      run_id: runId,
      before: valuesOf(changes, "after"),
      after: valuesOf(changes, "before"),
    },
  }];
}
