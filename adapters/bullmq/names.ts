import type { QueueName } from "../../src/events/job.ts";

/** A queue's name as BullMQ takes it: it refuses `:`, which parts its keys. */
export function bullName(queue: QueueName): string {
  return queue.replace(":", ".");
}
