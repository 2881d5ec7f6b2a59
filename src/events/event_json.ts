import { z } from "zod";
import type { ChainHead, RecordedEvent } from "./event.ts";

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const seq = z.int().positive();

const eventJsonSchema = z.strictObject({
  seq,
  type: z.string(),
  occurred_at: z.string(),
  actor: z.string(),
  source_agent: z.string(),
  payload: z.record(z.string(), z.json()),
  salt: z.string().nullable(),
  payload_hash: hash.nullable(),
  hash,
});

/** An event as it goes over the wire. */
export type EventJson = z.output<typeof eventJsonSchema>;

export function eventJson(
  {
    seq,
    type,
    occurredAt,
    actor,
    sourceAgent,
    payload,
    salt,
    payloadHash,
    hash,
  }: RecordedEvent,
): EventJson {
  return {
    seq,
    type,
    occurred_at: occurredAt,
    actor,
    source_agent: sourceAgent,
    payload: payload as EventJson["payload"],
    salt,
    payload_hash: payloadHash,
    hash,
  };
}

const headSchema = z.strictObject({ seq: seq.or(z.literal(0)), hash });
const lineSchema = z.union([
  z.strictObject({ checkpoint: headSchema }),
  eventJsonSchema.transform((read) => ({
    event: {
      seq: read.seq,
      type: read.type,
      occurredAt: read.occurred_at,
      actor: read.actor,
      sourceAgent: read.source_agent,
      payload: read.payload,
      salt: read.salt,
      payloadHash: read.payload_hash,
      hash: read.hash,
    } as RecordedEvent,
  })),
]);

/** A line of an export: an event, or where the log stands between the events around it. */
export type ExportLine =
  | { readonly checkpoint: ChainHead }
  | { readonly event: RecordedEvent };

/** The line as JSON. */
export function exportLine(line: ExportLine): string {
  return JSON.stringify("event" in line ? eventJson(line.event) : line);
}

/** Reads a line of an export; null where it is none. */
export function readExportLine(text: string): ExportLine | null {
  const read = lineSchema.safeParse(jsonIn(text));
  return read.success ? read.data : null;
}

const keptSchema = headSchema.extend({ taken_at: z.string().optional() })
  .transform(({ seq, hash }) => ({ seq, hash }));
const checkpointsSchema = z.union([
  keptSchema.transform((one) => [one]),
  z.strictObject({ checkpoint: headSchema })
    .transform(({ checkpoint }) => [checkpoint]),
  z.strictObject({
    data: z.array(keptSchema),
    next_cursor: z.string().nullable(),
  }).transform(({ data }) => data),
  eventJsonSchema.extend({
    type: z.literal("CHECKPOINT_TAKEN"),
    payload: headSchema,
  }).transform(({ payload }) => [payload]),
]);

/**
 * Reads checkpoints out of a line: one alone, a line of an export, a page of `GET /events/checkpoints`, or an event
 * `CHECKPOINT_TAKEN` as somebody was sent it. Null where it is none of these.
 */
export function readCheckpoints(text: string): readonly ChainHead[] | null {
  const read = checkpointsSchema.safeParse(jsonIn(text));
  return read.success ? read.data : null;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What is no JSON is no line either; the schemas refuse it.
    return undefined;
  }
}
