import { giveUpJob } from "../../src/events/use_cases/give_up_job.ts";
import { plusMs } from "../../src/kernel/instant.ts";
import type { Task } from "../../src/events/job.ts";
import { take } from "./take.ts";
import { lostJob, type openTrial } from "./trial.ts";

/** Gives up every job that waits, for the reason that `why` says. */
export async function buryJobs(
  { deps, feed }: Pick<Awaited<ReturnType<typeof openTrial>>, "deps" | "feed">,
  why: (task: Task) => string,
): Promise<void> {
  const now = deps.clock.now();
  for (const job of await take(feed, 100, now, plusMs(now, 1))) {
    await giveUpJob(deps, lostJob(job, { reason: why(job.task) }));
  }
}
