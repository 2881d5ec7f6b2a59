import { z } from "@hono/zod-openapi";
import { anyObject, told } from "../json_schema.ts";

export const eventSchema = z.object({
  seq: z.number().int().openapi({ description: "1, 2, 3 … without a gap" }),
  type: z.string(),
  occurred_at: told,
  actor: z.string(),
  source_agent: z.string(),
  payload: anyObject.openapi({
    description: '`{"erased": true}` where the content was erased',
  }),
  salt: z.string().nullable().openapi({
    description:
      "Hashed with the payload; null where the content was erased, and in events of before there were salts",
  }),
  payload_hash: z.string().nullable().openapi({
    description:
      "SHA-256 over salt and payload; null in events of before there were salts",
  }),
  hash: z.string().openapi({
    description: "SHA-256 over this event and the hash before it",
  }),
}).openapi("Event");

/** Where a log stood. */
export const checkpointSchema = z.object({
  seq: z.number().int().openapi({
    description: "The last event's; 0 before the first",
  }),
  hash: z.string().openapi({
    description: "The last event's; 64 zeros before the first",
  }),
}).openapi("Checkpoint");

/** Where a log stood, and when. */
export const keptCheckpointSchema = z.object({
  ...checkpointSchema.shape,
  taken_at: told,
}).openapi("KeptCheckpoint");

/** An event in the JSON form of CloudEvents. */
export const cloudEventSchema = z.object({
  specversion: z.literal("1.0"),
  id: z.string().openapi({ description: "The `seq`" }),
  source: z.string().openapi({
    description: "The company, below this service's address",
    example: "https://balance.example/tenants/ten_01kx2m6v9dfk3tqz8w5y7r4b1c",
  }),
  type: z.string().openapi({ example: "invalid.balance.tx_approved" }),
  time: told,
  subject: z.string().optional().openapi({
    description: "The id of what it is about, where there is one",
  }),
  datacontenttype: z.literal("application/json"),
  sequence: z.string().openapi({
    description: "The `seq` with 16 digits; may be passed as `after`",
    example: "0000000000000042",
  }),
  data: eventSchema,
}).openapi("CloudEvent");
