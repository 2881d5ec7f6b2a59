import { z } from "@hono/zod-openapi";
import { approvalFailures } from "../../../src/approvals/approval.ts";
import { placeIn } from "../../../src/approvals/review_order.ts";
import { queueFailures } from "../../../src/approvals/review_queue.ts";
import { listApprovals } from "../../../src/approvals/use_cases/list_approvals.ts";
import { readApproval } from "../../../src/approvals/use_cases/read_approval.ts";
import { isId } from "../../../src/kernel/ids.ts";
import { fail, ok } from "../../../src/kernel/result.ts";
import { idText } from "../fields.ts";
import { pageJson, pageRequest, pageSchema, placeQuery } from "../paging.ts";
import { requestFailures } from "../request_failures.ts";
import { type Route, route } from "../route.ts";
import { approvalGroupRoutes } from "./approval_groups.ts";
import { approvalHistoryRoutes } from "./approval_history.ts";
import { approvalLeaseRoutes } from "./approval_leases.ts";
import {
  APPROVAL_STATES,
  approvalWithRecordSchema,
  reviewItemJson,
} from "./approval_schema.ts";
import { approvalUndoRoutes } from "./approval_undo.ts";
import { orderSchema, queueKey } from "./claim_schema.ts";
import { decideManyRoute, decideRoute } from "./decide.ts";

const tag = "approvals";

const list = route({
  method: "get",
  path: "/approvals",
  tag,
  summary: "List approvals of one state",
  description:
    "Oldest first unless another order is asked for. Everything but the state is asked of what waits alone.",
  action: "approvals.read",
  query: z.strictObject({
    state: z.enum(APPROVAL_STATES).default("waiting"),
    queue: queueKey.optional(),
    order: orderSchema.default("oldest"),
    assignee: idText("usr", "a member").optional(),
    overdue: z.literal("true").optional(),
    ...placeQuery((text) => isId("apr", text) || placeIn(text) !== null),
  }),
  answer: {
    status: 200,
    description: "A page of approvals, and how many wait in all",
    schema: pageSchema(approvalWithRecordSchema).extend({
      waiting: z.number().int(),
    }),
  },
  refusals: [queueFailures.missing()],
  async handle({ deps, scope, query }) {
    const { state, queue, order, assignee, overdue, cursor } = query;
    const isPlace = cursor !== undefined && placeIn(cursor) !== null;
    if (
      cursor !== undefined &&
      isPlace !== (state === "waiting" && order === "uncertainty")
    ) return fail(cursorOfAnother());
    const found = await listApprovals(deps, scope, {
      state,
      queue: queue ?? null,
      order,
      ...assignee !== undefined && { assignedTo: assignee },
      ...overdue !== undefined && { overdue: true },
    }, pageRequest(query));
    if (!found.ok) return found;
    const { page, waiting } = found.value;
    return ok({ body: { ...pageJson(page, reviewItemJson), waiting } });
  },
});

function cursorOfAnother() {
  return requestFailures.invalid({
    errors: [{
      parameter: "cursor",
      detail: "is of a list in another order, or of another state",
    }],
  });
}

const read = route({
  method: "get",
  path: "/approvals/{id}",
  tag,
  summary: "Read an approval",
  action: "approvals.read",
  id: {
    prefix: "apr",
    missing: (id) => approvalFailures.missing({ approval_id: id }),
  },
  answer: {
    status: 200,
    description: "The approval with its record",
    schema: approvalWithRecordSchema,
  },
  async handle({ deps, scope, id }) {
    const found = await readApproval(deps, scope, id);
    return found.ok ? ok({ body: reviewItemJson(found.value) }) : found;
  },
});

export const approvalRoutes: readonly Route[] = [
  list,
  ...approvalGroupRoutes,
  read,
  ...approvalLeaseRoutes,
  decideRoute,
  decideManyRoute,
  ...approvalUndoRoutes,
  ...approvalHistoryRoutes,
];
