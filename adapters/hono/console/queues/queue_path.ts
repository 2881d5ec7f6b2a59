import { queueFailures } from "../../../../src/approvals/review_queue.ts";
import type { QueueId } from "../../../../src/kernel/ids.ts";

/** The review queues. */
export const QUEUES = "/console/review/queues";
/** Where what waits is given to members. */
export const HAND_OUT = "/console/review/queues/hand-out";

/** The page of one queue. */
export function queuePath(
  id: QueueId,
): `/console/review/queues/${QueueId}` {
  return `${QUEUES}/${id}`;
}

/** The kind of id in addresses. */
export const queueId = {
  prefix: "que",
  missing: (id: string) => queueFailures.missing({ queue_id: id }),
} as const;
