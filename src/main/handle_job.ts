import { match } from "ts-pattern";
import type { Deps } from "../../ports/deps.ts";
import type { JobHandler } from "../../ports/queue.ts";
import { openJobScope } from "../events/use_cases/open_job_scope.ts";
import { embedExamples } from "../processing/use_cases/embed_examples.ts";
import { processRecords } from "../processing/use_cases/process_records.ts";
import { ingestDelivery } from "../records/use_cases/ingest_delivery.ts";

/** Does whatever a job asks for, in the name of its tenant. */
export function handleJob(deps: Deps): JobHandler {
  return (job) => {
    const scope = openJobScope(job);
    const { id } = job;
    return match(job.task)
      .with(
        { kind: "process_records" },
        ({ recordIds }) => processRecords(deps, scope, { id, recordIds }),
      )
      .with(
        { kind: "embed_examples" },
        ({ recordIds }) => embedExamples(deps, scope, { id, recordIds }),
      )
      .with(
        { kind: "ingest_delivery" },
        ({ deliveryId }) => ingestDelivery(deps, scope, { id, deliveryId }),
      )
      .exhaustive();
  };
}
