import type { QueueName, Task } from "../../../../src/events/job.ts";
import { type QUEUES, recordsIn } from "../../../../src/events/job.ts";
import { wholeText } from "../parts/figures.tsx";
import type { Choices } from "../parts/field.tsx";

/** What each queue does. */
export const QUEUE_WORDS: Readonly<Record<(typeof QUEUES)[number], string>> = {
  "records:ingest": "Taking records in",
  "records:process": "Processing records",
  "reports:generate": "Making reports",
  "integrations:pull": "Fetching from sources",
  "notifications:deliver": "Sending notices",
  "billing:sync": "Asking the payment provider",
};

/** The queues to choose from. */
export const QUEUE_CHOICES: Choices = Object.entries(QUEUE_WORDS);

/** A job's queue, and how much it was about. */
export function workText(queue: QueueName, task: Task): string {
  const records = recordsIn(task);
  return records === 0
    ? QUEUE_WORDS[queue]
    : `${QUEUE_WORDS[queue]}: ${wholeText(records)} record${
      records === 1 ? "" : "s"
    }`;
}
