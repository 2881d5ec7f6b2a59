import { z } from "@hono/zod-openapi";
import {
  DEFAULT_QUEUE,
  queueFailures,
} from "../../../src/approvals/review_queue.ts";
import {
  changeQueue,
  createQueue,
  removeQueue,
  reorderQueues,
} from "../../../src/approvals/use_cases/change_queues.ts";
import { listQueues } from "../../../src/approvals/use_cases/list_queues.ts";
import { fail, ok } from "../../../src/kernel/result.ts";
import { idText } from "../fields.ts";
import { type Route, route } from "../route.ts";
import {
  definitionOf,
  newQueueSchema,
  queueChangeOf,
  queueChangeSchema,
  queueCountJson,
  queueCountSchema,
  queueJson,
  queueSchema,
} from "./review_queue_schema.ts";

const tag = "review queues";
const missing = (id: string) => queueFailures.missing({ queue_id: id });
const queuesSchema = z.object({
  data: z.array(z.object({ ...queueSchema.shape, ...queueCountSchema.shape })),
  default: queueCountSchema.openapi({
    description: "What no queue takes",
  }),
}).openapi("ReviewQueues");

const list = route({
  method: "get",
  path: "/review-queues",
  tag,
  summary: "List the review queues, in order, and what waits in each",
  description: "The first queue whose conditions hold takes an item.",
  action: "approvals.read",
  answer: {
    status: 200,
    description:
      "All of them, with how much waits, since when, and how much of it is past due",
    schema: queuesSchema,
  },
  async handle({ deps, scope }) {
    const found = await listQueues(deps, scope);
    if (!found.ok) return found;
    const { queues, counts } = found.value;
    const countOf = (key: string) =>
      queueCountJson(counts.find(({ queue }) => queue === key));
    return ok({
      body: {
        data: queues.map((one) => ({ ...queueJson(one), ...countOf(one.id) })),
        default: countOf(DEFAULT_QUEUE),
      },
    });
  },
});

const create = route({
  method: "post",
  path: "/review-queues",
  tag,
  summary: "Make a review queue, behind the others",
  action: "review_queues.write",
  body: {
    schema: newQueueSchema,
    example: {
      name: "Large amounts",
      conditions: { amount: { currency: "GBP", min: 100000 } },
      assignees: ["admin"],
      sla_hours: 24,
    },
  },
  answer: { status: 201, description: "The queue", schema: queueSchema },
  refusals: [
    queueFailures.too_many(),
    queueFailures.unknown(),
    queueFailures.idle(),
  ],
  async handle({ deps, scope, body }) {
    const made = await createQueue(deps, scope, definitionOf(body));
    return made.ok ? ok({ body: queueJson(made.value) }) : made;
  },
});

const change = route({
  method: "patch",
  path: "/review-queues/{id}",
  tag,
  summary: "Change a review queue",
  description:
    "What is given takes the place of what was there; conditions as a whole.",
  action: "review_queues.write",
  id: { prefix: "que", missing },
  ifMatch: true,
  etag: true,
  body: { schema: queueChangeSchema, example: { sla_hours: 48 } },
  answer: {
    status: 200,
    description: "The queue as changed",
    schema: queueSchema,
  },
  refusals: [
    queueFailures.stale(),
    queueFailures.unknown(),
    queueFailures.idle(),
  ],
  async handle({ deps, scope, id, body, seenVersion }) {
    const changed = await changeQueue(deps, scope, id, {
      change: queueChangeOf(body),
      seenVersion,
    });
    if (!changed.ok) return fail(changed.failure);
    const { version } = changed.value;
    return ok({ body: queueJson(changed.value), version });
  },
});

const remove = route({
  method: "delete",
  path: "/review-queues/{id}",
  tag,
  summary: "Remove a review queue",
  description: "What was in it is in the next whose conditions hold.",
  action: "review_queues.write",
  id: { prefix: "que", missing },
  answer: { status: 204, description: "It is gone", schema: z.null() },
  async handle({ deps, scope, id }) {
    const removed = await removeQueue(deps, scope, id);
    return removed.ok ? ok({ body: null }) : removed;
  },
});

const reorder = route({
  method: "put",
  path: "/review-queues/order",
  tag,
  summary: "Put the review queues in order",
  action: "review_queues.write",
  body: {
    schema: z.strictObject({
      queue_ids: z.array(idText("que", "a review queue")).max(50),
    }).openapi("ReviewQueueOrder"),
    example: { queue_ids: ["que_01kx2m6v9dfk3tqz8w5y7r4b1c"] },
  },
  answer: {
    status: 200,
    description: "The queues in their order",
    schema: z.object({ data: z.array(queueSchema) }),
  },
  refusals: [queueFailures.wrong_order()],
  async handle({ deps, scope, body }) {
    const ordered = await reorderQueues(deps, scope, {
      ids: body.queue_ids,
      seen: null,
    });
    return ordered.ok
      ? ok({ body: { data: ordered.value.map(queueJson) } })
      : ordered;
  },
});

export const reviewQueueRoutes: readonly Route[] = [
  list,
  create,
  reorder,
  change,
  remove,
];
