import { z } from "@hono/zod-openapi";
import { writeMinor } from "../../../src/kernel/money.ts";
import {
  type Receipt,
  RECEIPT_SOURCES,
  RECEIPT_STATUSES,
  statusOfReceipt,
} from "../../../src/receipts/receipt.ts";
import { RECEIPT_TYPES } from "../../../src/receipts/sniff.ts";
import { told } from "../json_schema.ts";
import type { Told } from "../route.ts";

/** A receipt as the API tells it. */
export const receiptSchema = z.object({
  id: z.string(),
  version: z.number().int(),
  status: z.enum(RECEIPT_STATUSES),
  record_ids: z.array(z.string()),
  file_name: z.string(),
  content_type: z.enum(RECEIPT_TYPES).openapi({
    description: "What the bytes say",
  }),
  claimed_content_type: z.string().nullable().openapi({
    description: "What the sender said",
  }),
  bytes: z.number().int(),
  sha256: z.string(),
  source: z.enum(RECEIPT_SOURCES),
  amount: z.object({
    minor: z.union([z.number().int(), z.string()]),
    currency: z.string(),
  }).nullable(),
  occurred_at: told.nullable(),
  counterparty: z.string().nullable(),
  added_by: z.string().openapi({ description: "A member's or a key's id" }),
  created_at: told,
}).openapi("Receipt");

export function receiptJson(
  one: Receipt,
): Told<z.input<typeof receiptSchema>> {
  return {
    id: one.id,
    version: one.version,
    status: statusOfReceipt(one),
    record_ids: one.recordIds,
    file_name: one.fileName,
    content_type: one.type,
    claimed_content_type: one.claimedType,
    bytes: one.bytes,
    sha256: one.sha256,
    source: one.source,
    amount: one.amount && {
      minor: writeMinor(one.amount.minor),
      currency: one.amount.currency,
    },
    occurred_at: one.occurredAt,
    counterparty: one.counterparty,
    added_by: one.addedBy,
    created_at: one.createdAt,
  };
}
