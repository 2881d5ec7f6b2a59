import { z } from "@hono/zod-openapi";
import type { Json, JsonObject } from "../../../src/kernel/json.ts";
import type { Incoming } from "../../../src/records/draft.ts";
import { idText, instant, money, text, textUpTo } from "../fields.ts";

export const RECORDS_MAX = 5_000;
const ATTRIBUTES_MAX = 50;
const RAW_BYTES_MAX = 64 * 1024;

export const description = text(1_000);
export const counterparty = textUpTo(300);

/** Text, number or truth by name. */
export const attributes = z.record(
  textUpTo(64).min(1),
  z.union([textUpTo(500), z.number(), z.boolean(), z.null()], {
    error: "is not text of up to 500 characters, a number, true, false or null",
  }),
).refine((given) => Object.keys(given).length <= ATTRIBUTES_MAX, {
  error: `has more than ${ATTRIBUTES_MAX} members`,
}).openapi({
  maxProperties: ATTRIBUTES_MAX,
  example: { unit: "Workshop" },
});

const raw = z.unknown().refine((given) => bytesOf(given) <= RAW_BYTES_MAX, {
  error: `is larger than ${RAW_BYTES_MAX} bytes as JSON`,
}).openapi({
  description:
    "The payload as it reached you, up to 64 KiB; the item itself where absent",
});

export const newRecord = z.strictObject({
  external_id: text(200).openapi({
    description: "Your id of it; unique within a connection",
    example: "2026-03-31/17",
  }),
  connection_id: idText("con", "a connection").nullish().openapi({
    description: "The tenant's default connection where absent",
  }),
  occurred_at: instant.nullish(),
  description: description.openapi({
    example: "CARD PURCHASE 4411 TIMBER YARD",
  }),
  counterparty: counterparty.nullish().openapi({
    description: "Read from the description where absent",
  }),
  amount: money.nullish(),
  attributes: attributes.optional(),
  raw: raw.optional(),
}).openapi("NewRecord");

/** The body of `POST /records`. */
export const newRecordsSchema = z.strictObject({
  records: z.array(newRecord).min(1).max(RECORDS_MAX),
});

/** What the core takes of a read body. `sent` is the body before it was read: the raw payload where none is named. */
export function incomingOf(
  body: z.output<typeof newRecordsSchema>,
  sent: Json,
): readonly Incoming[] {
  const items = (sent as { readonly records: readonly JsonObject[] }).records;
  return body.records.map((record, i) => oneIncoming(record, items[i]!));
}

/** One item of a body, read and as it was sent. */
export function oneIncoming(
  record: z.output<typeof newRecord>,
  item: JsonObject,
): Incoming {
  return {
    externalId: record.external_id,
    connectionId: record.connection_id ?? null,
    occurredAt: record.occurred_at ?? null,
    description: record.description,
    counterparty: record.counterparty ?? null,
    amount: record.amount ?? null,
    attributes: record.attributes ?? {},
    raw: Object.hasOwn(item, "raw") ? item["raw"]! : item,
  };
}

function bytesOf(given: unknown): number {
  if (given === undefined) return 0;
  const json = JSON.stringify(given);
  // A UTF-16 unit takes at most three bytes of UTF-8.
  return json.length * 3 <= RAW_BYTES_MAX
    ? json.length
    : new TextEncoder().encode(json).length;
}
