import { z } from "@hono/zod-openapi";
import type { DeadLetter } from "../../../src/events/dead_letter.ts";
import { QUEUES, recordsIn } from "../../../src/events/job.ts";
import { told } from "../json_schema.ts";
import type { Told } from "../route.ts";

/** A job that was given up, as JSON. */
export const deadLetterSchema = z.object({
  id: z.string(),
  job_id: z.string(),
  queue: z.enum(QUEUES),
  kind: z.string().openapi({ example: "process_records" }),
  record_ids: z.array(z.string()).openapi({
    description: "The records it was about",
  }),
  delivery_id: z.string().nullable(),
  records: z.number().int(),
  error_class: z.string().openapi({
    description: "What failed, by name",
    example: "PostgresError 23514",
  }),
  reason: z.string(),
  attempts: z.number().int(),
  first_failed_at: told,
  died_at: told,
  traceparent: z.string().nullable().openapi({
    description: "W3C trace context of the request that caused the job",
  }),
  replayed_at: told.nullable(),
}).openapi("DeadLetter");

export function deadLetterJson(
  letter: DeadLetter,
): Told<z.input<typeof deadLetterSchema>> {
  const { task } = letter;
  return {
    id: letter.id,
    job_id: letter.jobId,
    queue: letter.queue,
    kind: task.kind,
    record_ids: "recordIds" in task ? task.recordIds : [],
    delivery_id: "deliveryId" in task ? task.deliveryId : null,
    records: recordsIn(task),
    error_class: letter.errorClass,
    reason: letter.reason,
    attempts: letter.attempts,
    first_failed_at: letter.firstFailedAt,
    died_at: letter.diedAt,
    traceparent: letter.traceparent,
    replayed_at: letter.replayedAt,
  };
}
