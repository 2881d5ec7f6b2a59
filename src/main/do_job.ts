import type { Tracing } from "../../adapters/opentelemetry/tracing.ts";
import type { Metrics } from "../../adapters/prometheus/metrics.ts";
import type { Deps } from "../../ports/deps.ts";
import type { GivenUp, JobHandler } from "../../ports/queue.ts";
import { attemptJob, triesAgain } from "../events/attempt_job.ts";
import { giveUpJob } from "../events/use_cases/give_up_job.ts";
import { type Job, queueOf, recordsIn } from "../events/job.ts";
import { handleJob } from "./handle_job.ts";
import type { Log } from "./log.ts";

/** What jobs are watched by, and how often they are tried. */
export interface DoJobOptions {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly tracing: Tracing;
  readonly attemptsMax: number;
  /** Called when a job has ended: another of its tenant may follow. */
  readonly onEnd: () => void;
}

/** How a worker does jobs and gives them up, each with one line in the log, one sample and one span. */
export function doJob(
  deps: Deps,
  { log, metrics, tracing, attemptsMax, onEnd }: DoJobOptions,
): {
  readonly handler: JobHandler;
  readonly giveUp: (lost: GivenUp) => Promise<void>;
} {
  const handle = handleJob(deps);
  /** How long the last try took, of jobs that are about to be given up. */
  const lastMs = new Map<string, number>();
  const labels = ({ task }: Job) => ({ queue: queueOf(task), kind: task.kind });
  const facts = (job: Job) => ({
    job: job.id,
    ...labels(job),
    tenant: job.tenantId,
    records: recordsIn(job.task),
    traceparent: job.traceparent ?? null,
  });

  /** A job that was done along with another has a line and a span of its own. */
  const tellAlong = (other: Job, { id }: Job) =>
    tracing.job("job", other, (tellSpan) => {
      tellSpan("done");
      const line = { ...facts(other), outcome: "done", along_with: id };
      log.info(line, "job");
      return Promise.resolve();
    });

  return {
    handler: (job, attempts) =>
      tracing.job("job", job, async (tellSpan) => {
        const begun = performance.now();
        const trying = Promise.try(() => handle(job, attempts));
        const attempt = await attemptJob(job, () => trying);
        const ms = performance.now() - begun;
        const isDone = attempt.kind === "done";
        const again = !isDone &&
          triesAgain(job, attempt, attempts, attemptsMax);
        const outcome = isDone ? "done" : again ? "retry" : "failed";
        if (outcome === "failed") lastMs.set(job.id, ms);
        else metrics.job({ ...labels(job), outcome, ms });
        tellSpan(outcome);
        log.info({
          ...facts(job),
          outcome,
          ...!isDone && { error: attempt.errorClass },
          attempts,
          ms: Math.round(ms),
        }, "job");
        onEnd();
        const result = await trying;
        if (result.ok && result.value) {
          metrics.records("auto", result.value.auto);
          metrics.records("needs_review", result.value.needs_review);
          for (const tally of result.value.model) {
            metrics.model({ ...tally, ...modelLabels(deps, tally.model) });
          }
          for (const other of result.value.along) await tellAlong(other, job);
        }
        return result;
      }),
    giveUp: (lost) =>
      tracing.job("give up", lost.job, async (tellSpan) => {
        const { job, errorClass, reason, attempts } = lost;
        // Workers that died in the middle of a job did not say how long it took.
        const ms = lastMs.get(job.id) ?? 0;
        lastMs.delete(job.id);
        const given = await giveUpJob(deps, lost).catch((error) => {
          metrics.job({ ...labels(job), outcome: "retry", ms });
          throw error;
        });
        if (!given.ok) throw new Error(given.failure.kind);
        const { became, records } = given.value;
        if (became !== "none") {
          metrics.job({ ...labels(job), outcome: became, ms });
        }
        metrics.records("failed", records);
        tellSpan(became);
        log.error(
          {
            ...facts(job),
            outcome: became,
            error: errorClass,
            reason,
            attempts,
          },
          "job given up",
        );
        onEnd();
      }),
  };
}

/** A model that a tenant named is `other`: a label holds nothing that anybody chose. */
function modelLabels({ model: { profile } }: Deps, asked: string) {
  return {
    provider: profile?.provider ?? "none",
    model: asked === profile?.model ? asked : "other",
  };
}
