import { z } from "@hono/zod-openapi";
import { eventJson } from "../../../src/events/event_json.ts";
import { listEvents } from "../../../src/events/use_cases/list_events.ts";
import { verifyEvents } from "../../../src/events/use_cases/verify_events.ts";
import { ok } from "../../../src/kernel/result.ts";
import { instant, integerText, text } from "../fields.ts";
import { limit } from "../paging.ts";
import { type Route, route } from "../route.ts";
import { eventSchema } from "./event_schemas.ts";
import { checkpoint, exported } from "./export_events.ts";

const tag = "events";

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
  expensive: true,
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

export const eventRoutes: readonly Route[] = [
  list,
  verify,
  checkpoint,
  exported,
];
