import type { Deps } from "../../../ports/deps.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import type { Approval } from "../../approvals/approval.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { RunId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { exampleOf } from "../../processing/example_of.ts";
import type { CompanyRecord } from "../../records/record.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { isDecision, type RecordDiff, type UndoNote } from "../history/plan.ts";
import { type RuleRun, runFailures } from "../history/run.ts";
import { takeBack, type TakenBack } from "../history/take_back.ts";
import { approvalOf, valuesOf } from "./carry_out_plans.ts";
import { chunkFailures, inChunks, type Raced } from "./in_chunks.ts";

/** Records that are read and restored in one unit. */
const CHUNK = 500;

interface Undoing {
  readonly diff: RecordDiff & { readonly undo: UndoNote };
  readonly taken: TakenBack;
}

/** The job that takes a run back, chunk by chunk: each is one unit, so that another delivery goes on from there. */
export async function undoRun(
  deps: Pick<Deps, "uow" | "clock" | "ids">,
  scope: Scope,
  job: { readonly id: string; readonly runId: RunId },
  chunk = CHUNK,
): Promise<Result<null, AccessDenied | Failure<"run.missing">>> {
  const allowed = permit(scope, "jobs.run");
  if (!allowed.ok) return allowed;
  const { runId } = job;
  const known = await deps.uow.run(allowed.value, async (tx) => {
    const [run] = await tx.runs.find([runId]);
    return run ? ok(run) : fail(runFailures.missing({ run_id: runId }));
  });
  if (!known.ok) return known;
  await inChunks(() =>
    deps.uow.run(allowed.value, async (tx) => {
      const [run] = await tx.runs.find([runId]);
      const [tenant] = await tx.tenants.find([scope.tenantId]);
      if (!tenant) throw new Error(`tenant ${scope.tenantId} has no row`);
      if (run?.state !== "undoing") {
        await tx.jobs.settle(job.id);
        return ok(true);
      }
      const now = deps.clock.now();
      const page = await tx.ruleDiffs.list(runId, {
        limit: chunk,
        cursor: run.scannedTo,
      });
      const undone = await undoDiffs(deps, tx, run, page.data, {
        contextAttributes: tenant.settings.contextAttributes,
        now,
      });
      if (!undone.ok) return undone;
      const restored = run.counts.restored + undone.value;
      const kept = run.counts.kept + page.data.length - undone.value;
      const ended = page.nextCursor === null;
      await tx.runs.save([{
        ...run,
        state: ended ? "undone" : "undoing",
        scannedTo: page.data.at(-1)?.recordId ?? run.scannedTo,
        counts: { ...run.counts, restored, kept },
        endedAt: ended ? now : null,
      }]);
      if (!ended) return ok(false);
      await tx.jobs.settle(job.id);
      tx.events.append([{
        type: "RULE_RUN_UNDONE",
        payload: { run_id: runId, restored, kept },
      }]);
      return ok(true);
    })
  );
  return ok(null);
}

/** How many records got anything back. */
async function undoDiffs(
  deps: Pick<Deps, "ids">,
  tx: Tx,
  { id: runId }: RuleRun,
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
  const undoing = diffs.flatMap((diff): Undoing[] => {
    const record = records.get(diff.recordId);
    const { undo } = diff;
    if (!record || !undo) return [];
    return [{
      diff: { ...diff, undo },
      taken: takeBack(record, diff, undo, runId),
    }];
  });
  const restored = undoing.flatMap(({ taken }) => taken.record ?? []);
  const approvals = await approvalsAfter(deps, tx, undoing, now);
  const written = await tx.records.save(restored, now);
  if (written.length < restored.length) return fail(chunkFailures.raced());
  await tx.approvals.save(approvals.changed);
  await tx.approvals.add(approvals.added);
  await tx.examples.remember(restored.flatMap((record) => {
    const at = record.trace?.steps
      .findLast((step) => step.kind === "person_decided")?.at ?? now;
    return exampleOf(record, contextAttributes, at) ?? [];
  }));
  await tx.ruleDiffs.put(
    runId,
    undoing.map(({ diff, taken }) => ({
      ...diff,
      undo: { ...diff.undo, outcome: taken.outcome },
    })),
  );
  tx.events.append(
    undoing.flatMap(({ diff, taken }) => {
      if (!taken.record) return [];
      const back = diff.changes
        .filter(({ field }) => taken.outcome.restored.includes(field));
      return [{
        type: "RECORD_UPDATED" as const,
        payload: {
          record_id: diff.recordId,
          run_id: runId,
          before: valuesOf(back, "after"),
          after: valuesOf(back, "before"),
        },
      }];
    }),
  );
  return ok(restored.length);
}

/** What waits for a person after the undo: an approval that the run withdrew waits again, one that it added no longer does. */
async function approvalsAfter(
  deps: Pick<Deps, "ids">,
  tx: Pick<Tx, "approvals">,
  undoing: readonly Undoing[],
  now: Instant,
): Promise<{
  readonly changed: readonly Approval[];
  readonly added: readonly Approval[];
}> {
  const decided = undoing.filter(({ taken }) =>
    taken.record !== null && taken.outcome.restored.some(isDecision)
  );
  const found = await tx.approvals.find(
    decided.flatMap(({ diff }) => diff.undo.approval_id ?? []),
  );
  const byRecord = new Map(found.map((one) => [one.recordId, one]));
  const changed: Approval[] = [];
  const added: Approval[] = [];
  for (const { diff, taken } of decided) {
    const known = byRecord.get(diff.recordId);
    if (waits(taken.record!)) {
      if (known?.state.kind === "withdrawn") {
        changed.push({ ...known, state: { kind: "waiting" } });
      } else if (known?.state.kind !== "waiting") {
        added.push(approvalOf(deps, taken.record!, now));
      }
    } else if (known?.state.kind === "waiting") {
      changed.push({ ...known, state: { kind: "withdrawn", at: now } });
    }
  }
  return { changed, added };
}

function waits({ status, outcome }: CompanyRecord): boolean {
  return status === "processed" && outcome === "needs_review";
}
