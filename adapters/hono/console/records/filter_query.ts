import { z } from "@hono/zod-openapi";
import {
  type Instant,
  plusMs,
  readInstant,
} from "../../../../src/kernel/instant.ts";
import type { RecordFilter } from "../../../../src/records/record_filter.ts";
import { idText, text } from "../../fields.ts";
import { OUTCOMES, STATUSES } from "../../routes/record_schema.ts";

/** Milliseconds of a day: a last day belongs to what it ends. */
export const DAY_MS = 86_400_000;

/** A day as a date field sends it. */
export const day = z.string().transform((given, context): Instant => {
  const read = readInstant(given);
  if ("instant" in read && given.length === 10) return read.instant;
  context.addIssue({ code: "custom", message: "is not a day" });
  return z.NEVER;
});

/** What narrows the list, as its form sends it: both days belong to it. */
export const filterQuery = {
  q: text(200).optional(),
  status: z.enum(STATUSES).optional(),
  outcome: z.enum(OUTCOMES).optional(),
  category: idText("cat", "a category").optional(),
  connection: idText("con", "a connection").optional(),
  from: day.optional(),
  to: day.optional(),
};

const filterSchema = z.object(filterQuery);

/** The filter as the core takes it. */
export function filterIn(
  { q, status, outcome, category, connection, from, to }: z.output<
    typeof filterSchema
  >,
): RecordFilter {
  return {
    ...q && { text: q },
    ...status && { status },
    ...outcome && { outcome },
    ...category && { categoryId: category },
    ...connection && { connectionId: connection },
    ...from && { from },
    ...to && { to: plusMs(to, DAY_MS) },
  };
}
