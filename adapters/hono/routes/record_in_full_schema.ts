import { z } from "@hono/zod-openapi";
import type { RecordInFull } from "../../../src/records/use_cases/read_record.ts";
import { anyJson, told } from "../json_schema.ts";
import type { Told } from "../route.ts";
import {
  contentJson,
  contentSchema,
  listedRecordSchema,
  recordJson,
} from "./record_schema.ts";
import { traceSchema } from "./trace_schema.ts";

/** A record with what else is kept of it. */
export const recordInFullSchema = z.object({
  ...listedRecordSchema.shape,
  raw: anyJson,
  reasoning_trace: traceSchema.nullable(),
  earlier_traces: z.array(
    z.object({ reasoning_trace: traceSchema, replaced_at: told }),
  ),
  conflicts: z.array(z.object({
    id: z.string(),
    received_at: told,
    ...contentSchema,
    raw: anyJson,
  })),
}).openapi("RecordInFull");

export function recordInFullJson(
  { record, past, pending }: RecordInFull,
): Told<z.input<typeof recordInFullSchema>> {
  return {
    ...recordJson(record),
    pending,
    raw: past.raw,
    reasoning_trace: record.trace,
    earlier_traces: past.earlierTraces.map(({ trace, replacedAt }) => ({
      reasoning_trace: trace,
      replaced_at: replacedAt,
    })),
    conflicts: past.conflicts.map(({ id, receivedAt, content, raw }) => ({
      id,
      received_at: receivedAt,
      ...contentJson(content),
      raw,
    })),
  };
}
