import { z } from "@hono/zod-openapi";
import type { ConflictInFull } from "../../../src/records/conflict.ts";
import { anyJson, told } from "../json_schema.ts";
import type { Told } from "../route.ts";
import {
  contentJson,
  contentSchema,
  recordJson,
  recordSchema,
} from "./record_schema.ts";

export const VERDICTS = ["take_new", "keep_old", "both"] as const;
const FIELDS = [
  "amount",
  "currency",
  "occurred_at",
  "counterparty",
  "external_id",
] as const;

/** A version that was kept aside, as lists show it. */
export const conflictSchema = z.object({
  id: z.string(),
  record_id: z.string(),
  connection_id: z.string(),
  received_at: told,
  status: z.enum(["open", "resolved"]),
  reasons: z.array(z.object({ field: z.enum(FIELDS), detail: z.string() }))
    .openapi({
      description: "The fields that tell transactions apart, and do not agree",
    }),
  version: z.object({
    external_id: z.string(),
    pending: z.boolean(),
    ...contentSchema,
  }).openapi({ description: "What was kept aside" }),
  resolution: z.object({
    verdict: z.enum(VERDICTS),
    resolved_at: told,
    resolved_by: z.string(),
    made_record_id: z.string().nullable().openapi({
      description: "The record that the version became",
    }),
  }).nullable(),
}).openapi("Conflict");

/** Both versions side by side. */
export const conflictInFullSchema = z.object({
  ...conflictSchema.shape,
  raw: anyJson,
  record: recordSchema,
}).openapi("ConflictInFull");

/** A conflict as JSON. */
export function conflictJson(
  { conflict, record }: ConflictInFull,
): Told<z.input<typeof conflictSchema>> {
  const { resolution } = conflict;
  return {
    id: conflict.id,
    record_id: conflict.recordId,
    connection_id: record.connectionId,
    received_at: conflict.receivedAt,
    status: resolution === null ? "open" : "resolved",
    reasons: conflict.reasons,
    version: {
      external_id: conflict.externalId,
      pending: conflict.pending,
      ...contentJson(conflict.content),
    },
    resolution: resolution && {
      verdict: resolution.verdict,
      resolved_at: resolution.at,
      resolved_by: resolution.by,
      made_record_id: resolution.madeRecordId,
    },
  };
}

/** A conflict and its record as JSON. */
export function conflictInFullJson(
  one: ConflictInFull,
): Told<z.input<typeof conflictInFullSchema>> {
  return {
    ...conflictJson(one),
    raw: one.conflict.raw,
    record: recordJson(one.record),
  };
}
