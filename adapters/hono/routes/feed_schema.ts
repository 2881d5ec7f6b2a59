import { z } from "@hono/zod-openapi";
import { leftOut } from "../fields.ts";
import {
  BATCH_MAX,
  FEED_FORMATS,
} from "../../../src/notifications/event_feed.ts";
import type { FeedStanding } from "../../../src/notifications/use_cases/put_feed.ts";
import { told } from "../json_schema.ts";
import type { Told } from "../route.ts";

const seq = z.int().min(0).max(Number.MAX_SAFE_INTEGER);

export const feedSchema = z.object({
  endpoint_id: z.string(),
  types: z.array(z.string()).openapi({
    description: "Types of events; none: all of them",
  }),
  format: z.enum(FEED_FORMATS),
  batch_max: z.number().int(),
  paused_at: told.nullable(),
  cursor: z.number().int().openapi({
    description:
      "All that it is sent up to this `seq` was acknowledged; what comes next is behind it",
  }),
  head: z.number().int().openapi({ description: "The log's last `seq`" }),
  lag: z.number().int().openapi({
    description: "Events of the log behind the cursor, of whatever type",
  }),
  attempts: z.number().int().openapi({
    description:
      "How often the message that comes next was sent and not acknowledged",
  }),
  next_attempt_at: told.nullable(),
  last_code: z.number().int().nullable().openapi({
    description: "What the endpoint last answered: a status of HTTP",
  }),
  last_failure: z.string().nullable(),
  delivered_at: told.nullable().openapi({
    description: "When it last acknowledged something",
  }),
  created_at: told,
}).openapi("EventFeed");

export function feedJson(
  { feed, head }: FeedStanding,
): Told<z.input<typeof feedSchema>> {
  return {
    endpoint_id: feed.id,
    types: feed.types,
    format: feed.format,
    batch_max: feed.batchMax,
    paused_at: feed.pausedAt,
    cursor: feed.cursor,
    head,
    lag: Math.max(0, head - feed.cursor),
    attempts: feed.attempts,
    next_attempt_at: feed.nextAttemptAt,
    last_code: feed.lastCode,
    last_failure: feed.lastFailure,
    delivered_at: feed.deliveredAt,
    created_at: feed.createdAt,
  };
}

const types = z.array(
  z.string().regex(/^[A-Z_]{1,64}$/, {
    error: "is not the name of an event type",
  }),
).max(64).openapi({ description: "Types of events; none: all of them" });
const format = z.enum(FEED_FORMATS).openapi({
  description: "`cloudevents`: a batch of CloudEvents 1.0",
});
const batchMax = z.int().min(1).max(BATCH_MAX).openapi({
  description: "Most events in one message",
});

export const newFeedSchema = z.strictObject({
  types: types.default([]),
  format: format.default("plain"),
  batch_max: batchMax.default(BATCH_MAX),
  paused: z.boolean().default(false),
  after: leftOut(seq),
}).openapi("NewEventFeed");

export const feedChangeSchema = z.strictObject({
  types: leftOut(types),
  format: leftOut(format),
  batch_max: leftOut(batchMax),
  paused: leftOut(z.boolean()),
  cursor: leftOut(seq),
}).refine((change) => Object.keys(change).length > 0, {
  error: "names nothing to change",
}).openapi("EventFeedChange");
