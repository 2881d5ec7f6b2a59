import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { RunId } from "../../kernel/ids.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { leftIn, type RuleRun } from "../history/run.ts";
import { carryOutPlans } from "./carry_out_plans.ts";
import { inChunks } from "./in_chunks.ts";
import { type Found, searchRun } from "./search_run.ts";

/** Records that are read and changed in one unit. */
const CHUNK = 500;

type Job = { readonly id: string; readonly runId: RunId };

/** The job that applies a run, chunk by chunk: each is one unit, so that another delivery goes on from there. */
export async function applyRun(
  deps: Pick<Deps, "uow" | "clock" | "ids" | "model">,
  scope: Scope,
  job: Job,
  chunk = CHUNK,
): Promise<Result<null, AccessDenied | Failure<"run.missing">>> {
  const allowed = permit(scope, "jobs.run");
  if (!allowed.ok) return allowed;
  const search = await searchRun(deps, allowed.value, job.runId, chunk);
  if (!search.ok) return search;
  await inChunks(() =>
    deps.uow.run(allowed.value, async (tx) => {
      const [run] = await tx.runs.find([job.runId]);
      const [tenant] = await tx.tenants.find([scope.tenantId]);
      if (!tenant) throw new Error(`tenant ${scope.tenantId} has no row`);
      if (!run || (run.state !== "applying" && run.state !== "failed")) {
        await tx.jobs.settle(job.id);
        return ok(true);
      }
      const found = await search.value(tx, run);
      const { settings } = tenant;
      const done = await carryOutPlans(deps, tx, run, found.planned, settings);
      if (!done.ok) return done;
      await tx.runs.save([advanced(run, found, deps.clock.now())]);
      if (!found.ended) return ok(false);
      await tx.jobs.settle(job.id);
      const counts = countsWith(run, found);
      tx.events.append([{
        type: "RULE_RUN_APPLIED",
        payload: {
          run_id: run.id,
          changed: counts.changed,
          left: leftIn(counts),
        },
      }]);
      return ok(true);
    })
  );
  return ok(null);
}

function advanced(
  run: RuleRun,
  found: Found,
  now: RuleRun["createdAt"],
): RuleRun {
  return {
    ...run,
    state: found.ended ? "applied" : "applying",
    scannedTo: found.last ?? run.scannedTo,
    counts: countsWith(run, found),
    endedAt: found.ended ? now : null,
  };
}

function countsWith({ counts }: RuleRun, found: Found): RuleRun["counts"] {
  const { planned, passedOver, scanned } = found;
  const passed = { ...counts.passedOver };
  for (const because of passedOver) passed[because]++;
  return {
    ...counts,
    scanned: counts.scanned + scanned,
    changed: counts.changed + planned.length,
    unchanged: counts.unchanged + scanned - planned.length - passedOver.length,
    passedOver: passed,
  };
}
