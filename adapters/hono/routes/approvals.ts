import { z } from "@hono/zod-openapi";
import { approvalFailures } from "../../../src/approvals/approval.ts";
import { claimApprovals } from "../../../src/approvals/use_cases/claim_approvals.ts";
import { listApprovals } from "../../../src/approvals/use_cases/list_approvals.ts";
import { readApproval } from "../../../src/approvals/use_cases/read_approval.ts";
import { ok } from "../../../src/kernel/result.ts";
import { pageJson, pageQuery, pageRequest, pageSchema } from "../paging.ts";
import { type Route, route } from "../route.ts";
import {
  APPROVAL_STATES,
  approvalWithRecordJson,
  approvalWithRecordSchema,
} from "./approval_schema.ts";
import { decideManyRoute, decideRoute } from "./decide.ts";

const tag = "approvals";

const list = route({
  method: "get",
  path: "/approvals",
  tag,
  summary: "List approvals of one state, oldest first",
  action: "approvals.read",
  query: z.strictObject({
    state: z.enum(APPROVAL_STATES).default("waiting"),
    ...pageQuery("apr"),
  }),
  answer: {
    status: 200,
    description: "A page of approvals, and how many wait in all",
    schema: pageSchema(approvalWithRecordSchema).extend({
      waiting: z.number().int(),
    }),
  },
  async handle({ deps, scope, query }) {
    const page = pageRequest(query);
    const found = await listApprovals(deps, scope, query.state, page);
    if (!found.ok) return found;
    const { records, candidates, waiting } = found.value;
    const body = pageJson(found.value.page, (approval) => {
      const record = records.get(approval.recordId);
      if (!record) throw new Error(`${approval.recordId} is not stored`);
      const choices = candidates.get(record.id) ?? [];
      return approvalWithRecordJson(approval, record, choices);
    });
    return ok({ body: { ...body, waiting } });
  },
});

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
    if (!found.ok) return found;
    const { approval, record, candidates } = found.value;
    return ok({ body: approvalWithRecordJson(approval, record, candidates) });
  },
});

const claim = route({
  method: "post",
  path: "/approvals/claim",
  tag,
  summary: "Claim waiting approvals, oldest first",
  description:
    "The sole right to decide them until the lease runs out. What another holds is passed over.",
  action: "approvals.decide",
  body: {
    schema: z.strictObject({
      limit: z.int().min(1).max(200).default(10),
      lease_seconds: z.int().min(30).max(3_600).default(300),
    }).openapi("Claim"),
    example: { limit: 10, lease_seconds: 300 },
  },
  answer: {
    status: 200,
    description: "What was claimed",
    schema: z.object({ data: z.array(approvalWithRecordSchema) }),
  },
  async handle({ deps, scope, body }) {
    const { limit, lease_seconds } = body;
    const claimed = await claimApprovals(deps, scope, {
      limit,
      leaseMs: lease_seconds * 1_000,
    });
    if (!claimed.ok) return claimed;
    const data = claimed.value.map((approval) =>
      approvalWithRecordJson(approval, approval.record, approval.candidates)
    );
    return ok({ body: { data } });
  },
});

export const approvalRoutes: readonly Route[] = [
  list,
  read,
  claim,
  decideRoute,
  decideManyRoute,
];
