import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { RunId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { runFailures } from "../history/run.ts";
import { inChunks } from "./in_chunks.ts";
import { undoDiffs } from "./undo_diffs.ts";

/** Records that are read and restored in one unit. */
const CHUNK = 500;

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
