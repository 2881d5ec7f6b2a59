import { z } from "@hono/zod-openapi";
import { approvalFailures } from "../../../src/approvals/approval.ts";
import { placeIn } from "../../../src/approvals/review_order.ts";
import { queueFailures } from "../../../src/approvals/review_queue.ts";
import { decideApprovals } from "../../../src/approvals/use_cases/decide_approvals.ts";
import { listApprovals } from "../../../src/approvals/use_cases/list_approvals.ts";
import {
  groupPlaceIn,
  listGroups,
} from "../../../src/approvals/use_cases/list_groups.ts";
import { fail, ok } from "../../../src/kernel/result.ts";
import { integerText } from "../fields.ts";
import { told, toldMoney } from "../json_schema.ts";
import { pageJson, pageRequest, pageSchema, placeQuery } from "../paging.ts";
import { type Route, route } from "../route.ts";
import {
  approvalJson,
  approvalSchema,
  approvalWithRecordSchema,
  reviewItemJson,
} from "./approval_schema.ts";
import { queueKey } from "./claim_schema.ts";
import { decideSetSchema, decisionOf } from "./decision_schema.ts";
import { moneyJson } from "./record_schema.ts";

const tag = "approvals";

const groups = route({
  method: "get",
  path: "/approvals/groups",
  tag,
  summary: "List what waits by what is alike, the largest groups first",
  description:
    "Alike are items with the same words, numbers aside, the same context and the same suggestion.",
  action: "approvals.read",
  query: z.strictObject({
    queue: queueKey.optional(),
    at_least: integerText({ min: 1, max: 1_000 }).default(1),
    ...placeQuery((text) => groupPlaceIn(text) !== null),
  }),
  answer: {
    status: 200,
    description: "A page of groups",
    schema: pageSchema(
      z.object({
        key: z.string(),
        count: z.number().int(),
        suggestion: z.string().nullable(),
        oldest_at: told,
        totals: z.array(toldMoney).openapi({
          description: "The sum of the amounts, by currency",
        }),
        sample: z.array(approvalWithRecordSchema).openapi({
          description: "Three at most, those with most at stake first",
        }),
      }).openapi("AlikeGroup"),
    ),
  },
  refusals: [queueFailures.missing()],
  async handle({ deps, scope, query }) {
    const found = await listGroups(deps, scope, {
      queue: query.queue ?? null,
      atLeast: query.at_least,
    }, pageRequest(query));
    if (!found.ok) return found;
    return ok({
      body: pageJson(found.value, (group) => ({
        key: group.key,
        count: group.count,
        suggestion: group.suggestion,
        oldest_at: group.oldestAt,
        totals: group.totals.map(moneyJson),
        sample: group.sample.map(reviewItemJson),
      })),
    });
  },
});

const group = route({
  method: "get",
  path: "/approvals/groups/{id}",
  tag,
  summary: "List the items of a group",
  description: "Those with most at stake first.",
  action: "approvals.read",
  id: {
    prefix: "alk",
    missing: (id) => approvalFailures.group_missing({ group: id }),
  },
  query: z.strictObject(placeQuery((text) => placeIn(text) !== null)),
  answer: {
    status: 200,
    description: "A page of the items that are in it now",
    schema: pageSchema(approvalWithRecordSchema),
  },
  async handle({ deps, scope, id, query }) {
    const found = await listApprovals(deps, scope, {
      state: "waiting",
      order: "uncertainty",
      alikeKey: id,
    }, pageRequest(query));
    if (!found.ok) return fail(found.failure);
    const { page } = found.value;
    if (page.data.length === 0 && query.cursor === undefined) {
      return fail(approvalFailures.group_missing({ group: id }));
    }
    return ok({ body: pageJson(page, reviewItemJson) });
  },
});

const decideSet = route({
  method: "post",
  path: "/approvals/groups/decide",
  tag,
  summary: "Decide just the items that were shown, all of them or none",
  description:
    "One verdict for up to 1,000 items, named by id, so that what came meanwhile is not touched. Where one of them is not as it was shown, none is decided, and `changed` says which. Undone as a whole by `decision_id`.",
  action: "approvals.decide",
  body: {
    schema: decideSetSchema,
    example: {
      items: [{
        approval_id: "apr_01kx2m6v9dfk3tqz8w5y7r4b1c",
        record_version: 2,
      }],
      verdict: "approve",
    },
  },
  answer: {
    status: 200,
    description: "The approvals as decided",
    schema: z.object({
      decided: z.array(approvalSchema),
      decision_id: z.string().nullable(),
    }).openapi("DecidedSet"),
  },
  refusals: [
    approvalFailures.duplicate_ids(),
    approvalFailures.set_changed(),
    approvalFailures.nothing_suggested(),
    approvalFailures.unknown_category(),
  ],
  async handle({ deps, scope, body }) {
    const decisions = body.items.map(({ approval_id, ...shown }) =>
      decisionOf(approval_id, { ...body, ...shown })
    );
    const made = await decideApprovals(deps, scope, decisions, {
      allOrNone: "all",
    });
    if (!made.ok) return made;
    return ok({
      body: {
        decided: made.value.results.flatMap((one) =>
          one.ok ? [approvalJson(one.approval)] : []
        ),
        decision_id: made.value.decisionId,
      },
    });
  },
});

export const approvalGroupRoutes: readonly Route[] = [groups, group, decideSet];
