import { z } from "@hono/zod-openapi";
import { type Money, writeMinor } from "../../../src/kernel/money.ts";
import type {
  CompanyRecord,
  RecordContent,
} from "../../../src/records/record.ts";
import { attributeValue, told, toldMoney } from "../json_schema.ts";
import type { Told } from "../route.ts";

export const STATUSES = [
  "ingested",
  "processed",
  "approved",
  "rejected",
  "failed",
] as const;
export const OUTCOMES = ["auto", "needs_review"] as const;
export const SOURCES = ["rule", "similarity", "model", "person"] as const;

/** What a sender said, normalised. */
export const contentSchema = {
  occurred_at: told.nullable(),
  description: z.string(),
  counterparty: z.string().nullable(),
  amount: toldMoney.nullable(),
  attributes: z.record(z.string(), attributeValue),
};

/** A record as lists show it. */
export const recordSchema = z.object({
  id: z.string(),
  version: z.number().int(),
  external_id: z.string(),
  connection_id: z.string(),
  received_at: told,
  ...contentSchema,
  status: z.enum(STATUSES),
  outcome: z.enum(OUTCOMES).nullable(),
  category_id: z.string().nullable(),
  source: z.enum(SOURCES).nullable(),
  confidence: z.number().nullable(),
  settled_by_person: z.array(z.string()).openapi({
    description: "Fields that a person settled; no machine changes them",
  }),
}).openapi("Record");

/** A record of a list, which tells besides whether it is booked. */
export const listedRecordSchema = z.object({
  ...recordSchema.shape,
  pending: z.boolean().openapi({
    description: "Not booked yet at its source; another version follows",
  }),
}).openapi("ListedRecord");

/** A record as JSON. */
export function recordJson(
  record: CompanyRecord,
): Told<z.input<typeof recordSchema>> {
  return {
    id: record.id,
    version: record.version,
    external_id: record.externalId,
    connection_id: record.connectionId,
    received_at: record.receivedAt,
    ...contentJson(record),
    status: record.status,
    outcome: record.outcome,
    category_id: record.categoryId,
    source: record.source,
    confidence: record.confidence,
    settled_by_person: record.settledByPerson.map((field) =>
      field === "occurredAt" ? "occurred_at" : field
    ),
  };
}

/** An amount as JSON. */
export function moneyJson({ minor, currency }: Money) {
  return { minor: writeMinor(minor), currency };
}

export function contentJson(
  { occurredAt, description, counterparty, amount, attributes }: RecordContent,
) {
  return {
    occurred_at: occurredAt,
    description,
    counterparty,
    amount: amount && moneyJson(amount),
    attributes,
  };
}
