import type { Job } from "../../src/events/job.ts";

/** A row of the outbox as far as it is a job. */
export type JobRow = Omit<Job, "traceparent"> & {
  readonly traceparent: string | null;
};

export function jobOf({ id, tenantId, task, traceparent }: JobRow): Job {
  return { id, tenantId, task, ...traceparent !== null && { traceparent } };
}
