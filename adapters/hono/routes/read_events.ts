import { z } from "@hono/zod-openapi";
import {
  cloudEvent,
  type CloudEventJson,
} from "../../../src/events/cloud_event.ts";
import type { RecordedEvent } from "../../../src/events/event.ts";
import { eventJson } from "../../../src/events/event_json.ts";
import { logFailures } from "../../../src/events/log_failures.ts";
import { awaitEvents } from "../../../src/events/use_cases/await_events.ts";
import { listEvents } from "../../../src/events/use_cases/list_events.ts";
import { tailEvents } from "../../../src/events/use_cases/tail_events.ts";
import type { Failure } from "../../../src/kernel/failure.ts";
import { fail, ok, type Result } from "../../../src/kernel/result.ts";
import { eventStream, STREAM_HEADERS } from "../event_stream.ts";
import type { Answer, Asked } from "../operation.ts";
import { requestFailures } from "../request_failures.ts";
import { route } from "../route.ts";
import { toldTail } from "../told_tail.ts";
import {
  type EventQuery,
  eventQuery,
  EVENTS_DEFAULT,
  filterIn,
  goingOn,
} from "./event_query.ts";
import { cloudEventSchema, eventSchema } from "./event_schemas.ts";

const JSON_TYPE = "application/json";
const STREAM = "text/event-stream";
const BATCH = "application/cloudevents-batch+json";

const pageSchema = z.object({
  data: z.array(eventSchema),
  next_cursor: z.string().nullable(),
});
type Question = Asked<string, EventQuery, unknown>;
type Reply = Promise<Result<Answer<z.input<typeof pageSchema>>, Failure>>;

export const readEvents = route({
  method: "get",
  path: "/events",
  tag: "events",
  summary: "Read the event log, or follow it",
  description:
    "By `seq`. `next_cursor` is the last `seq` shown: pass it as `after` (or `cursor`), now or later, to go on; it is null when nothing was there. With `wait` the answer comes as soon as there is an event, and `next_cursor` is how far the log was read. With `Accept: text/event-stream` the answer is a stream that goes on from `Last-Event-ID` or `after`, and without either from the log's end; it takes neither `limit` nor `wait`.",
  action: "events.read",
  query: eventQuery,
  lasts: true,
  answer: {
    status: 200,
    description: "Events",
    schema: pageSchema,
    forms: {
      [BATCH]: z.array(cloudEventSchema),
      [STREAM]: z.string().openapi({
        description:
          "`id` is the `seq`, `event` the type, `data` an `Event`, or a `CloudEvent` with `format=cloudevents`. `event: end` is the last where the service ends the stream",
      }),
    },
  },
  refusals: [logFailures.ahead()],
  handle(asked) {
    const { lasting, query } = asked;
    const type = lasting.preferred([JSON_TYPE, STREAM, BATCH]);
    const isCloud = query.format === "cloudevents" || type === BATCH;
    if (type === STREAM) return follow(asked);
    return query.wait === undefined
      ? list(asked, isCloud)
      : waitFor(asked, query.wait, isCloud);
  },
});

async function list(asked: Question, isCloud: boolean): Reply {
  const { deps, scope, query } = asked;
  const events = await listEvents(deps, scope, askedOf(query));
  if (!events.ok) return events;
  const last = events.value.at(-1);
  return page(asked, isCloud, events.value, last?.seq ?? null);
}

async function waitFor(
  asked: Question,
  waitS: number,
  isCloud: boolean,
): Reply {
  const { deps, scope, query, lasting, scopeNow } = asked;
  const held = lasting.held.begin(scope.tenantId);
  if (!held.ok) return held;
  const { signal, end } = held.value;
  const timer = setTimeout(end, waitS * 1_000);
  lasting.gone.addEventListener("abort", end);
  let found: Awaited<ReturnType<typeof awaitEvents>>;
  try {
    found = await awaitEvents(deps, scope, {
      ...askedOf(query),
      waitMs: waitS * 1_000,
      signal,
    });
  } finally {
    clearTimeout(timer);
    lasting.gone.removeEventListener("abort", end);
    end();
  }
  if (!found.ok) return found;
  // Who was let in may be out by now.
  const still = await scopeNow();
  if (!still.ok) return still;
  return page(asked, isCloud, found.value.events, found.value.seq);
}

async function follow(asked: Question): Reply {
  const { deps, scope, query, lasting, scopeNow } = asked;
  const wrong = query.wait !== undefined
    ? "wait"
    : query.limit !== undefined
    ? "limit"
    : null;
  if (wrong !== null) {
    return fail(requestFailures.invalid({
      errors: [{ parameter: wrong, detail: "is not for a stream" }],
    }));
  }
  const after = placeOf(lasting.lastEventId, query);
  if (!after.ok) return after;
  const headers = STREAM_HEADERS;
  if (lasting.isHead) {
    return ok({
      body: null,
      written: { contentType: STREAM, content: "" },
      headers,
    });
  }
  const held = lasting.held.begin(scope.tenantId);
  if (!held.ok) return held;
  const { idleMs, stalledMs } = lasting.held;
  const { signal, end } = held.value;
  const parts = await tailEvents(deps, scope, {
    after: after.value,
    filter: filterIn(query),
    idleMs,
    signal,
    scopeNow,
  }).catch((error) => {
    end();
    throw error;
  });
  if (!parts.ok) {
    end();
    return parts;
  }
  const json = query.format === "cloudevents" ? cloudOf(asked) : eventJson;
  return ok({
    body: null,
    written: {
      contentType: STREAM,
      content: eventStream(toldTail(parts.value, json), held.value, {
        stalledMs,
      }),
    },
    headers,
  });
}

function page(
  asked: Question,
  isCloud: boolean,
  events: readonly RecordedEvent[],
  next: number | null,
): Awaited<Reply> {
  if (!isCloud) {
    const next_cursor = next === null ? null : String(next);
    return ok({ body: { data: events.map(eventJson), next_cursor } });
  }
  return ok({
    body: null,
    written: {
      contentType: BATCH,
      content: JSON.stringify(events.map(cloudOf(asked))),
    },
    ...next !== null && { headers: { Link: nextLink(asked, next) } },
  });
}

/** A batch has no place for a cursor (RFC 8288). */
function nextLink({ query }: Question, next: number): string {
  return `<?${goingOn(query, next)}>; rel="next"`;
}

function cloudOf(
  { deps: { publicUrl }, scope: { tenantId } }: Question,
): (event: RecordedEvent) => CloudEventJson {
  return (event) => cloudEvent(event, { tenantId, publicUrl });
}

function askedOf(query: EventQuery) {
  return {
    after: afterOf(query) ?? 0,
    limit: query.limit ?? EVENTS_DEFAULT,
    filter: filterIn(query),
  };
}

function afterOf({ after, cursor }: EventQuery): number | null {
  return cursor ?? after ?? null;
}

/** Who comes back says where it was by the header; its address still says where it began. */
function placeOf(
  lastEventId: string | null,
  query: EventQuery,
): Result<number | null, Failure> {
  if (lastEventId === null) return ok(afterOf(query));
  const seq = /^\d{1,16}$/.test(lastEventId) ? Number(lastEventId) : NaN;
  return Number.isSafeInteger(seq) ? ok(seq) : fail(requestFailures.invalid({
    errors: [{ header: "Last-Event-ID", detail: "is not an id of a stream" }],
  }));
}
