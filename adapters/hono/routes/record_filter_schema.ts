import { z } from "@hono/zod-openapi";
import type { RecordFilter } from "../../../src/records/record_filter.ts";
import { idText, instant, text } from "../fields.ts";
import { OUTCOMES, STATUSES } from "./record_schema.ts";

/** What narrows a list of records, in a query or in a body. */
export const recordFilter = {
  status: z.enum(STATUSES).optional(),
  outcome: z.enum(OUTCOMES).optional(),
  category: idText("cat", "a category").optional(),
  connection: idText("con", "a connection").optional(),
  q: text(200).optional().openapi({
    description:
      "Words in description or counterparty, all of them and in any order, case and accents aside",
  }),
  from: instant.optional().openapi({
    description: "`occurred_at` from this instant on",
  }),
  to: instant.optional().openapi({
    description: "`occurred_at` before this instant",
  }),
};

const filterSchema = z.object(recordFilter);

/** The filter as the core takes it. */
export function filterOf(given: z.output<typeof filterSchema>): RecordFilter {
  const { status, outcome, category, connection, q, from, to } = given;
  return {
    ...status && { status },
    ...outcome && { outcome },
    ...category && { categoryId: category },
    ...connection && { connectionId: connection },
    ...q && { text: q },
    ...from && { from },
    ...to && { to },
  };
}
