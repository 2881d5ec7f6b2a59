import { z } from "@hono/zod-openapi";
import { approvalFailures } from "../../../src/approvals/approval.ts";
import { COMMENT_MAX } from "../../../src/approvals/history_entry.ts";
import {
  assignApprovals,
  type Assigned,
  takeApprovals,
} from "../../../src/approvals/use_cases/assign_approvals.ts";
import { commentApproval } from "../../../src/approvals/use_cases/comment_approval.ts";
import {
  type Happened,
  readApprovalHistory,
} from "../../../src/approvals/use_cases/read_history.ts";
import { ok } from "../../../src/kernel/result.ts";
import { idText, text } from "../fields.ts";
import { told } from "../json_schema.ts";
import { type Route, route } from "../route.ts";
import { VERDICTS } from "./approval_schema.ts";

const tag = "approvals";
const id = {
  prefix: "apr",
  missing: (id: string) => approvalFailures.missing({ approval_id: id }),
} as const;

const entrySchema = z.object({
  id: z.string().nullable(),
  kind: z.enum([
    "asked",
    "assigned",
    "commented",
    "verdict_given",
    "disagreed",
    "decided",
    "undone",
    "withdrawn",
    "reopened",
  ]),
  at: told,
  by: z.string().nullable().openapi({
    description: "A member or key; null: the service",
  }),
  text: z.string().nullable().openapi({
    description: "The comment, or the note of a verdict",
  }),
  verdict: z.enum(VERDICTS).nullable(),
  category_id: z.string().nullable(),
  member_id: z.string().nullable().openapi({
    description: "To whom it was assigned",
  }),
  decision_id: z.string().nullable(),
}).openapi("ApprovalHistoryEntry");

function entryJson(entry: Happened) {
  return {
    id: entry.id,
    kind: entry.kind,
    at: entry.at,
    by: entry.by,
    text: entry.text,
    verdict: entry.verdict,
    category_id: entry.categoryId,
    member_id: entry.memberId,
    decision_id: entry.decisionId,
  };
}

const history = route({
  method: "get",
  path: "/approvals/{id}/history",
  tag,
  summary: "Read what happened to an approval, and who did it",
  action: "approvals.read",
  id,
  answer: {
    status: 200,
    description: "All of it, the oldest first",
    schema: z.object({ data: z.array(entrySchema) }),
  },
  async handle({ deps, scope, id }) {
    const found = await readApprovalHistory(deps, scope, id);
    return found.ok
      ? ok({ body: { data: found.value.map(entryJson) } })
      : found;
  },
});

const comment = route({
  method: "post",
  path: "/approvals/{id}/comments",
  tag,
  summary: "Comment on an approval",
  action: "approvals.decide",
  id,
  body: {
    schema: z.strictObject({ text: text(COMMENT_MAX) }).openapi("Comment"),
    example: { text: "Which of the two projects is it for?" },
  },
  answer: {
    status: 201,
    description: "The comment, as its history has it",
    schema: entrySchema,
  },
  refusals: [approvalFailures.erased()],
  async handle({ deps, scope, id, body }) {
    const kept = await commentApproval(deps, scope, id, body.text);
    return kept.ok ? ok({ body: entryJson(kept.value) }) : kept;
  },
});

const ids = z.array(idText("apr", "an approval")).min(1).max(1_000);
const assignedAnswer = {
  status: 200,
  description: "What was assigned, and what does not wait or is not there",
  schema: z.object({
    assigned: z.array(z.string()),
    left: z.array(z.string()),
  }).openapi("Assigned"),
} as const;

const assign = route({
  method: "post",
  path: "/approvals/assign",
  tag,
  summary: "Ask one member about approvals before all others",
  description:
    "Null: nobody any more. An item whose assignee left, or may not decide any more, is everybody's again.",
  action: "approvals.assign",
  body: {
    schema: z.strictObject({
      approval_ids: ids,
      member_id: idText("usr", "a member").nullable(),
    }).openapi("Assign"),
    example: {
      approval_ids: ["apr_01kx2m6v9dfk3tqz8w5y7r4b1c"],
      member_id: null,
    },
  },
  answer: assignedAnswer,
  refusals: [approvalFailures.unknown_member()],
  async handle({ deps, scope, body: { approval_ids, member_id } }) {
    const given = [...new Set(approval_ids)];
    const done = await assignApprovals(deps, scope, given, member_id);
    return done.ok ? ok({ body: assignedJson(done.value) }) : done;
  },
});

const takeOn = route({
  method: "post",
  path: "/approvals/take",
  tag,
  summary: "Take approvals on: be asked about them before all others",
  action: "approvals.decide",
  body: {
    schema: z.strictObject({ approval_ids: ids }).openapi("Take"),
    example: { approval_ids: ["apr_01kx2m6v9dfk3tqz8w5y7r4b1c"] },
  },
  answer: assignedAnswer,
  refusals: [approvalFailures.unknown_member()],
  async handle({ deps, scope, body }) {
    const given = [...new Set(body.approval_ids)];
    const done = await takeApprovals(deps, scope, given);
    return done.ok ? ok({ body: assignedJson(done.value) }) : done;
  },
});

function assignedJson({ assigned, left }: Assigned) {
  return { assigned, left };
}

export const approvalHistoryRoutes: readonly Route[] = [
  history,
  comment,
  assign,
  takeOn,
];
