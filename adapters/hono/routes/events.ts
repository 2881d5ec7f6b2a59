import { z } from "@hono/zod-openapi";
import type { RecordedEvent } from "../../../src/events/event.ts";
import { listEvents } from "../../../src/events/use_cases/list_events.ts";
import { verifyEvents } from "../../../src/events/use_cases/verify_events.ts";
import { ok } from "../../../src/kernel/result.ts";
import { instant, integerText, text } from "../fields.ts";
import { anyObject, told } from "../json_schema.ts";
import { limit } from "../paging.ts";
import { type Route, route, type Told } from "../route.ts";

const tag = "events";

const eventSchema = z.object({
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

function eventJson(
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
): Told<z.input<typeof eventSchema>> {
  return {
    seq,
    type,
    occurred_at: occurredAt,
    actor,
    source_agent: sourceAgent,
    payload,
    salt,
    payload_hash: payloadHash,
    hash,
  };
}

/** Repeated, or separated by commas. */
const types = z.union([z.string(), z.array(z.string())]).transform((given) =>
  [given].flat().flatMap((one) => one.split(","))
).pipe(
  z.array(
    z.string().regex(/^[A-Z_]{1,64}$/, {
      error: "is not the name of an event type",
    }),
  ).max(64),
).openapi({
  type: "array",
  items: { type: "string" },
  example: ["PROCESSED", "TX_APPROVED"],
});

const list = route({
  method: "get",
  path: "/events",
  tag,
  summary: "Read the event log",
  description:
    "By `seq`. `next_cursor` is the last `seq` shown: pass it as `after` (or `cursor`), now or later, to go on; it is null when nothing was there.",
  action: "events.read",
  query: z.strictObject({
    after: integerText({ min: 0, max: Number.MAX_SAFE_INTEGER }).optional(),
    type: types.optional(),
    from: instant.optional().openapi({
      description: "`occurred_at` from this instant on",
    }),
    to: instant.optional().openapi({
      description: "`occurred_at` before this instant",
    }),
    source_agent: text(64).optional(),
    limit: limit(),
    cursor: integerText({ min: 0, max: Number.MAX_SAFE_INTEGER }).optional()
      .openapi({ description: "The same as `after`, as in other lists" }),
  }).refine(
    ({ after, cursor }) => after === undefined || cursor === undefined,
    {
      path: ["cursor"],
      error: "means the same as after; give one of them",
    },
  ),
  answer: {
    status: 200,
    description: "Events",
    schema: z.object({
      data: z.array(eventSchema),
      next_cursor: z.string().nullable(),
    }),
  },
  async handle({ deps, scope, query }) {
    const { limit, type, source_agent, from, to } = query;
    const events = await listEvents(deps, scope, {
      after: query.cursor ?? query.after ?? 0,
      limit,
      filter: {
        ...type && { types: type },
        ...source_agent && { sourceAgent: source_agent },
        ...from && { from },
        ...to && { to },
      },
    });
    if (!events.ok) return events;
    const last = events.value.at(-1);
    return ok({
      body: {
        data: events.value.map(eventJson),
        next_cursor: last ? String(last.seq) : null,
      },
    });
  },
});

const verify = route({
  method: "get",
  path: "/events/verify",
  tag,
  summary: "Check the log's chain",
  description: "Reads the whole log and checks every number and every hash.",
  action: "events.read",
  answer: {
    status: 200,
    description: "Whether it is whole; else the first wrong event and why",
    schema: z.union([
      z.object({
        ok: z.literal(true),
        seq: z.number().int(),
        hash: z.string(),
      }),
      z.object({
        ok: z.literal(false),
        seq: z.number().int(),
        why: z.string(),
      }),
    ]),
  },
  async handle({ deps, scope }) {
    const verified = await verifyEvents(deps, scope);
    if (!verified.ok) return verified;
    const { value } = verified;
    return ok({
      body: value.ok ? { ok: true as const, ...value.head } : value,
    });
  },
});

export const eventRoutes: readonly Route[] = [list, verify];
