import type { Deps } from "../../ports/deps.ts";
import type { GivenUp, JobHandler } from "../../ports/queue.ts";
import { giveUpJob } from "../events/use_cases/give_up_job.ts";
import { type Job, queueOf, recordsIn } from "../events/job.ts";
import { handleJob } from "./handle_job.ts";
import type { Log } from "./log.ts";

/** How a worker does jobs and gives them up, each with one line in the log. */
export function doJob(deps: Deps, { log, onEnd }: {
  readonly log: Log;
  /** Called when a job has ended: another of its tenant may follow. */
  readonly onEnd: () => void;
}): {
  readonly handler: JobHandler;
  readonly giveUp: (lost: GivenUp) => Promise<void>;
} {
  const handle = handleJob(deps);
  const facts = ({ id, task, tenantId, traceparent }: Job) => ({
    job: id,
    queue: queueOf(task),
    kind: task.kind,
    tenant: tenantId,
    records: recordsIn(task),
    traceparent: traceparent ?? null,
  });
  return {
    async handler(job) {
      const begun = performance.now();
      let outcome = "threw";
      try {
        const result = await handle(job);
        outcome = result.ok ? "done" : result.failure.kind;
        return result;
      } finally {
        const ms = Math.round(performance.now() - begun);
        log.info({ ...facts(job), outcome, ms }, "job");
        onEnd();
      }
    },
    async giveUp(lost) {
      const { job, errorClass, reason, attempts } = lost;
      const given = await giveUpJob(deps, lost);
      const outcome = given.ok ? given.value : given.failure.kind;
      log.error(
        { ...facts(job), outcome, error: errorClass, reason, attempts },
        "job given up",
      );
      onEnd();
    },
  };
}
