import { z } from "@hono/zod-openapi";
import type { EventFilter } from "../../../ports/event_log.ts";
import { subjectNames } from "../../../src/events/subject.ts";
import { instant, integerText, text } from "../fields.ts";

/** Longest that a question waits for its answer, in seconds: proxies give a silent connection up after a minute. */
const WAIT_S_MAX = 30;

/** Events in an answer, where the question does not say. */
export const EVENTS_DEFAULT = 50;

/** Names of event types, repeated or separated by commas. */
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

/** The id of what events are about. */
export const eventSubject = z.string().refine(
  (id) => id.length <= 64 && subjectNames(id) !== null,
  { error: "is not the id of anything that events are about" },
).openapi({
  description: "What the events are about, among other things perhaps",
  example: "rec_01kx2m6v9dfk3tqz8w5y7r4b1c",
});

/** Which events, from where on, and in which form. */
export const eventQuery = z.strictObject({
  after: integerText({ min: 0, max: Number.MAX_SAFE_INTEGER }).optional(),
  type: types.optional(),
  from: instant.optional().openapi({
    description: "`occurred_at` from this instant on",
  }),
  to: instant.optional().openapi({
    description: "`occurred_at` before this instant",
  }),
  source_agent: text(64).optional(),
  subject: eventSubject.optional(),
  format: z.enum(["plain", "cloudevents"]).optional().openapi({
    description: "`cloudevents`: CloudEvents 1.0, in a stream and in a list",
  }),
  wait: integerText({ min: 0, max: WAIT_S_MAX }).optional().openapi({
    description:
      "For how many seconds the answer may be waited for, where nothing is there yet",
  }),
  limit: integerText({ min: 1, max: 200 }).optional().openapi({
    default: EVENTS_DEFAULT,
  }),
  cursor: integerText({ min: 0, max: Number.MAX_SAFE_INTEGER }).optional()
    .openapi({ description: "The same as `after`, as in other lists" }),
}).refine(
  ({ after, cursor }) => after === undefined || cursor === undefined,
  {
    path: ["cursor"],
    error: "means the same as after; give one of them",
  },
);
export type EventQuery = z.output<typeof eventQuery>;

/** Which events are asked for. */
export function filterIn(
  { type, source_agent, subject, from, to }: EventQuery,
): EventFilter {
  return {
    ...type && { types: type },
    ...source_agent && { sourceAgent: source_agent },
    ...subject && { subject },
    ...from && { from },
    ...to && { to },
  };
}

/** The same question, going on behind `seq`. */
export function goingOn(query: EventQuery, seq: number): URLSearchParams {
  const { cursor: _, ...same } = query;
  return new URLSearchParams(
    Object.entries({ ...same, after: seq }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]]
    ),
  );
}
