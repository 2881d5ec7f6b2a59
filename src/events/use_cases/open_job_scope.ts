import { openScope } from "../../tenancy/open_scope.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { Job } from "../job.ts";

/** The scope of a job that the service gave itself, in the job's tenant. */
export function openJobScope(job: Job): Scope {
  const { tenantId, task, traceparent } = job;
  return openScope(
    tenantId,
    { kind: "system", id: `job:${task.kind}` },
    { traceparent },
  );
}
