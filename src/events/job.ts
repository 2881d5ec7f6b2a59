import { z } from "zod";
import {
  type DeliveryId,
  isId,
  type RecordId,
  type TenantId,
} from "../kernel/ids.ts";

/** Most records that one job carries. */
export const RECORDS_PER_JOB_MAX = 500;

const recordIds = z.array(
  z.custom<RecordId>((value) => isId("rec", String(value))),
).min(1).max(RECORDS_PER_JOB_MAX).readonly();

/** Work for later. Carries ids only: a handler reads the rest afresh. */
export const taskSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("process_records"),
    recordIds,
  }),
  z.strictObject({
    kind: z.literal("embed_examples"),
    recordIds,
  }),
  z.strictObject({
    kind: z.literal("ingest_delivery"),
    deliveryId: z.custom<DeliveryId>((v) => isId("dlv", String(v))),
  }),
]);
export type Task = z.infer<typeof taskSchema>;

export const QUEUES = ["records:ingest", "records:process"] as const;
export type QueueName = typeof QUEUES[number];

/** A task in a tenant's name. `id` is `<kind>-<hash>`: the same work has the same id. */
export const jobSchema = z.strictObject({
  id: z.string().regex(/^[a-z_]+-[0-9a-f]{32}$/),
  tenantId: z.custom<TenantId>((v) => isId("ten", String(v))),
  task: taskSchema,
});
export type Job = z.infer<typeof jobSchema>;

const QUEUE_OF: Readonly<Record<Task["kind"], QueueName>> = {
  process_records: "records:process",
  embed_examples: "records:process",
  ingest_delivery: "records:ingest",
};

/** The queue that carries a task. */
export function queueOf(task: Task): QueueName {
  return QUEUE_OF[task.kind];
}

/** Work that was given up: what it was, and why. */
export interface DeadLetter {
  readonly jobId: string;
  readonly queue: QueueName;
  readonly task: Task;
  readonly reason: string;
  readonly attempts: number;
  readonly diedAt: `${string}Z`;
}
