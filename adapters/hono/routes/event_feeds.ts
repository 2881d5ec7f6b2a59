import { ok } from "../../../src/kernel/result.ts";
import { endpointFailures } from "../../../src/notifications/endpoint.ts";
import { feedFailures } from "../../../src/notifications/event_feed.ts";
import { changeFeed } from "../../../src/notifications/use_cases/change_feed.ts";
import { putFeed } from "../../../src/notifications/use_cases/put_feed.ts";
import { readFeed } from "../../../src/notifications/use_cases/read_feed.ts";
import { removeFeed } from "../../../src/notifications/use_cases/remove_feed.ts";
import { type Route, route } from "../route.ts";
import {
  feedChangeSchema,
  feedJson,
  feedSchema,
  newFeedSchema,
} from "./feed_schema.ts";

const tag = "notifications";
const path = "/notifications/endpoints/{id}/events";
const id = {
  prefix: "nep",
  missing: (id: string) => endpointFailures.missing({ endpoint_id: id }),
} as const;

const put = route({
  method: "put",
  path,
  tag,
  summary: "Have an endpoint sent the event log",
  description:
    "From behind `after` on; without it from the log's end, or, where it is sent the log already, from where it is.",
  action: "events.send",
  id,
  body: {
    schema: newFeedSchema,
    example: { types: ["TX_APPROVED", "TX_OVERRIDDEN"], format: "cloudevents" },
  },
  answer: {
    status: 201,
    description: "The feed, which was not there before",
    schema: feedSchema,
    wasThere: "The feed as it is now",
  },
  refusals: [feedFailures.ahead()],
  async handle({ deps, scope, id, body }) {
    const { batch_max: batchMax, after = null, ...rest } = body;
    const asked = { ...rest, batchMax, after };
    const made = await putFeed(deps, scope, id, asked);
    return made.ok
      ? ok({ body: feedJson(made.value), wasThere: made.value.wasThere })
      : made;
  },
});

const read = route({
  method: "get",
  path,
  tag,
  summary: "See what an endpoint is sent of the event log, and how far it is",
  action: "notifications.read",
  id,
  answer: { status: 200, description: "The feed", schema: feedSchema },
  refusals: [feedFailures.missing()],
  async handle({ deps, scope, id }) {
    const found = await readFeed(deps, scope, id);
    return found.ok ? ok({ body: feedJson(found.value) }) : found;
  },
});

const change = route({
  method: "patch",
  path,
  tag,
  summary: "Change, pause, resume or rewind a feed",
  description:
    "What is not named stays. `cursor` is the last `seq` that counts as acknowledged: back, and events are sent again; forth, and those before are not sent. What waited for its next attempt is tried at once.",
  action: "events.send",
  id,
  body: { schema: feedChangeSchema, example: { paused: true } },
  answer: {
    status: 200,
    description: "The feed as it is now",
    schema: feedSchema,
  },
  refusals: [feedFailures.missing(), feedFailures.ahead()],
  async handle({ deps, scope, id, body }) {
    const { batch_max: batchMax, ...rest } = body;
    const changed = await changeFeed(deps, scope, id, {
      ...rest,
      ...batchMax !== undefined && { batchMax },
    });
    return changed.ok ? ok({ body: feedJson(changed.value) }) : changed;
  },
});

const remove = route({
  method: "delete",
  path,
  tag,
  summary: "Have an endpoint sent no more of the event log",
  action: "events.send",
  id,
  answer: { status: 204, description: "It is sent no more events" },
  refusals: [feedFailures.missing()],
  async handle({ deps, scope, id }) {
    const removed = await removeFeed(deps, scope, id);
    return removed.ok ? ok({ body: null }) : removed;
  },
});

export const feedRoutes: readonly Route[] = [put, read, change, remove];
