import type { Deps } from "../../ports/deps.ts";
import type { JobFeed } from "../../ports/job_feed.ts";
import type { Job } from "../../src/events/job.ts";
import { openJobScope } from "../../src/events/use_cases/open_job_scope.ts";
import type { Result } from "../../src/kernel/result.ts";
import { plusMs } from "../../src/kernel/instant.ts";
import { handleJob } from "../../src/main/handle_job.ts";
import { applyRun } from "../../src/rules/use_cases/apply_run.ts";
import { backtestRules } from "../../src/rules/use_cases/backtest_rules.ts";
import { undoRun } from "../../src/rules/use_cases/undo_run.ts";
import { take } from "./take.ts";
import { value } from "./trial.ts";

/** Does a job as the service does, back-tests, runs and undos in chunks of `chunk` records. */
export function inSmallChunks(deps: Deps, chunk: number) {
  return (job: Job): Promise<Result<unknown, unknown>> => {
    const scope = openJobScope(job);
    const { id, task } = job;
    switch (task.kind) {
      case "backtest_rules":
        return backtestRules(deps, scope, { id, ...task }, chunk);
      case "apply_rules":
        return applyRun(deps, scope, { id, ...task }, chunk);
      case "undo_rules":
        return undoRun(deps, scope, { id, ...task }, chunk);
      default:
        return handleJob(deps)(job);
    }
  };
}

/** Does every job that is due, in such chunks; returns how many were done. */
export async function runInSmallChunks(
  deps: Deps,
  feed: JobFeed,
  chunk: number,
): Promise<number> {
  const handle = inSmallChunks(deps, chunk);
  for (let done = 0;;) {
    const now = deps.clock.now();
    const jobs = await take(feed, 100, now, plusMs(now, 1));
    if (jobs.length === 0) return done;
    for (const job of jobs) value(await handle(job));
    done += jobs.length;
  }
}
