import { z } from "@hono/zod-openapi";
import type { DeadLetterFilter } from "../../../../src/events/dead_letter.ts";
import { QUEUES } from "../../../../src/events/job.ts";
import { plusMs } from "../../../../src/kernel/instant.ts";
import { text } from "../../fields.ts";
import { day, DAY_MS } from "../records/filter_query.ts";

/** What narrows dead letters, as forms send it: both days belong to it. */
export const filterQuery = {
  queue: z.enum(QUEUES).optional(),
  error_class: text(200).optional(),
  from: day.optional(),
  to: day.optional(),
};

const filterSchema = z.object(filterQuery);

/** The filter as the core takes it. */
export function filterIn(
  { queue, error_class, from, to }: z.output<typeof filterSchema>,
): DeadLetterFilter {
  return {
    ...queue && { queue },
    ...error_class && { errorClass: error_class },
    ...from && { from },
    ...to && { to: plusMs(to, DAY_MS) },
  };
}
