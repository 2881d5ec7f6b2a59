import { z } from "@hono/zod-openapi";
import { ok } from "../../../src/kernel/result.ts";
import { reprocessRecords } from "../../../src/records/use_cases/reprocess_records.ts";
import { cursorOf } from "../cursor.ts";
import { idText } from "../fields.ts";
import { cursor } from "../paging.ts";
import { route } from "../route.ts";
import { RECORDS_MAX } from "./new_record_schema.ts";
import { filterOf, recordFilter } from "./record_filter_schema.ts";

const byIds = z.strictObject({
  record_ids: z.array(idText("rec", "a record")).min(1).max(RECORDS_MAX),
});
const byFilter = z.strictObject({
  filter: z.strictObject(recordFilter),
  limit: z.int().min(1).max(RECORDS_MAX).default(1_000),
  cursor: cursor("rec").optional(),
});

export const reprocessRoute = route({
  method: "post",
  path: "/records/reprocess",
  tag: "records",
  summary: "Process records again",
  description:
    "By ids, or a page of those that a filter lets through. What a person settled stays as it is.",
  action: "records.write",
  body: {
    schema: z.union([byIds, byFilter]).openapi("Reprocess"),
    example: { filter: { outcome: "needs_review" }, limit: 1000 },
  },
  answer: {
    status: 202,
    description: "How many were sent through again",
    schema: z.object({
      requeued: z.number().int(),
      skipped: z.number().int().openapi({
        description: "Settled by a person, waiting already, or not there",
      }),
      next_cursor: z.string().nullable(),
    }).openapi("Requeued"),
    example: { requeued: 12, skipped: 3, next_cursor: null },
  },
  async handle({ deps, scope, body }) {
    const requeued = await reprocessRecords(
      deps,
      scope,
      "record_ids" in body ? { recordIds: body.record_ids } : {
        filter: filterOf(body.filter),
        page: { limit: body.limit, cursor: body.cursor ?? null },
      },
    );
    if (!requeued.ok) return requeued;
    const { next_cursor } = requeued.value;
    return ok({
      body: {
        ...requeued.value,
        next_cursor: next_cursor && cursorOf(next_cursor),
      },
    });
  },
});
