import { z } from "zod";
import type { Rate } from "../../ports/queue.ts";
import { type QueueName, QUEUES } from "../events/job.ts";

/** `records:process=50,records:ingest=10`: jobs a second, by queue. */
export const jobRates = z.string().transform((text, context) => {
  const rates: Partial<Record<QueueName, Rate>> = {};
  for (const part of text.split(",")) {
    const [, name, jobs] = /^\s*([a-z:]+)=([1-9]\d{0,5})\s*$/.exec(part) ?? [];
    const queue = QUEUES.find((one) => one === name);
    if (queue) rates[queue] = { jobs: Number(jobs), perMs: 1_000 };
    else {
      context.addIssue({
        code: "custom",
        message:
          `must be QUEUE=JOBS_A_SECOND, parted by commas, with queues of ${
            QUEUES.join(", ")
          }`,
      });
    }
  }
  return rates;
});
